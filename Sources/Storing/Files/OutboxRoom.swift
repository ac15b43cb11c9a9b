import Glibc
import NewsModel

/// How much the outbox may hold, and how much it holds at most: its consumers may have taken files away.
struct OutboxRoom: Sendable {
    private let mostFiles: Int?
    private let mostBytes: Int?
    private let leastFree: Int?
    /// Counted once, then added to; counted anew when it seems too much.
    private var load: (files: Int, bytes: Int)?
    private var lastCount: (at: ContinuousClock.Instant, took: Duration)?

    init(_ settings: OutboxSettings) {
        mostFiles = settings.mostFiles
        mostBytes = settings.mostBytes
        leastFree = settings.leastFree
    }

    /// Takes room for the first of the files that are to come, one after another.
    ///
    /// - Parameter sizes: bytes of each file.
    /// - Returns: for how many there is room, and what there is too much of when that is not for all.
    mutating func take(_ sizes: [Int], in outbox: Outbox) throws(StorageError) -> (count: Int, failure: StorageError?) {
        if let failure = shortage(in: outbox) { return (0, failure) }
        guard mostFiles != nil || mostBytes != nil else { return (sizes.count, nil) }
        if try excess(sizes, in: outbox) != nil { try recount(outbox) }
        var load = try known(outbox)
        var taken = 0
        for size in sizes {
            guard load.files < mostFiles ?? .max, load.bytes + size <= mostBytes ?? .max else { break }
            load = (load.files + 1, load.bytes + size)
            taken += 1
        }
        self.load = load
        return (taken, taken < sizes.count ? try excess([sizes[taken]], in: outbox) : nil)
    }

    /// Throws when there is no room for another file.
    mutating func require(in outbox: Outbox) throws(StorageError) {
        if let failure = shortage(in: outbox) { throw failure }
        guard try excess([0], in: outbox) != nil else { return }
        try recount(outbox)
        if let failure = try excess([0], in: outbox) { throw failure }
    }

    private func shortage(in outbox: Outbox) -> StorageError? {
        guard let leastFree, let free = outbox.directory.freeBytes, free < leastFree else { return nil }
        return StorageError(
            .held, path: outbox.directory.path,
            detail: "its disk has \(free >> 20) MiB free, disk.min_free is \(leastFree >> 20) MiB")
    }

    private mutating func excess(_ sizes: [Int], in outbox: Outbox) throws(StorageError) -> StorageError? {
        guard mostFiles != nil || mostBytes != nil else { return nil }
        let load = try known(outbox)
        if let mostFiles, load.files + sizes.count > mostFiles {
            return StorageError(
                .held, path: outbox.directory.path, detail: "\(load.files) files, outbox.max_files is \(mostFiles)")
        }
        if let mostBytes, load.bytes + sizes.reduce(0, +) > mostBytes {
            return StorageError(
                .held, path: outbox.directory.path,
                detail: "\(load.bytes >> 10) KiB in files, outbox.max_bytes is \(mostBytes >> 10) KiB")
        }
        return nil
    }

    /// Counts anew, but spends no more than a hundredth of the time with it.
    private mutating func recount(_ outbox: Outbox) throws(StorageError) {
        if let last = lastCount, last.at.duration(to: .now) < last.took * 100 { return }
        _ = try count(outbox)
    }

    private mutating func known(_ outbox: Outbox) throws(StorageError) -> (files: Int, bytes: Int) {
        if let load { return load }
        return try count(outbox)
    }

    private mutating func count(_ outbox: Outbox) throws(StorageError) -> (files: Int, bytes: Int) {
        let begun = ContinuousClock.now
        let files = try outbox.files()
        let bytes = mostBytes == nil ? 0 : files.reduce(0) { $0 + outbox.size(of: $1.text) }
        lastCount = (.now, begun.duration(to: .now))
        load = (files.count, bytes)
        return (files.count, bytes)
    }
}
