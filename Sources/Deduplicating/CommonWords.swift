/// Stems that many articles bear, so that the first articles of a new index are told apart by what matters.
enum CommonWords {
    /// What is known of a stem before any article was seen; `nil` for one that stands in a seventh of all articles or
    /// more and so tells nothing.
    static func commonness(of hash: UInt32) -> Commonness? {
        table[hash, default: .rare]
    }

    private static let table: [UInt32: Commonness?] = {
        var table: [UInt32: Commonness?] = [:]
        for (stems, commonness) in levels {
            for hash in FoldedWords(stems, byteLimit: .max).hashes { table[hash] = .some(commonness) }
        }
        return table
    }()

    private static let levels: [(stems: String, commonness: Commonness?)] = [
        (CommonArabicStems.everywhere, nil), (CommonLatinStems.everywhere, nil),
        (CommonArabicStems.constant, .constant), (CommonLatinStems.constant, .constant),
        (CommonArabicStems.frequent, .frequent), (CommonLatinStems.frequent, .frequent),
        (CommonArabicStems.common, .common), (CommonLatinStems.common, .common),
        (CommonArabicStems.usual, .usual), (CommonLatinStems.usual, .usual),
        (CommonArabicStems.familiar, .familiar), (CommonLatinStems.familiar, .familiar),
        (CommonArabicStems.occasional, .occasional), (CommonLatinStems.occasional, .occasional),
        (CommonArabicStems.seldom, .seldom), (CommonLatinStems.seldom, .seldom),
    ]
}
