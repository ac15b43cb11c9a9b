import NewsModel

/// A kind of short line that the functions of its words tell, where no rule for single words knew it.
struct PageRule: Sendable {
    /// In a few words, for `--explain`.
    let name: String
    let reason: Removal.Reason
    let knows: @Sendable (PageLine) -> Bool

    static let all: [PageRule] = [
        picturesOrigin, shownAccount, bookCover, gallery, paidFor, call, language, rights, support,
        tools, sizes, comments, offers,
    ]
}

extension Draft {
    /// Judges short lines that are still kept by the functions of their words.
    mutating func applyPageRules() {
        let title = titleOfPlainText
        for index in lines.indices where isKept(index) && index != title && !lines[index].isParagraph {
            guard let line = PageLine(lines[index]) else { continue }
            if let rule = PageRule.all.first(where: { $0.knows(line) }) { mark(index, rule.reason, rule.name) }
        }
        markAnswers()
    }

    /// A question and the answers to choose from: `هل تؤيد القرار؟`, `نعم`, `لا`.
    private mutating func markAnswers() {
        for index in lines.indices.dropLast(2) where lines[index].ending == .question && lines[index].words.count <= 20
        {
            guard isKept(index) || reason(index) == .widget else { continue }
            let answers = lines[(index + 1)...].prefix(6).prefix { $0.words.count <= 4 && $0.ending == .none }
            guard answers.count >= 2, answers.contains(where: \.isAnswer) else { continue }
            for answer in index...index + answers.count { mark(answer, .widget, "question with its answers") }
        }
    }
}

extension Line {
    /// `نعم`, `لا`, `لا أعرف`: nothing else.
    fileprivate var isAnswer: Bool {
        guard (1...3).contains(words.count), let first = words.first else { return false }
        return words.count == 1
            ? Answers.alone.contains(first.hash)
            : Answers.alone.contains(first.hash) && Answers.behind.contains(words[1].hash)
    }
}

/// Answers of polls, folded and hashed.
private enum Answers {
    static let alone = Lexicon.hashes("نعم لا ربما أوافق أؤيد أعارض yes no oui non ja nein بله خیر ہاں نہیں evet hayır")
    static let behind = Lexicon.hashes("أعرف أدري أعلم رأي أهتم أوافق أؤيد بشدة أبدا بالتأكيد طبعا")
}
