package import NewsModel

/// What happened in each minute of the last hour, for pictures. A value; whoever shares it puts a lock around it.
package struct MinuteHistory: Codable, Equatable, Sendable {
    package struct Minute: Codable, Equatable, Sendable {
        /// Minutes since 1970.
        package let number: Int64
        package var polls = 0
        package var failures = 0
        package var articles = 0
    }

    /// Minutes that are kept.
    package static let length = 60

    /// Those in which something happened, oldest first.
    private var minutes: [Minute] = []

    package init() {}

    package mutating func note(now: Timestamp, _ change: (inout Minute) -> Void) {
        let number = now.seconds / 60
        // A clock set back does not bring lost minutes back.
        if let last = minutes.last, last.number >= number {
            change(&minutes[minutes.count - 1])
            return
        }
        var minute = Minute(number: number)
        change(&minute)
        minutes.append(minute)
        if minutes.count > Self.length { minutes.removeFirst(minutes.count - Self.length) }
    }

    /// The last ``length`` minutes, oldest first, the present one last; 0 where nothing happened.
    package func values(of figure: (Minute) -> Int, now: Timestamp) -> [Int] {
        let first = now.seconds / 60 - Int64(Self.length) + 1
        var values = [Int](repeating: 0, count: Self.length)
        for minute in minutes {
            let index = minute.number - first
            if index >= 0, index < Int64(Self.length) { values[Int(index)] += figure(minute) }
        }
        return values
    }
}
