/// How many of a feed's last pages gave a text: when most stop to, their layout has changed.
package struct PageYield: Hashable, Codable, Sendable {
    /// Pages that count.
    package static let window = 50
    /// With fewer nothing can be told.
    private static let needed = 10

    /// The newest page is the lowest bit; 1 gave no text.
    private var outcomes: UInt64 = 0
    package private(set) var pages = 0
    /// Since when most pages give no text; `nil` while most do.
    package private(set) var lowSince: Timestamp?

    package init() {}

    /// Of the last ``pages``.
    package var withoutText: Int { outcomes.nonzeroBitCount }

    /// Takes note of one page.
    package mutating func note(hasText: Bool, now: Timestamp) {
        let kept = (UInt64(1) << UInt64(Self.window)) - 1
        outcomes = (outcomes << 1 | (hasText ? 0 : 1)) & kept
        pages = min(pages + 1, Self.window)
        let isLow = pages >= Self.needed && withoutText * 2 > pages
        lowSince = isLow ? lowSince ?? now : nil
    }
}
