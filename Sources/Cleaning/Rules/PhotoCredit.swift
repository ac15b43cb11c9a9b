import NewsModel

extension Rule {
    /// Whose picture it was: `تصوير: علي الزهراني`, `(تصوير: علي الشهري)`, `صورة أرشيفية`, `Photo: Getty Images`.
    static let photoCredit = Rule("photo credit", .caption) { line in
        if line.words.count <= 6, line.has(.agency), !line.has(.number), line.folded[...].holds("©") { return true }
        guard line.words.count <= 14, line.ending != .stop || line.words.count <= 4, line.has(.photo) else {
            return false
        }
        let first = line.roles(at: 0)
        guard first.contains(.photo), !first.contains(.conjoined) else {
            return line.words.count <= 6 && line.has(.agency) && line.unknown(besides: [.photo, .agency]) == 0
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

    /// A label that only stands under pictures, before a comma or colon, or what a picture is said to be at the end:
    /// `صدر الصورة، Getty Images`, `التعليق على الصورة، كيم وبوتين`, `بوتين وكيم - صورة أرشيفية`.
    static let pictureNote = Rule("note on a picture", .caption) { line in
        guard (2...30).contains(line.words.count), line.ending != .stop else { return false }
        if let label = line.pictureLabel {
            let gap = line.gap(after: label - 1)
            return gap.contains { ":,-".utf8.contains($0) } || gap.holds("،")
        }
        guard let last = line.parts?.last, last.count < line.words.count else { return false }
        return last.count >= 2 && line.count(.photo, in: last) == last.count
    }
}

extension Line {
    /// The words of a label that names the picture itself: `صدر الصورة`.
    fileprivate var pictureLabel: Int? {
        let run = words.prefix { $0.roles.contains(.photo) || $0.roles.contains(.function) }
        let named = run.count >= 2 && run.filter { $0.roles.contains(.photo) }.count >= 2
        return named && roles(at: 0).contains(.photo) && run.count < words.count ? run.count : nil
    }
}
