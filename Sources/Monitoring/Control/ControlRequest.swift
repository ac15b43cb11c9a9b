/// What can be asked of the running daemon, one line each.
///
/// The line is words with one blank between them: `poll herald force`. The answer is a ``ControlAnswer``.
package enum ControlRequest: Equatable, Sendable {
    /// The status as it is now, as JSON.
    case status
    /// Read the configuration again. With `waits` the answer comes when that is done, and tells how it went.
    case reload(waits: Bool)
    /// Poll a feed now; `isForced` even if its server or our own manners ask for a pause.
    case poll(String, isForced: Bool)
    /// Poll every feed now whose server and our own manners allow it. The answer comes before the polls.
    case pollAll
    /// Do not poll a feed until it is resumed, over restarts.
    case pause(String)
    case resume(String)

    /// `nil` for what is no request.
    ///
    /// - Parameter line: without the line break.
    package init?(line: some Collection<UInt8>) {
        let words = String(decoding: line, as: UTF8.self)
            .split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        switch (words.first, words.count) {
        case ("status", 1): self = .status
        case ("reload", 1): self = .reload(waits: false)
        case ("reload", 2) where words[1] == "wait": self = .reload(waits: true)
        case ("poll", 1): self = .pollAll
        case ("poll", 2): self = .poll(words[1], isForced: false)
        case ("poll", 3) where words[2] == "force": self = .poll(words[1], isForced: true)
        case ("pause", 2): self = .pause(words[1])
        case ("resume", 2): self = .resume(words[1])
        default: return nil
        }
    }

    /// As ``init(line:)`` takes it.
    package var line: String {
        switch self {
        case .status: "status"
        case .reload(let waits): waits ? "reload wait" : "reload"
        case .poll(let feed, let isForced): isForced ? "poll \(feed) force" : "poll \(feed)"
        case .pollAll: "poll"
        case .pause(let feed): "pause \(feed)"
        case .resume(let feed): "resume \(feed)"
        }
    }

    /// Bytes, the line break included. The longest request there is has a feed's name of 64 bytes.
    static let longest = 256
}

/// What the daemon answers: the exit status of the command that asked, then what it prints.
package struct ControlAnswer: Equatable, Sendable {
    package var status: Int32
    package var text: String

    package init(_ status: Int32, _ text: String) {
        self.status = status
        self.text = text
    }

    /// `nil` when the bytes are no whole answer's beginning: a number on a line of its own.
    init?(_ bytes: [UInt8]) {
        guard let end = bytes.firstIndex(of: 0x0A),
            let status = Int32(String(decoding: bytes[..<end], as: UTF8.self))
        else { return nil }
        self.init(status, String(decoding: bytes[(end + 1)...], as: UTF8.self))
    }

    var bytes: [UInt8] { Array("\(status)\n\(text)".utf8) }
}
