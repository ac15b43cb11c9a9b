import Dispatch
import Foundation
import Glibc
import Synchronization

@testable import Storing

/// A consumer that reads each file in the moment in which it appears, and remembers what it read.
final class OutboxReader: Sendable {
    private struct Found {
        /// How often each file appeared with the same bytes.
        var files: [Reading: Int] = [:]
        var faults: [String] = []
    }

    struct Reading: Hashable {
        let name: String
        let sha256: String
    }

    private let descriptor: Int32
    private let folder: String
    private let removes: Bool
    private let found = Mutex(Found())
    private let isStopped = Mutex(false)
    private let queue = DispatchQueue(label: "reader")
    private let end = DispatchSemaphore(value: 0)

    /// - Parameter removes: takes each file away once it is read.
    init(_ folder: URL, removes: Bool = false) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        self.folder = folder.path
        self.removes = removes
        descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        inotify_add_watch(descriptor, folder.path, UInt32(IN_CREATE | IN_MODIFY | IN_CLOSE_WRITE | IN_MOVED_TO))
        queue.async { [self] in
            while !isStopped.withLock({ $0 }) { readEvents() }
            readEvents()
            end.signal()
        }
    }

    deinit { close(descriptor) }

    /// What was wrong, after the last event: half files, files that were written in place, bytes that the journal does
    /// not tell of, and more repetitions than `repetitions` allows.
    func stop(_ workspace: Workspace, repetitions: Int = 0) throws -> [String] {
        isStopped.withLock { $0 = true }
        end.wait()
        let told = Set(
            try workspace.journal().compactMap { line in
                (line["file"] as? String).map { Reading(name: $0, sha256: line["sha256"] as? String ?? "") }
            })
        let (files, faults) = found.withLock { ($0.files, $0.faults) }
        let untold = files.keys.filter { !told.contains($0) }.map { "\($0.name) was seen with bytes nobody told of" }
        let repeated = files.values.reduce(0) { $0 + $1 - 1 }
        return faults + untold + (repeated > repetitions ? ["\(repeated) files were seen again"] : [])
    }

    private func readEvents() {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&waiting, 1, 50) > 0 else { return }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let count = read(descriptor, &buffer, buffer.count)
        var offset = 0
        while offset + 16 <= count {
            let (mask, length) = buffer.withUnsafeBytes { bytes in
                (
                    bytes.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self),
                    Int(bytes.loadUnaligned(fromByteOffset: offset + 12, as: UInt32.self))
                )
            }
            let name = String(
                decoding: buffer[(offset + 16)..<(offset + 16 + length)].prefix { $0 != 0 }, as: UTF8.self)
            see(name, mask)
            offset += 16 + length
        }
    }

    private func see(_ name: String, _ mask: UInt32) {
        guard mask & UInt32(IN_ISDIR) == 0, ArticleFileName(name) != nil else { return }
        guard mask & UInt32(IN_MOVED_TO) != 0 else {
            return found.withLock { $0.faults.append("\(name) was written in place") }
        }
        guard let data = FileManager.default.contents(atPath: folder + "/" + name) else { return }
        if removes { unlink(folder + "/" + name) }
        let bytes = Array(data)
        let isWhole = ArticleFileName(name)?.format.document(from: bytes) != nil
        found.withLock { found in
            found.files[Reading(name: name, sha256: SHA256.hexadecimal(of: bytes)), default: 0] += 1
            if !isWhole { found.faults.append("\(name) was seen half written") }
        }
    }
}
