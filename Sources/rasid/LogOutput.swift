import FoundationEssentials
import Glibc
import Logging

/// Log lines on standard error: time, level, message, then the data. Under systemd the journal knows time and level
/// itself, so the lines begin with the priority instead (sd-daemon(3)).
struct LogOutput: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level
    private let isJournal: Bool

    init(level: Logger.Level) {
        logLevel = level
        isJournal = getenv("JOURNAL_STREAM") != nil
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let all = metadata.merging(event.metadata ?? [:]) { _, new in new }
        let data = all.sorted { $0.key < $1.key }.map { " \($0.key)=\(quoted("\($0.value)"))" }.joined()
        let head = isJournal ? "<\(event.level.priority)>" : "\(Date().ISO8601Format()) \(event.level) "
        writeError("\(head)\(event.message)\(data)\n")
    }

    /// As it is when it is one plain word, else in quotes. Nothing from outside reaches the terminal unescaped.
    private func quoted(_ value: String) -> String {
        let safe = value.printable
        let isWord = safe.utf8.allSatisfy { $0 > 0x20 && $0 != 0x22 && $0 != 0x3D } && !safe.isEmpty
        return isWord
            ? safe : "\"\(safe.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\\""))\""
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
