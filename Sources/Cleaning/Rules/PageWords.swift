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

extension Rule {
    /// The story before this one and the one behind it: `المقال السابق لماذا ترتفع الأسعار؟`, `المقال الموالي …`.
    static let neighbour = Rule("story before or behind", .relatedItem, .tail) { line in
        guard (2...30).contains(line.words.count), line.ending != .stop, line.roles(at: 0).contains(.content) else {
            return false
        }
        return Neighbours.words.contains(line.words[1].hash)
    }

    /// Figures that sites show beside stories: `مواقيت الصلاة الفجر 04:51 الظهر 13:29`, `أسعار العملات الدولار 47.5`.
    static let figures = Rule("figures of the day", .widget, .tail) { line in
        guard (4...40).contains(line.words.count), line.ending == .none, line.count(.number) >= 3 else { return false }
        return Neighbours.figures.contains(line.words[0].hash) && Neighbours.figured.contains(line.words[1].hash)
    }
}

/// Words of what stands beside a story, folded and hashed.
enum Neighbours {
    static let words = Lexicon.hashes("السابق السابقة التالي التالية الموالي الموالية اللاحق اللاحقة القادم القادمة")
    static let figures = Lexicon.hashes("مواقيت أوقات أسعار سعر حالة درجات نشرة مؤشرات")
    static let figured = Lexicon.hashes("الصلاة العملات العملة الصرف الذهب الطقس الحرارة البورصة الأسهم الوقود")
}
