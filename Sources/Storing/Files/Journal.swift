import Glibc
import NewsModel

/// The append-only record of all that happened in the outbox: one file a day, one JSON object a line, numbered.
///
/// Never rewritten or truncated; a line torn by a crash is closed off and counts for nothing. Numbers only grow, over
/// days, restarts and a lost index.
struct Journal {
    static let directoryName = "journal"

    private let directory: Directory
    /// The day whose file is open.
    private var day: CivilDate
    private var file: OpenFile?
    /// The number of the last line.
    private(set) var last: Int64

    /// - Parameters:
    ///   - known: the highest number the index knows of, for a journal that was lost.
    ///   - now: the first day to write, unless the journal has a later one already: order outlives a clock set back.
    init(in state: Directory, known: Int64, now: Timestamp) throws(StorageError) {
        directory = try state.directory(Journal.directoryName, mode: 0o750)
        let days = try Journal.days(in: directory)
        guard let today = now.civilDate else {
            throw StorageError(.file, path: directory.path, detail: "the clock shows no year of the calendar")
        }
        day = days.last.map { max($0, today) } ?? today
        last = known
        for day in days.reversed() {
            guard let highest = Journal.lines(of: day, in: directory).map(\.seq).max() else { continue }
            last = max(last, highest)
            break
        }
    }

    /// Appends the events with their numbers and makes them durable. The numbers are those of the events, in order.
    mutating func append(_ events: [JournalEvent], now: Timestamp) throws(StorageError) -> [Int64] {
        guard !events.isEmpty else { return [] }
        try open(max(day, now.civilDate ?? day))
        guard let file else { return [] }
        let first = last + 1
        let numbers = (0..<Int64(events.count)).map { first + $0 }
        let lines = zip(events, numbers).map { $0.line(seq: $1, at: now) }.joined()
        let name = Journal.name(of: day)
        guard Array(lines.utf8).withUnsafeBytes({ writeAll($0, to: file.descriptor) }), fsync(file.descriptor) == 0
        else {
            let failure = directory.failure(name)
            self.file = nil
            // Some lines may stand there. Their numbers are spent: the events are told again under new ones.
            last = max(last, Journal.lines(of: day, in: directory).map(\.seq).max() ?? 0)
            throw failure
        }
        last = numbers.last ?? last
        return numbers
    }

    /// Opens the file of a day at its end, with its first line when it is new, and a torn last line closed.
    private mutating func open(_ day: CivilDate) throws(StorageError) {
        guard file == nil || day != self.day else { return }
        let name = Journal.name(of: day)
        let opened = openat(
            directory.descriptor, name, O_RDWR | O_APPEND | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o640)
        guard opened >= 0 else { throw directory.failure(name) }
        let file = OpenFile(opened, path: directory.path + "/" + name)
        var status = stat()
        guard fstat(opened, &status) == 0 else { throw directory.failure(name) }
        var start = ""
        if status.st_size == 0 {
            start = JournalEvent.firstLine(day: day, firstSeq: last + 1)
        } else if !Journal.endsWithLineBreak(file, size: status.st_size) {
            start = "\n"
        }
        guard Array(start.utf8).withUnsafeBytes({ writeAll($0, to: opened) }) else { throw directory.failure(name) }
        try directory.synchronize()
        (self.day, self.file) = (day, file)
    }

    private static func endsWithLineBreak(_ file: OpenFile, size: off_t) -> Bool {
        var byte: UInt8 = 0
        return pread(file.descriptor, &byte, 1, size - 1) == 1 && byte == 0x0A
    }
}

extension Journal {
    static func name(of day: CivilDate) -> String { "\(day).jsonl" }

    /// The days that have a file, oldest first.
    static func days(in directory: Directory) throws(StorageError) -> [CivilDate] {
        try directory.names().compactMap { name in
            guard name.hasSuffix(".jsonl"), let date = PublicationDate(rfc3339: String(name.dropLast(6))) else {
                return nil
            }
            return date.precision == .day ? date.timestamp.civilDate : nil
        }.sorted()
    }

    /// Entries from a number on, newest days read first and no more than needed. In order.
    static func entries(after seq: Int64, in directory: Directory) throws(StorageError) -> [JournalEntry] {
        var found: [[JournalEntry]] = []
        for day in try days(in: directory).reversed() {
            let lines = lines(of: day, in: directory)
            found.append(lines.filter { $0.seq > seq }.compactMap { JournalEntry($0.bytes) })
            if let first = lines.first, first.seq <= seq { break }
        }
        return found.reversed().flatMap { $0 }
    }

    /// The numbered lines of a day; the first line, torn lines and foreign ones left out.
    private static func lines(of day: CivilDate, in directory: Directory) -> [(seq: Int64, bytes: ArraySlice<UInt8>)] {
        guard let bytes = directory.read(name(of: day), limit: longestFile) else { return [] }
        return bytes.split(separator: 0x0A).compactMap { line in
            number(of: line).map { (seq: $0, bytes: line) }
        }
    }

    /// Without decoding the rest: most lines are only counted. A line that was torn has no end.
    private static func number(of line: ArraySlice<UInt8>) -> Int64? {
        guard line.starts(with: opening), line.last == 0x7D else { return nil }
        let digits = line.dropFirst(opening.count).prefix { (0x30...0x39).contains($0) }
        return digits.count < 19 ? Int64(String(decoding: digits, as: UTF8.self)) : nil
    }

    private static let opening = Array("{\"seq\":".utf8)

    func entries(after seq: Int64) throws(StorageError) -> [JournalEntry] {
        try Journal.entries(after: seq, in: directory)
    }

    /// Bytes of one day's file: a few million lines.
    private static let longestFile = 1 << 30
}
