import NewsModel

extension Rule {
    /// What asks to pass the story on: `شارك الموضوع`, `مشاركة : فيسبوك تويتر واتساب`, `Share on FacebookShare on Twitter`.
    static let shareBar = Rule("share bar", .share) { line in
        guard line.words.count <= 24, line.ending != .stop, !line.roles(at: 0).contains(.conjoined) else {
            return false
        }
        let known: Roles = [
            .sharing, .platform, .content, .this, .button, .comment, .channel, .us, .more, .also, .outlet, .here, .now,
            .link,
        ]
        guard line.unknown(besides: known) == 0 else { return false }
        if line.has(.sharing) { return true }
        return line.count(.platform) >= 2 && line.opening != .quote && !line.has(.conjoined)
    }

    /// The name of one network where a story begins or ends; between paragraphs it is a subheading.
    static let network = Rule("name of a network", .share, .edges) { line in
        line.words.count <= 2 && line.has(.platform) && line.ending == .none && line.unknown(besides: .platform) == 0
    }
}
