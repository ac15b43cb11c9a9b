import NewsModel

extension Rule {
    /// How agencies end a story: `// انتهى //`, `// يتبع //`, `انتهای پیام/ی`, `انتهى ن ح/ ر ع`.
    static let wireEnd = Rule("end of an agency story", .wireEnd) { line in
        if line.isBracketedEnd || line.isSignedByAgency || line.isSigned { return true }
        guard line.words.count <= 6, line.roles(at: 0).contains(.wireEnd) else { return false }
        let initials = line.words.filter { $0.roles.isDisjoint(with: .wireEnd) }
        guard initials.allSatisfy({ $0.range.count <= 4 }) else { return false }
        let isMarked = line.opening == .slashes || line.opening == .bracket || line.folded.contains(UInt8(ascii: "/"))
        return isMarked || line.ending != .stop
    }
}

extension Rule {
    /// The initials of a photographer or an editor by themselves: `ح.م`, `ع. ك.`
    static let initials = Rule("initials", .byline) { line in
        (2...4).contains(line.words.count) && !line.isListed && !line.has(.number) && line.isArabic
            && line.words.allSatisfy { $0.range.count == 2 }
            && line.words.indices.dropLast().allSatisfy { index in
                line.gap(after: index).contains { "./".utf8.contains($0) }
            }
    }
}

extension Line {
    /// `(النهاية)`, which without its brackets is a subheading.
    fileprivate var isBracketedEnd: Bool {
        guard opening == .bracket, let first = words.first, words.count <= 5 else { return false }
        return Line.theEnd.contains(first.hash) && words.dropFirst().allSatisfy { $0.range.count <= 4 }
            && gap(after: words.count == 1 ? 0 : words.count - 1).contains(UInt8(ascii: ")"))
    }

    /// `--(بترا) ع ط/أس`: dashes, the agency in brackets, the initials of the desk.
    fileprivate var isSignedByAgency: Bool {
        guard opening == .dash, (2...7).contains(words.count), roles(at: 0).contains(.agency),
            gap(after: 0).contains(UInt8(ascii: ")"))
        else { return false }
        return words.dropFirst().allSatisfy { $0.range.count <= 4 }
    }

    /// `-مل-`: the initials of the desk between dashes.
    fileprivate var isSigned: Bool {
        guard words.count == 1, isArabic, folded.first == UInt8(ascii: "-"), folded.last == UInt8(ascii: "-") else {
            return false
        }
        return words[0].range.count <= 6
    }

    private static let theEnd = Lexicon.hashes("النهاية نهاية end fin")
}
