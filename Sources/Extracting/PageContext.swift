package import NewsModel

/// What is known of a page before it is read.
package struct PageContext: Sendable {
    /// Where it was fetched from; relative links are made absolute with it.
    package var url: String?
    /// The `Content-Type` the server sent; its charset outranks the page's own.
    package var contentType: String?
    /// The current time, for dates such as `yesterday` and against dates of the future.
    package var now: Timestamp
    /// What the feed calls the item.
    package var feedTitle: String?
    package var feedDescription: String?

    package init(
        url: String? = nil, contentType: String? = nil, now: Timestamp, feedTitle: String? = nil,
        feedDescription: String? = nil
    ) {
        self.url = url
        self.contentType = contentType
        self.now = now
        self.feedTitle = feedTitle
        self.feedDescription = feedDescription
    }

    /// The `charset` of the content type.
    var charset: String? {
        guard
            let parameter = contentType?.split(separator: ";").dropFirst().first(where: {
                $0.lowercased().contains("charset")
            })
        else { return nil }
        let value = parameter.split(separator: "=").dropFirst().first ?? ""
        let label = value.filter { $0 != "\"" && $0 != "'" && !$0.isWhitespace }
        return label.isEmpty ? nil : label
    }
}

/// What feeds.yaml knows about a site's pages, as XPath 1.0 expressions.
package struct ExtractionHints: Hashable, Sendable {
    /// Selects the elements that hold the text.
    package var content: String?
    /// Each selects elements that are not the text.
    package var remove: [String]

    package init(content: String? = nil, remove: [String] = []) {
        self.content = content
        self.remove = remove
    }

    var isEmpty: Bool { content == nil && remove.isEmpty }
}
