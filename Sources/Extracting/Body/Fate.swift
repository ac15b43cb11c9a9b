internal import NewsModel

/// What became of a block of the page.
enum Fate {
    /// Not near the story: navigation, other columns, the foot of the page.
    case outside
    case kept
    /// In the story's container, but not the story.
    case removed(Removal.Reason, rule: StaticString)

    var isKept: Bool {
        if case .kept = self { return true }
        return false
    }

    var isOutside: Bool {
        if case .outside = self { return true }
        return false
    }
}
