import NewsModel

extension Rule {
    /// The keywords of a story: `كلمات دلالية: …`, `الوسوم: روسيا، كوريا`. The label without colon counts behind the
    /// last paragraph only: `سمات روسيا كوريا الشمالية القمة`.
    static let tagList = Rule("keywords", .tags) { line in
        guard let label = line.tagLabel else { return false }
        return line.ending != .stop && line.words.count <= 60 && (label.marked || line.words.count <= label.words)
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
