import NewsModel

extension Rule {
    /// The frame above a story: `الموقع الرسمي | القاهرة الاخبارية`, `الرئيسية / أخبار / عربي ودولي`, `عام /`.
    static let header = Rule("site header", .header, .head) { line in
        if line.isPathFromHome { return true }
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
        if isPath, !line.has(.opener), let parts = line.parts, parts.count <= 4, line.opening == .none {
            return line.folded.contains(UInt8(ascii: "/")) && parts.allSatisfy { $0.count <= 2 }
                && !line.has(.givenName)
                && !line.has([.outlet, .agency, .place])
        }
        return line.has([.section, .flag]) && known == 0 && line.words.count <= 3 && !line.has(.function)
    }
}

extension Line {
    /// The way from the start page, down to the title of this very story: `الرئيسية » أخبار محلية » السودان: معارك عنيفة`.
    fileprivate var isPathFromHome: Bool {
        guard roles(at: 0).contains(.home), words.count <= 30, ending != .stop else { return false }
        let steps = words.indices.filter { index in
            let gap = gap(after: index)
            return gap.contains { "/>|".utf8.contains($0) } || gap.holds("»") || gap.holds("›") || gap.holds("\\")
        }
        return steps.count >= 2
    }
}
