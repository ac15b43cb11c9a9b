import NewsModel

extension Draft {
    /// Marks lines between paragraphs that say what a picture shows:
    /// `زعيم كوريا الشمالية كيم جونج أون يستقل قطاره المضاد للرصاص`.
    ///
    /// Only in plain text, where no markup tells a caption from a subheading.
    mutating func markCaptions() {
        guard isPlainText else { return }
        let first = firstParagraph
        let last = lastParagraph
        guard first < last else { return }
        for index in first + 1..<last where isKept(index) && lines[index].isCaptionLike {
            mark(index, .caption, "what a picture shows")
        }
    }
}

extension Line {
    /// A line above the story that goes on for a while and ends with a name in brackets: `من جلسة أمس (دالاتي ونهرا)`.
    var endsInBrackets: Bool {
        guard (5...24).contains(words.count), ending == .none, folded.last == UInt8(ascii: ")"),
            let open = words.indices.dropLast().suffix(4).last(where: { gap(after: $0).contains(UInt8(ascii: "(")) })
        else { return false }
        return open >= 2 && count(.number, in: open + 1..<words.count) == 0
    }

    /// Begins with who or what is in the picture, goes on for a while, and does not end as sentences do.
    var isCaptionLike: Bool {
        guard (3...24).contains(words.count), ending == .none,
            opening == .none || opening == .bracket || opening == .quote
        else { return false }
        if endsWithCredit || endsWithForeignName { return words.count >= 4 }
        if roles(at: 0).contains(.pictured), roles(at: 1).contains([.pictured, .function]) { return true }
        guard roles(at: 0).contains(.pictured) else { return false }
        if let label = label(within: words.count) {
            return label >= 4 && words.count - label <= 5 && gap(after: label - 1).contains(UInt8(ascii: "|"))
        }
        return words.count >= 7 || words.count >= 4 && isPresentPlural(word(1))
    }

    /// `يرفعون`: what people in a picture are doing.
    private func isPresentPlural(_ word: ArraySlice<UInt8>) -> Bool {
        word.count >= 10 && (word.starts(with: "ي".utf8) || word.starts(with: "ت".utf8))
            && word.suffix(4).elementsEqual("ون".utf8)
    }

    /// `… من التيتانيوم - Apple`, `… في فلاديفوستوك - أ.ف.ب`: behind a dash an agency, or a name in another script.
    private var endsWithForeignName: Bool {
        guard isArabic, roles(at: 0).isDisjoint(with: [.conjoined, .opener]), !has(.content) else { return false }
        let dash = words.indices.dropLast().suffix(4).last { index in
            let gap = gap(after: index)
            return gap.elementsEqual(" - ".utf8) || gap.holds(" – ") || gap.holds(" — ")
        }
        guard let dash, dash >= 3 else { return false }
        let name = words[(dash + 1)...]
        let isForeign = name.allSatisfy {
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(folded[$0.range.lowerBound])
        }
        return isForeign || name.allSatisfy { $0.roles.contains(.agency) }
    }

    /// `… الشهر الماضي (رويترز)`
    private var endsWithCredit: Bool {
        guard roles(at: 0).isDisjoint(with: [.place, .conjoined, .opener]) else { return false }
        guard folded.last == UInt8(ascii: ")"),
            let open = words.indices.dropLast().suffix(4).last(where: { gap(after: $0).contains(UInt8(ascii: "(")) })
        else { return false }
        let credit = open + 1..<words.count
        let origins: Roles = [.agency, .outlet, .platform, .channel, .photo]
        let isPerson =
            isName(credit) || credit.count <= 5 && credit.dropLast().contains { gap(after: $0).elementsEqual("/".utf8) }
        return isPerson || words.last.map { $0.roles.contains(.agency) } ?? false
            || count(origins, in: credit) == credit.count
            || !roles(at: open + 1).isDisjoint(with: [.channel, .platform]) && credit.count <= 4
    }
}
