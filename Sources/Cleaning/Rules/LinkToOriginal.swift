import NewsModel

extension Rule {
    /// A way back to the paper: `هذا المحتوى من «المصري اليوم».. اضغط هنا لقراءة الموضوع الأصلي`,
    /// `رابط الخبر بصحيفة الوئام: …`, `Read the full story here`.
    static let linkToOriginal = Rule("link to the original", .link) { line in
        guard line.words.count <= 40 else { return false }
        if line.has(.click) && line.has(.here) && line.has([.original, .reading, .content, .more, .following]) {
            return line.ending != .stop || line.words.count <= 14
        }
        if line.endsWithClick { return true }
        guard let label = line.label(within: 6), line.gap(after: label - 1).contains(UInt8(ascii: ":")) else {
            return false
        }
        let roles = line.roles(of: 0..<label)
        let isLink = !roles.isDisjoint(with: [.link, .sourceLabel]) && !roles.isDisjoint(with: [.content, .original])
        return isLink && !roles.contains(.conjoined)
            && line.unknown(
                besides: [.link, .sourceLabel, .this, .content, .outlet, .original, .here, .button], in: 0..<label) <= 2
    }
}

extension Line {
    /// What for, and then where to click: `للتداول في البورصات الخليجية اضغط هنا`, `… من هنا`.
    fileprivate var endsWithClick: Bool {
        guard (3...16).contains(words.count), ending != .stop, opening != .quote, !has(.opener),
            roles(at: words.count - 1).contains(.here), roles(at: words.count - 2).contains(.click)
        else { return false }
        return word(0).starts(with: Line.purpose)
    }

    /// `ل` before what one may do.
    private static let purpose = Array("ل".utf8)
}
