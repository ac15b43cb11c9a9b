internal import NewsText

/// A byline taken apart: `By Jane Doe and John Roe, Reuters` names two people.
enum Byline {
    /// The names in a byline.
    ///
    /// - Parameter needsCue: whether the line must open with `By`, `Von`, `كتب`, as one from running text must.
    static func names(in line: String, needsCue: Bool) -> [String] {
        guard !PlainText.holds(line, "://"), !PlainText.holds(line, "www."), !line.hasPrefix("@") else { return [] }
        let (opened, hadCue) = withoutOpening(line)
        guard hadCue || !needsCue else { return [] }
        // What follows an address of the web is its place, not a person.
        return split(opened).map(cleaned).prefix { !isDomain($0) }.filter(isName)
    }

    private static func isDomain(_ text: String) -> Bool {
        !text.contains(" ") && text.split(separator: ".").count > 1
            && text.split(separator: ".").last.map { (2...4).contains($0.count) && $0.allSatisfy(\.isLowercase) }
                == true
    }

    /// Whether a line says `Written by` and no more.
    static func isOpening(_ line: String) -> Bool {
        let words = line.split(separator: " ")
        return (1...3).contains(words.count)
            && words.allSatisfy { openings.contains(Folding.fold(String($0)).trimmingCues) }
    }

    /// `ByJane Doe`, `Written by:Jane Doe`, where the markup has no blank.
    private static func unglued(_ line: String) -> String {
        if let colon = line.firstIndex(of: ":"), line[..<colon].utf8.count < 24 {
            return "\(line[...colon]) \(line[line.index(after: colon)...])"
        }
        for glued in ["Byby", "By", "by", "Von", "Por", "Par"] where line.hasPrefix(glued) {
            let rest = line.dropFirst(glued.count)
            if let first = rest.first, first.isUppercase || glued == "Byby" { return "\(glued) \(rest)" }
        }
        return line
    }

    private static func withoutOpening(_ line: String) -> (String, Bool) {
        var words = unglued(line).split(separator: " ")
        var hadCue = false
        while let first = words.first, words.count > 1 {
            let folded = Folding.fold(String(first)).trimmingCues
            guard openings.contains(folded) else { break }
            words.removeFirst()
            hadCue = true
        }
        return (words.joined(separator: " "), hadCue)
    }

    /// Words a byline opens with, folded.
    private static let openings: Set<String> = Set(
        """
        by written posted reported autorin autorin/autor verfasst geschrieben author authors von par por di door af av de autor autora autore auteur texto text fotos reporting
        كتب كتبت بقلم تحرير اعداد حوار ترجمه كتبها الكاتب تقرير نويسنده yazan kirjoittanut autorzy oleh
        """.split(whereSeparator: \.isWhitespace).map { Folding.fold(String($0)) })

    /// A line cut at the words and marks that stand between names.
    private static func split(_ line: String) -> [String] {
        var parts: [String] = []
        for run in line.unicodeScalars.split(whereSeparator: marks.contains) {
            var words: [Substring] = []
            for word in Substring(run).split(separator: " ") {
                if joints.contains(word) {
                    parts.append(words.joined(separator: " "))
                    words = []
                } else {
                    words.append(word)
                }
            }
            parts.append(words.joined(separator: " "))
        }
        return parts.filter { !$0.isEmpty }
    }

    private static let marks: Set<Unicode.Scalar> = [",", ";", "|", "/", "،", "•", "·", "●"]
    private static let joints: Set<Substring> = [
        "and", "und", "et", "y", "e", "og", "och", "en", "&", "i", "–", "-", "—", "و", "with",
    ]

    private static func cleaned(_ part: String) -> String {
        var text = PlainText.trimmed(part)
        if let bracket = text.firstIndex(where: { $0 == "(" || $0 == "[" || $0 == "<" }),
            !isInsideName(text[bracket...])
        {
            text = PlainText.trimmed(String(text[..<bracket]))
        }
        // `Jane Doe on Tuesday`
        if PlainText.holds(text, " on ") {
            text = text.split(separator: " ").prefix { $0 != "on" }.joined(separator: " ")
        }
        while let last = text.last, last == "." || last == ":" || last == "-" || last == ",", !text.hasSuffix("Jr."),
            !text.hasSuffix("Sr.")
        {
            text.removeLast()
        }
        return PlainText.trimmed(text)
    }

    /// Whether a bracket is part of the name before it: `(Ann) Doe`. What ends with it is not.
    private static func isInsideName(_ bracket: Substring) -> Bool {
        guard let end = bracket.firstIndex(of: ")") else { return false }
        let rest = bracket[bracket.index(after: end)...]
        return rest.first == " " && rest.contains(where: \.isLetter) && rest.allSatisfy { $0.isLetter || $0 == " " }
    }

    private static func isName(_ text: String) -> Bool {
        guard !text.isEmpty, !text.contains("@"), !text.contains(where: \.isNumber) else { return false }
        let words = text.split(separator: " ")
        if words.count == 1, text.contains(".") || text.contains("_") { return false }
        return (1...6).contains(words.count) && words.contains { $0.count > 1 }
    }

    /// Two to four words with capitals, as far as the script has them, and none that links begin with.
    static func looksLikePerson(_ name: String) -> Bool {
        if isWrittenWithoutBlanks(name) { return true }
        let words = name.split(separator: " ")
        guard (2...4).contains(words.count), let first = words.first, !name.contains("+") else { return false }
        guard !isLabel(String(first)) else { return false }
        let capitals = words.count { $0.first?.isLowercase == false }
        return capitals >= 2 || (capitals == words.count - 1 && capitals > 0)
    }

    /// Two to seven characters of Chinese or Japanese, and none that desks and lists are called by.
    private static func isWrittenWithoutBlanks(_ name: String) -> Bool {
        (2...7).contains(name.unicodeScalars.count)
            && name.unicodeScalars.allSatisfy {
                (0x3040...0x30FF).contains($0.value) || (0x4E00...0x9FFF).contains($0.value)
            }
            && !["編", "编", "部", "社", "新聞", "報", "记者", "記者", "一覧", "記事", "著者", "作者"].contains(where: name.contains)
    }

    /// Whether a text begins as links and labels do.
    static func isLabel(_ text: String) -> Bool {
        let first = text.split(separator: " ").first.map { Folding.fold(String($0)).trimmingCues }
        return first.map(linkWords.contains) ?? true
    }

    private static let linkWords: Set<String> = Set(
        """
        no comment comments more all view about read learn follow see articles posts contact alles alle mehr uber zum zur plus voir tous ver
        todos mas leggi tutti watch listen live download follow email mail e-mail sponsored breaking exclusive editor
        advertisement click open quelle source fuente fonte foto photo image powered published posted updated latest share subscribe sign log join get the our meet
        المزيد كل جميع مقالات اقرا
        """.split(whereSeparator: \.isWhitespace).map { Folding.fold(String($0)) })

    /// Whether a name is that of an outlet, a desk or an agency.
    static func isOutlet(_ name: String) -> Bool {
        let words = Set(foldedWords(of: name))
        if !words.isDisjoint(with: outletWords) { return true }
        return name.contains(".")
            && name.split(separator: ".").last.map { (2...4).contains($0.count) && $0.allSatisfy(\.isLowercase) }
                == true
    }

    private static let outletWords: Set<String> = Set(
        """
        reuters ap afp dpa upi efe ansa xinhua tass admin administrator editor editors staff newsroom redaktion redaccion
        redazione redaction redacao team desk press agency agencies news guest contributor correspondent online newspaper
        tv media group journal times the وكالات متابعات وكاله انباء الانباء اخبار صحيفه جريده قناه موقع نت مراسل التحرير
        خبرگزاري رويترز بوابه شبكه
        """.split(whereSeparator: \.isWhitespace).map { Folding.fold(String($0)) })
}

extension String {
    fileprivate var trimmingCues: String {
        var text = self[...]
        while let last = text.last, last == ":" || last == "." || last == "：" { text = text.dropLast() }
        return String(text)
    }
}
