import NewsModel

extension Rule {
    /// The frame above a story: `الموقع الرسمي | القاهرة الاخبارية`, `الرئيسية / أخبار / عربي ودولي`, `عام /`.
    static let header = Rule("site header", .header, .head) { line in
        guard !line.has(.number), line.words.count <= 12, line.ending == .none || line.ending == .colon else {
            return false
        }
        let first = line.roles(at: 0)
        if first.contains(.home) {
            return line.unknown(besides: [.home, .section, .content, .outlet, .place]) <= 3
        }
        let isPath =
            line.folded.contains(UInt8(ascii: "/")) || line.folded[...].holds("»")
            || line.folded.contains(UInt8(ascii: "|"))
            || line.folded.contains(UInt8(ascii: ">"))
        let known = line.unknown(besides: [.home, .section, .content, .outlet, .place, .latest, .flag, .button])
        if isPath && line.has([.section, .button]) { return known <= 1 && line.words.count <= 8 }
        return line.has([.section, .flag]) && known == 0 && line.words.count <= 3 && !line.has(.function)
    }
}
