/// Everyone who is connected to the control socket, by descriptor. Pure: opens and closes nothing.
///
/// At most ``capacity`` at once. A newcomer to a full room takes the place of one that has not asked anything yet or
/// does not read its answer, the oldest of the user with most of those: who merely occupies places keeps nobody out.
/// Nobody loses the place while the daemon works for him, nor before he could have spoken.
struct ControlClients: Sendable {
    typealias Instant = ContinuousClock.Instant

    static let capacity = 64

    struct Client: Sendable {
        /// Never used twice, as a descriptor is.
        let number: UInt64
        var conversation: ControlConversation
    }

    private(set) var all: [Int32: Client] = [:]
    private var numbers: UInt64 = 0

    var isEmpty: Bool { all.isEmpty }

    subscript(descriptor: Int32) -> Client? { all[descriptor] }

    /// What becomes of one more.
    enum Admission: Equatable, Sendable {
        case welcome
        /// The client with this descriptor goes first.
        case after(Int32)
        /// Everyone is being served.
        case full
    }

    /// Whether one more can be let in.
    ///
    /// - Parameter round: those that were let in from this number on have not been listened to yet.
    func admission(round: UInt64) -> Admission {
        guard all.count >= Self.capacity else { return .welcome }
        let idle = all.filter { $0.value.number < round && $0.value.conversation.state != .working }
        let crowds = Dictionary(grouping: idle, by: \.value.conversation.user)
        let crowd = crowds.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.value
        return crowd?.min { $0.value.number < $1.value.number }.map { .after($0.key) } ?? .full
    }

    /// The number of the next client.
    var nextNumber: UInt64 { numbers + 1 }

    mutating func add(_ descriptor: Int32, user: Int, now: Instant) {
        numbers += 1
        all[descriptor] = Client(number: numbers, conversation: ControlConversation(user: user, now: now))
    }

    mutating func remove(_ descriptor: Int32) {
        all[descriptor] = nil
    }

    /// Changes the conversation of a client; does nothing when it is gone.
    mutating func update<Result>(_ descriptor: Int32, _ change: (inout ControlConversation) -> Result) -> Result? {
        guard var client = all[descriptor] else { return nil }
        defer { all[descriptor] = client }
        return change(&client.conversation)
    }

    /// The descriptor of a client that is still there.
    func descriptor(of number: UInt64) -> Int32? {
        all.first { $0.value.number == number }?.key
    }

    /// Those whose conversation is over or takes too long.
    func finished(_ now: Instant) -> [Int32] {
        all.filter { $0.value.conversation.state == .over || $0.value.conversation.isLate(now) }.map(\.key)
    }

    /// When the next one takes too long; `nil` when nobody will.
    var nextDeadline: Instant? { all.values.compactMap(\.conversation.deadline).min() }
}
