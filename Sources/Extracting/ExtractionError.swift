/// Why a page gave no article.
package struct ExtractionError: Error, Equatable, CustomStringConvertible {
    package enum Kind: Equatable, Sendable {
        /// No bytes, or nothing but white space.
        case empty
        /// A picture, an archive, a PDF.
        case notHTML
        /// A page without running text.
        case noArticle
        /// A hint that is no XPath.
        case badXPath(String)
        /// Bytes allowed.
        case tooLarge(limit: Int)
    }

    package let kind: Kind
    /// Where the page stands; `nil` when that is not known.
    package let url: String?

    package init(_ kind: Kind, url: String?) {
        self.kind = kind
        self.url = url
    }

    package var description: String {
        let place = url.map { "\($0): " } ?? ""
        return switch kind {
        case .empty: "\(place)the page is empty"
        case .notHTML: "\(place)this is not a page of HTML"
        case .noArticle: "\(place)the page has no running text"
        case .badXPath(let expression): "\(place)not an XPath expression that selects elements: \(expression)"
        case .tooLarge(let limit): "\(place)the page is larger than \(limit) bytes"
        }
    }
}
