import NewsModel

/// Why a cleaned article has no text.
package enum Emptiness: String, Sendable {
    /// There was none to clean.
    case noText = "no_text"
    /// Each of its lines is furniture of the page.
    case allRemoved = "all_removed"
}

extension Emptiness: CustomStringConvertible {
    /// In a sentence, without a full stop.
    package var description: String {
        switch self {
        case .noText: "there is no text"
        case .allRemoved: "nothing is left: every line is furniture of the page, no line is the story's"
        }
    }
}

extension Cleaned {
    /// Why nothing is left; `nil` when something is.
    package var emptiness: Emptiness? {
        guard article.paragraphs.isEmpty else { return nil }
        return verdicts.isEmpty ? .noText : .allRemoved
    }
}
