import NewsModel
import Synchronization

/// A clock that only the test moves.
final class TestClock: Sendable {
    private let time: Mutex<Timestamp>

    /// A Thursday in 2026, on the hour.
    static let start = Timestamp(seconds: 1_789_034_400)

    init(_ start: Timestamp = TestClock.start) {
        time = Mutex(start)
    }

    var now: Timestamp { time.withLock { $0 } }

    func set(_ now: Timestamp) {
        time.withLock { $0 = now }
    }
}
