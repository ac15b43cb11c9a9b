import NewsModel

extension Rule {
    /// The keywords of a story: `كلمات دلالية: …`, `الوسوم: روسيا، كوريا`, or the label by itself.
    static let tagList = Rule("keywords", .tags) { line in
        guard let label = line.tagLabel else { return false }
        return line.ending != .stop && line.words.count <= 60 && (label.marked || line.words.count <= label.words)
    }

    /// Keywords behind a label without colon: `سمات روسيا كوريا الشمالية القمة`.
    static let unmarkedTags = Rule("keywords", .tags, .tail) { line in
        line.tagLabel != nil && line.ending == .none && line.words.count <= 30
    }

    /// Keywords behind a label that says what they are: `ذُكر في هذا الخبر: البنك المركزي، صندوق النقد`, `الأشخاص: …`.
    static let mentioned = Rule("keywords", .tags, .tail) { line in
        guard line.ending == .none, line.words.count <= 40, let label = line.label(within: 5), label < line.words.count,
            line.gap(after: label - 1).contains(UInt8(ascii: ":")), !line.roles(at: 0).contains(.conjoined)
        else { return false }
        let isKind = label <= 2 && line.words.prefix(label).contains { Mention.kinds.contains($0.hash) }
        let isMention =
            line.count(.content, in: 0..<label) > 0 && line.count(.this, in: 0..<label) > 0
            && line.unknown(besides: [.content, .this, .more], in: 0..<label) <= 1
        return isKind || isMention
    }

    /// Nothing but hashtags: `#روسيا #بوتين #كوريا_الشمالية`.
    static let hashtags = Rule("hashtags", .tags) { line in
        guard line.opening == .hash, line.ending != .stop, line.words.count <= 40 else { return false }
        let parts = line.folded.split(separator: 0x20)
        return parts.allSatisfy { $0.first == UInt8(ascii: "#") } && parts.count >= 2
    }
}

extension Line {
    /// The words of a label of keywords at the start of the line, and whether a colon closes it.
    var tagLabel: (words: Int, marked: Bool)? {
        guard roles(at: 0).contains(.tagLabel), !roles(at: 0).contains(.conjoined) else { return nil }
        var length = 1
        while length < 4, roles(at: length).contains(.tagLabel) { length += 1 }
        return (length, gap(after: length - 1).contains(UInt8(ascii: ":")))
    }
}

/// What keywords are of, folded and hashed.
private enum Mention {
    static let kinds = Lexicon.hashes(
        """
        مواضيع المواضيع موضوعات الموضوعات هاشتاغات الهاشتاغات هاشتاجات دلالات الدلالات الدول دول المناطق منطقة الأشخاص أشخاص
        شخصيات الشخصيات أعلام الأماكن المكان أماكن مفاتيح محاور المحاور الفئات الفئة فئة الدالة دالة المنظمات الجهات
        topics people places countries regions organizations companies themes personen orte länder personas lugares lieux
        """)
}
