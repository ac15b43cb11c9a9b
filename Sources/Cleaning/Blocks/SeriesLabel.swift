extension RelatedCue {
    /// The words of a label that leads to a story of the same affair or series, with the title behind it:
    /// `ضمن هذه السلسلة: …`, `شاهدوا أبرز اللقطات: …`, `لتفاصيل أكثر عن الصفقة: …`, `قصة ذات صلة - …`.
    ///
    /// `ملف الهجرة: خلاف أوروبي جديد` is a subheading: it asks nothing and names no place among other stories.
    static func leadsToSeries(_ line: Line) -> Bool {
        guard line.isArabic, line.words.count <= 26, line.ending != .stop, line.opening != .quote,
            let label = line.label(within: 7) ?? line.dash(within: 5), label < line.words.count
        else { return false }
        let item = label..<line.words.count
        guard item.count - line.count(.number, in: item) >= 3 else { return false }
        let head = Line(line.text(words: 0..<label))
        guard let page = PageLine(head) else { return false }
        let known: Roles = [
            .reading, .also, .more, .related, .content, .other, .this, .latest, .photo, .you, .us, .now,
        ]
        let opens = [Series.among, Series.questions, Series.purposes].contains { $0.contains(head.words[0].hash) }
        let strangers =
            page.strangers(besides: [.series, .picture, .thing, .look, .placing, .filler], known)
            - (opens && head.roles(at: 0).isDisjoint(with: known.union(.function)) ? 1 : 0)
        let isMarked = line.gap(after: label - 1).contains(UInt8(ascii: ":"))
        let names = page.has([.series, .picture, .thing]) || head.has([.content, .related])
        if page.at(0).contains(.look) || Series.questions.contains(head.words[0].hash) && page.has(.look) {
            return label >= 2 && strangers <= (names ? 1 : 0) && (isMarked || names)
        }
        if head.roles(at: 0).intersection([.more, .content]) == .more || Series.purposes.contains(head.words[0].hash) {
            return strangers <= 2 && (label >= 2 || !isMarked)
        }
        if head.has([.related, .also]) { return strangers == 0 && names }
        guard Series.among.contains(head.words[0].hash), strangers == 0, label >= 2 else { return false }
        return page.has(.series) && (isMarked || head.has([.us, .this]))
    }

    /// Recommends reading, and runs on into the title: `نرشح لكم قراءة قمة جديدة في موسكو`.
    static func recommends(_ line: Line) -> Bool {
        guard line.isArabic, line.words.count >= 5, line.roles(at: 0).contains(.recommendation) else { return false }
        return (1..<4).contains { Stems.ofPages.functions(of: line.word($0)).contains(.look) }
            && line.unknown(besides: [.recommendation, .reading, .you, .us], in: 0..<2) <= 1
    }
}

extension Line {
    /// The number of words before a dash with blanks at both sides.
    fileprivate func dash(within limit: Int) -> Int? {
        (0..<min(limit, words.count)).first { index in
            let gap = gap(after: index)
            return gap.elementsEqual(" - ".utf8) || gap.holds(" – ") || gap.holds(" — ")
        }.map { $0 + 1 }
    }
}

/// Words that open such labels, folded and hashed.
private enum Series {
    static let among = Lexicon.hashes("ضمن من في")
    static let questions = Lexicon.hashes("هل")
    static let purposes = Lexicon.hashes("لتفاصيل للتفاصيل ولتفاصيل لخلفية للخلفية لخلفيات للعودة للتذكير")
}
