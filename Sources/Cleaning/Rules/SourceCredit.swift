import NewsModel

extension Rule {
    /// The credit of a story on a line of its own: `المصدر: وكالات`, `نقلاً عن: سكاي نيوز`, `Source: AFP`.
    ///
    /// A sentence may hold the same words (`وقال المصدر: إن …`), so the label must open the line and no more than a
    /// few words may follow.
    static let sourceCredit = Rule("source line", .source) { line in
        guard let label = line.sourceLabel else { return false }
        let named = label..<line.words.count
        guard named.count <= 10, !line.roles(at: label).contains(.opener) || named.count <= 3 else { return false }
        return line.ending != .stop || named.count <= 4
    }

    /// Agencies in brackets on a line of their own: `(أ ف ب)`, `(رويترز، العربي الجديد)`.
    static let bracketedSource = Rule("agency in brackets", .source) { line in
        line.opening == .bracket && line.folded.last == UInt8(ascii: ")") && line.words.count <= 8
            && line.has(.agency) && line.unknown(besides: [.agency, .outlet, .place, .photo]) == 0
    }

    /// An agency by itself where a story begins or ends, with the initials of an editor at most:
    /// `الأناضول + وكالات`, `ع.ج.م/أ.ح (أ ف ب، رويترز)`.
    static let bareSource = Rule("agency by itself", .source, .edges) { line in
        guard line.words.count <= 12, line.ending != .colon, line.has(.agency), !line.has(.content) else {
            return false
        }
        let known: Roles = [.agency, .outlet, .place, .channel, .flag, .function]
        return line.words.allSatisfy { $0.range.count <= 2 || !$0.roles.isDisjoint(with: known) }
    }
}

extension Rule {
    /// A sentence on where the story comes from: `The Associated Press contributed to this report.`,
    /// `With files from the Canadian Press`, `This story was originally published by …`.
    static let creditNote = Rule("note on the source", .source, .afterStart) { line in
        guard (3...30).contains(line.words.count), line.opening != .quote else { return false }
        return line.words.contains { $0.roles.contains([.sourceLabel, .work]) } || line.tellsOrigin
    }
}

extension Line {
    /// The number of words of a source label with its colon, when the line opens with one.
    var sourceLabel: Int? {
        let first = roles(at: 0)
        guard first.contains(.sourceLabel), !first.contains(.conjoined) else { return nil }
        for length in 1...2 where roles(at: length - 1).contains(.sourceLabel) {
            let gap = gap(after: length - 1)
            if gap.contains(UInt8(ascii: ":")) { return length }
        }
        guard words.count <= 6, ending == .none, roles(at: 1).contains(.sourceLabel) else { return nil }
        return 2
    }
}

extension Line {
    /// Where a text was printed first, or with whom: `نشر هذا المقال أولا في صحيفة الحياة`,
    /// `تنشر هذه المادة بالتعاون مع موقع درج`, `هذا الخبر منقول من موقع آخر`.
    ///
    /// `نشر هذا المقال أول مرة عام 1936 ثم صودرت المجلة.` tells more than that.
    fileprivate var tellsOrigin: Bool {
        guard (4...18).contains(words.count), isArabic, !has([.number, .conjoined]) else { return false }
        let opening = 0..<5
        guard words.prefix(4).contains(where: { Origin.printed.contains($0.hash) }),
            !roles(of: opening).isDisjoint(with: .this), !roles(of: opening).isDisjoint(with: .content)
        else { return false }
        let names = words.contains { Origin.places.contains($0.hash) } || has([.outlet, .sourceLabel, .agency])
        return names && unknown(besides: [.this, .content, .outlet, .sourceLabel, .agency, .opener, .link]) <= 5
            && (ending != .stop || words.count <= 12)
    }
}

/// Words of notes on where a text was printed, folded and hashed.
private enum Origin {
    static let printed = Lexicon.hashes(
        "نشر نشرت ينشر تنشر نشرته نشرتها نُشر منشور منشورة منقول منقولة مترجم مترجمة مأخوذ مأخوذة أعيد ظهر ظهرت صدر تم")
    static let places = Lexicon.hashes(
        "بالتعاون بالتزامن بالشراكة باتفاق بالاتفاق بإذن بتصريح موقع صحيفة مجلة مدونة وكالة مصدر منصة شبكة نقلا")
}
