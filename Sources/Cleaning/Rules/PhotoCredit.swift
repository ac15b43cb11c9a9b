import NewsModel

extension Rule {
    /// Whose picture it was: `تصوير: علي الزهراني`, `(تصوير: علي الشهري)`, `صورة أرشيفية`, `Photo: Getty Images`.
    static let photoCredit = Rule("photo credit", .caption) { line in
        if line.folded[...].holds("©"), line.words.count <= 6, line.has(.agency), !line.has(.number) { return true }
        guard line.words.count <= 14, line.ending != .stop || line.words.count <= 4, line.has(.photo) else {
            return false
        }
        let first = line.roles(at: 0)
        guard first.contains(.photo), !first.contains(.conjoined) else {
            return line.words.count <= 6 && line.has(.agency) && line.unknown(besides: [.photo, .agency]) <= 1
        }
        if line.unknown(besides: [.photo, .agency, .flag]) == 0 {
            return line.words.count > 1 || line.opening == .bracket
        }
        if line.has([.agency, .outlet]), line.words.count <= 6, line.unknown(besides: [.photo, .agency, .outlet]) == 0 {
            return true
        }
        guard let label = line.label(within: 3) else { return line.opening == .bracket }
        return line.unknown(besides: [.photo], in: 0..<label) == 0 && line.words.count - label <= 8
    }
}
