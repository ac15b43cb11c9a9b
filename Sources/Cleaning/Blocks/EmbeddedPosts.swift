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
        for index in lines.indices.dropFirst() where isKept(index) && reason(index - 1) == .embed {
            if lines[index].namesPoster { mark(index, .embed, "who posted it") }
        }
    }
}

extension Line {
    /// Who posted it: `نشره نادي الاتفاق`, `تمت مشاركته بواسطة …`.
    fileprivate var namesPoster: Bool {
        guard (2...8).contains(words.count), ending == .none, let first = words.first else { return false }
        return Posters.verbs.contains(first.hash)
    }

    /// Hashtags or an address of a picture: not how a story is written.
    fileprivate var isPost: Bool {
        folded[...].holds("#") || folded[...].holds("http") || folded.first == UInt8(ascii: "@")
    }
}

/// What precedes the name of who posted something, folded and hashed.
private enum Posters {
    static let verbs = Lexicon.hashes("نشره نشرته نشرها نشرتها شاركه شاركته تمت posted shared publié partagé publicado")
}
