import NewsModel

extension Rule {
    /// A quoted post: `… pic.twitter.com/AbCdEf`, and its signature `— Example (@example) November 30, 2022`.
    static let embeddedPost = Rule("quoted post", .embed) { line in
        if line.folded.starts(with: "posted by ".utf8) {
            return line.has(.month) && line.has(.number) && line.words.count <= 18
        }
        guard line.folded.contains(UInt8(ascii: "/")) || line.folded.contains(UInt8(ascii: "@")) || line.has(.platform)
        else { return false }
        let text = line.folded[...]
        if text.holds("pic.twitter.com/") || text.holds("//t.co/") || text.holds("pic.x.com/") { return true }
        if line.has(.platform), text.holds("this post on") || text.holds("a post shared by") { return true }
        if text.starts(with: "a post shared by".utf8) { return true }
        if line.has(.platform), line.words.count <= 8, line.has([.content]), line.has(.button), line.has(.this),
            line.unknown(besides: [.platform, .content, .button, .this]) == 0
        {
            return true
        }
        if line.has([.platform]), line.has(.this), line.has(.you), line.has(.button), line.words.count <= 20,
            line.count([.platform, .this, .you, .button, .content]) * 3 >= line.words.count
        {
            return true
        }
        if text.holds("(@"), line.has(.sharing), line.words.count <= 12 { return true }
        guard text.holds("(@") else { return false }
        return line.opening == .longDash || (line.has(.month) && line.count(.number) >= 2 && line.words.count <= 16)
    }
}
