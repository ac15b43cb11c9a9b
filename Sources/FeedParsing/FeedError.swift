/// Why bytes could not be read as a feed. Carries what an operator needs to act without a second look.
package struct FeedError: Error, Equatable, CustomStringConvertible {
    /// The words are printed as they are.
    package enum Code: String, Sendable {
        /// The bytes could not be had at all.
        case unreadable
        case empty
        /// A web page: ``feeds`` are those it links to.
        case htmlPage = "html_page"
        /// XML or JSON that is something else, or no text.
        case notAFeed = "not_a_feed"
        case badJSON = "bad_json"
        case tooLarge = "too_large"
        /// Text without any element.
        case noRoot = "no_root"
        /// A bound of the reader was reached.
        case limit
    }

    package let code: Code
    package let message: String
    /// From 1.
    package let line: Int?
    package let column: Int?
    /// For a web page: the feeds it links to, best first.
    package let feeds: [String]

    package init(_ code: Code, _ message: String, line: Int? = nil, column: Int? = nil, feeds: [String] = []) {
        self.code = code
        self.message = message
        self.line = line
        self.column = column
        self.feeds = feeds
    }

    package var description: String {
        guard let line else { return message }
        return "\(message) (line \(line)\(column.map { ", column \($0)" } ?? ""))"
    }
}
