import NewsModel

/// Makes min ≤ interval ≤ max of what was set.
///
/// What is written in one place must agree. What was not written there, a default or a setting of all feeds, gives
/// way: `poll: { interval: 2s }` polls each two seconds, although the default of min is larger.
func orderIntervals(_ poll: inout PollSettings, _ written: Written, _ mistakes: inout Mistakes) {
    var order = PollOrder(written: written, mistakes: mistakes)
    order.check("min", poll.min, atMost: "max", poll.max)
    order.check("min", poll.min, atMost: "interval", poll.interval)
    order.check("interval", poll.interval, atMost: "max", poll.max)
    mistakes = order.mistakes

    if written["interval"] != nil {
        poll.min = min(poll.min, poll.interval)
        poll.max = max(poll.max, poll.interval)
    }
    if written["min"] != nil { poll.max = max(poll.max, poll.min) }
    if written["max"] != nil { poll.min = min(poll.min, poll.max) }
    poll.interval = min(max(poll.interval, poll.min), poll.max)
}

private struct PollOrder {
    let written: Written
    var mistakes: Mistakes

    mutating func check(_ small: String, _ lower: Duration, atMost large: String, _ upper: Duration) {
        guard let node = written[small], let limit = written[large], lower > upper else { return }
        mistakes.refuse(
            node, written.path(of: small), found: node.found,
            allowed: "at most \(large), \(upper.inOneUnit) in line \(limit.place.line)")
    }
}
