import NewsModel

extension Rule {
    /// A writer beside a place or a paper: `علي القحطاني – الرياض`, `عمان-الوئام-خالد الضبيبي:`, `محمد طالبي (أبها)`,
    /// `Alqahera News - سمر سليمان`.
    static let nameAndPlace = Rule("writer and place", .byline, .head) { line in
        if let place = line.labelOfPlace, line.words.count <= place + 3, line.isName(place..<line.words.count) {
            return true
        }
        guard let parts = line.parts, parts.count <= 4 else { return false }
        return parts.contains { line.isName($0) }
            && parts.allSatisfy { line.isName($0) || line.isPlaceOrOutlet($0) || $0.count <= 2 }
    }

    /// A paper beside a place, a section or `متابعات`: `المرصاد نت - متابعات`, `جازان - الوئام :`, `عكاظ (جدة)`.
    static let outletLine = Rule("outlet", .outlet, .head) { line in
        if let parts = line.parts {
            return parts.count <= 4 && parts.allSatisfy { $0.count <= 4 } && parts.contains { line.isPlaceOrOutlet($0) }
                && !parts.contains { line.isName($0) } && line.words.count <= 8
        }
        return line.words.count <= 4 && line.has(.outlet) && line.ending == .none
            && line.unknown(besides: [.outlet, .place, .now, .section]) <= 1
            && (line.roles(at: 0).contains(.outlet) || line.words.last.map { $0.roles.contains(.outlet) } ?? false)
            && !line.has(.opener)
    }
}

extension Line {
    /// The parts of a short line that dashes, strokes or brackets divide; `nil` when nothing divides it or it is a sentence.
    var parts: [Range<Int>]? {
        guard words.count <= 10, ending == .none || ending == .colon else { return nil }
        var parts: [Range<Int>] = []
        var start = 0
        for index in words.indices where Line.divides(gap(after: index)) || index == words.count - 1 {
            parts.append(start..<index + 1)
            start = index + 1
        }
        return parts.count > 1 ? parts : nil
    }

    private static func divides(_ gap: ArraySlice<UInt8>) -> Bool {
        gap.contains { "-/|(,".utf8.contains($0) } || gap.holds("–") || gap.holds("—")
    }

    /// The words before a colon, when they are a place and nothing else: `الرياض: خالد العتيبي`.
    fileprivate var labelOfPlace: Int? {
        guard let label = label(within: 2), label < words.count, isArabic,
            words[..<label].allSatisfy({ $0.roles.contains(.place) }),
            gap(after: label - 1).contains(UInt8(ascii: ":"))
        else { return nil }
        return label
    }

    /// Two to four words, the first of them the given name of a person.
    func isName(_ range: Range<Int>) -> Bool {
        guard (2...5).contains(range.count), count([.outlet, .content], in: range) == 0,
            !words[range].contains(where: \.isGrammar)
        else { return false }
        return range.prefix(2).contains { roles(at: $0).contains(.givenName) }
    }

    func isPlaceOrOutlet(_ range: Range<Int>) -> Bool {
        !roles(of: range).isDisjoint(with: [.place, .outlet, .agency, .flag])
            && unknown(besides: [.place, .outlet, .agency, .flag, .section, .now], in: range) <= 2
    }
}
