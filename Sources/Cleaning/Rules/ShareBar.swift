import NewsModel

extension Rule {
    /// What asks to pass the story on: `شارك الموضوع`, `مشاركة : فيسبوك تويتر واتساب`, `Share on FacebookShare on Twitter`.
    static let shareBar = Rule("share bar", .share) { line in
        guard line.words.count <= 24, line.ending != .stop, !line.roles(at: 0).contains(.conjoined) else {
            return false
        }
        let known: Roles = [
            .sharing, .platform, .content, .this, .button, .comment, .channel, .us, .more, .also, .outlet, .here, .now,
        ]
        guard line.unknown(besides: known) == 0 else { return false }
        if line.count(.platform) >= 2 { return true }
        return line.has(.sharing) || line.words.count == 1 && line.has(.platform)
    }
}
