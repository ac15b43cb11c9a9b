import ArgumentParser
import FoundationEssentials
import Glibc
import Logging
import Monitoring
import Polling

/// How log lines are written.
enum LogFormat: String, ExpressibleByArgument, CaseIterable {
    /// Lines on standard error: time, level, message, then the data.
    case text
    /// The same as JSON Lines.
    case json
    /// Entries of the system's journal with a field for each datum, so that `journalctl RASID_FEED=NAME` works.
    case journal

    /// The journal where standard error leads to it, else text.
    static var detected: LogFormat { isJournal ? .journal : .text }

    /// Whether standard error leads to the journal; a variable that was inherited and means another descriptor does not
    /// count.
    ///
    /// Source: systemd.exec(5), JOURNAL_STREAM: device and inode of the stream.
    static var isJournal: Bool {
        guard let stream = getenv("JOURNAL_STREAM") else { return false }
        var status = stat()
        guard fstat(STDERR_FILENO, &status) == 0 else { return false }
        return String(cString: stream) == "\(status.st_dev):\(status.st_ino)"
    }
}

/// Log lines on standard error or in the journal. A journal that takes no entry does not silence the daemon: its lines
/// then go to standard error, with the priority in front where that leads to the journal too (sd-daemon(3)).
struct LogOutput: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level
    private let format: LogFormat
    private let journal: JournalSocket
    private let hasPriority: Bool

    init(level: Logger.Level, format: LogFormat, journal: JournalSocket) {
        logLevel = level
        self.format = format
        self.journal = journal
        hasPriority = LogFormat.isJournal
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let all = metadata.merging(event.metadata ?? [:]) { _, new in new }
        let data = all.sorted { $0.key < $1.key }.map { ($0.key, "\($0.value)") }
        switch format {
        case .json: writeError(json(event, data))
        case .journal where journal.send(entry(event, data)): break
        case .text, .journal: writeError(text(event, data))
        }
    }

    // MARK: - Text

    private func text(_ event: LogEvent, _ data: [(key: String, value: String)]) -> String {
        let head = hasPriority ? "<\(event.level.priority)>" : "\(Date().ISO8601Format()) \(event.level) "
        return "\(head)\(sentence(event, data))\n"
    }

    /// The message and the data, as a person reads them.
    private func sentence(_ event: LogEvent, _ data: [(key: String, value: String)]) -> String {
        "\(event.message)" + data.filter { $0.key != "event" }.map { " \($0.key)=\(quoted($0.value))" }.joined()
    }

    /// As it is when it is one plain word, else in quotes. Nothing from outside reaches the terminal unescaped.
    private func quoted(_ value: String) -> String {
        let safe = value.printable
        let isWord = safe.utf8.allSatisfy { $0 > 0x20 && $0 != 0x22 && $0 != 0x3D } && !safe.isEmpty
        return isWord
            ? safe : "\"\(safe.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\\""))\""
    }

    // MARK: - For programs

    private func json(_ event: LogEvent, _ data: [(key: String, value: String)]) -> String {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("time", Date().ISO8601Format())
            writer.member("level", event.level.rawValue)
            writer.member("message", "\(event.message)")
            for (key, value) in data { writer.member(key: Self.words(of: key).joined(separator: "_"), value) }
        }
        return String(decoding: writer.bytes, as: UTF8.self) + "\n"
    }

    /// Source: systemd.journal-fields(7).
    private func entry(_ event: LogEvent, _ data: [(key: String, value: String)]) -> JournalEntry {
        var entry = JournalEntry()
        entry.add("MESSAGE", sentence(event, data))
        entry.add("PRIORITY", "\(event.level.priority)")
        entry.add("SYSLOG_IDENTIFIER", "rasid")
        for (key, value) in data {
            entry.add("RASID_" + Self.words(of: key).joined(separator: "_"), value)
            if key == "event", let name = LogName(rawValue: value) { entry.add("MESSAGE_ID", name.messageID) }
        }
        return entry
    }

    /// `feed.id` is the feed itself: `feed`; `error.code` stays two words.
    private static func words(of key: String) -> [Substring] {
        let words = key.split(separator: ".")
        return words.count == 2 && words[1] == "id" ? [words[0]] : words
    }
}

extension Logger.Level {
    /// Of syslog(3).
    fileprivate var priority: Int {
        switch self {
        case .critical: 2
        case .error: 3
        case .warning: 4
        case .notice: 5
        case .info: 6
        case .debug, .trace: 7
        }
    }
}
