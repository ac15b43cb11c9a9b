import NewsModel

extension Draft {
    /// Marks the lines of a quoted post whose last line is its signature: those above it that are no sentence of news.
    mutating func markEmbeddedPosts() {
        for index in lines.indices where reason(index) == .embed && lines[index].opening == .longDash {
            var above = index - 1
            while above >= 0, index - above <= 4, isKept(above), lines[above].isPost {
                mark(above, .embed, "text of a quoted post")
                above -= 1
            }
        }
    }
}

extension Line {
    /// Hashtags or an address of a picture: not how a story is written.
    fileprivate var isPost: Bool {
        folded[...].holds("#") || folded[...].holds("http") || folded.first == UInt8(ascii: "@")
    }
}
