/// One client of the control socket: what it has said, what it is told. Pure: it is handed the bytes and the time.
///
/// A client has a fixed time to finish its line, however it trickles, and a fixed time to read its answer.
struct ControlConversation: Sendable {
    typealias Instant = ContinuousClock.Instant

    enum State: Equatable, Sendable {
        /// The line is not complete yet.
        case asking
        /// The request was handed on; its answer is not there yet.
        case working
        case answering
        case over
    }

    static let askingTime = Duration.seconds(2)
    static let answeringTime = Duration.seconds(5)

    /// The user at the other end; -1 when unknown.
    let user: Int
    private(set) var state = State.asking
    /// When the client's patience with us, or ours with it, ends; `nil` while we work.
    private(set) var deadline: Instant?
    private var line: [UInt8] = []
    private var answer: ArraySlice<UInt8> = []

    init(user: Int, now: Instant) {
        self.user = user
        deadline = now + Self.askingTime
    }

    /// Takes what the client sent. What follows the first line is not read.
    ///
    /// - Returns: the request, once, when its line is complete. What is none is answered here.
    mutating func take(_ bytes: some Collection<UInt8>, now: Instant) -> ControlRequest? {
        guard state == .asking else { return nil }
        let end = bytes.firstIndex(of: 0x0A)
        line.append(contentsOf: bytes[..<(end ?? bytes.endIndex)].prefix(ControlRequest.longest))
        guard line.count < ControlRequest.longest else {
            tell(ControlAnswer(64, "a request is one line of less than \(ControlRequest.longest) bytes"), now: now)
            return nil
        }
        guard end != nil else { return nil }
        guard let request = ControlRequest(line: line) else {
            tell(ControlAnswer(64, "no such request"), now: now)
            return nil
        }
        state = .working
        deadline = nil
        return request
    }

    /// The client will say no more.
    mutating func endOfInput() {
        if state == .asking { state = .over }
    }

    /// Begins to answer.
    mutating func tell(_ answer: ControlAnswer, now: Instant) {
        guard state == .asking || state == .working else { return }
        self.answer = answer.bytes[...]
        state = .answering
        deadline = now + Self.answeringTime
    }

    /// What is left to be sent; empty when not answering.
    var toSend: ArraySlice<UInt8> { answer }

    /// So many bytes went out.
    mutating func sent(_ count: Int) {
        answer = answer.dropFirst(count)
        if answer.isEmpty { state = .over }
    }

    func isLate(_ now: Instant) -> Bool { deadline.map { $0 <= now } ?? false }
}
