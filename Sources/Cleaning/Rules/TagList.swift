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
