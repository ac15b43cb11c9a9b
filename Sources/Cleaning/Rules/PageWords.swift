import NewsModel

extension Rule {
    /// A few words that are all of the page, and speak to its reader or of its parts: `انقر لتكبير الصورة`,
    /// `الفيديو كاملا على قناتنا`, `إعلانات جوجل`.
    ///
    /// `المشاركة في التصويت` and `قراءة أخرى` may be subheadings: without a word for the site, its buttons or its
    /// reader nothing is known.
    static let pageWords = Rule("words of the page", .widget) { line in
        guard (2...10).contains(line.words.count), line.ending != .stop, line.opening != .quote else { return false }
        guard line.ending != .colon || line.has([.us, .you, .click, .platform]) else { return false }
        guard !line.roles(at: 0).contains(.conjoined), line.ending != .question || line.has([.you, .platform]) else {
            return false
        }
        let site: Roles = [.us, .you, .click, .here, .button, .link, .platform, .advertisement]
        let pages = site.union([
            .reading, .also, .more, .related, .content, .measure, .latest, .sharing, .following, .channel, .photo,
            .comment,
            .now, .this, .original, .consent, .privacy,
        ])
        let known = line.count(pages)
        return line.has(site) && known >= 2 && known > line.count(site.intersection(.platform))
            && line.unknown(besides: pages) == 0
    }
}
