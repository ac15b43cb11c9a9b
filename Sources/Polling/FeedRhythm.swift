package import NewsModel

/// How often a feed brings something new, and so how often it is worth asking.
///
/// A third of the usual gap between arrivals finds a new item soon after it came; a thirtieth of the present silence
/// lets a sleeping feed slip to the longest interval within a month. Both numbers are choices, not measurements.
package struct FeedRhythm: Equatable, Sendable {
    package let interval: Duration
    package let reason: String

    /// Times of arrival kept for a feed.
    package static let remembered = 50
    /// Arrivals before the rhythm is believed.
    private static let needed = 4

    package init(record: FeedRecord, limits: PollSettings, now: Timestamp) {
        let silence = now - (record.lastNewItem ?? record.stateSince)
        let bySilence = silence / 30
        guard record.arrivals.count >= Self.needed, let first = record.arrivals.first,
            let last = record.arrivals.last, last > first
        else {
            if bySilence > limits.interval {
                interval = min(bySilence, limits.max)
                reason = "nothing new for \(silence.brief)"
            } else {
                interval = min(max(limits.interval, limits.min), limits.max)
                reason = "the configured interval, until the feed's rhythm is known"
            }
            return
        }
        let gap = (last - first) / (record.arrivals.count - 1)
        let wish = max(gap / 3, bySilence)
        interval = min(max(wish, limits.min), limits.max)
        reason =
            bySilence > gap / 3
            ? "nothing new for \(silence.brief), usual every \(gap.brief)" : "something new about every \(gap.brief)"
    }
}
