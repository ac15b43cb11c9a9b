/// What the bytes above ASCII of a document look like, to tell its encoding when no label does, or a wrong one.
struct CharsetStatistics {
    private var counts = [Int](repeating: 0, count: 256)
    /// The same, of bytes that stand beside another one: the letters of a script of its own, without French words.
    private var runCounts = [Int](repeating: 0, count: 256)
    /// Bytes above ASCII.
    private(set) var total = 0
    /// Those of them that stand beside another one. Nearly all in Arabic, Cyrillic or Greek, few in Latin script.
    private var inRuns = 0
    /// Runs of two and more of them.
    private var runs = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        var before: UInt8 = 0
        let head = bytes.prefix(CharsetStatistics.reach)
        for (index, byte) in head.enumerated() {
            if byte >= 0x80 {
                counts[Int(byte)] += 1
                total += 1
                if before >= 0x80 || index + 1 < head.count && head[index + 1] >= 0x80 {
                    runCounts[Int(byte)] += 1
                    inRuns += 1
                    if before < 0x80 { runs += 1 }
                }
            }
            before = byte
        }
    }

    /// Bytes of the document that are counted.
    private static let reach = 262_144

    /// Whether the letters above ASCII make whole words.
    var isOwnScript: Bool { inRuns * 10 >= total * 6 }

    /// How well the bytes fit an encoding's language, −100…100: near 80 for running text, below 40 for a wrong guess.
    func score(_ model: CharsetModel) -> Int {
        let counts = isOwnScript ? runCounts : counts
        var sum = 0
        var counted = 0
        for byte in 0x80...0xFF where counts[byte] > 0 {
            guard let score = model.scores[byte] else { continue }
            sum += Int(score) * counts[byte]
            counted += counts[byte]
        }
        return counted == 0 ? 0 : sum / counted
    }

    /// The encoding whose letters fit best, with its score; windows-1252 when none fits at all.
    func best() -> (encoding: Encoding, score: Int) {
        let models = isOwnScript ? CharsetModel.ownScript : CharsetModel.latin
        var best = (encoding: Encoding.windows1252, score: 0)
        for model in models {
            let score = score(model)
            if score > best.score { best = (model.encoding, score) }
        }
        return best
    }

    /// The encoding that the letters prove against a label, `nil` when they do not.
    ///
    /// Worked out on Arabic news: running text reaches 75…85; read as the other Arabic encoding 55…65, as another
    /// script's 40 at most.
    func contradiction(of labelled: Encoding) -> Encoding? {
        guard total >= CharsetStatistics.leastEvidence, isOwnScript else { return nil }
        let best = best()
        guard best.score >= 45, best.encoding != labelled else { return nil }
        if let own = CharsetModel.ownScript.first(where: { $0.encoding == labelled }) {
            let margin = total >= 100 ? 10 : total >= CharsetStatistics.evidence ? 16 : 25
            return best.score >= score(own) + margin ? best.encoding : nil
        }
        guard CharsetModel.isLatin(labelled) else { return nil }
        return total >= CharsetStatistics.evidence || hasLongRuns ? best.encoding : nil
    }

    /// Bytes above ASCII that it takes to overrule a label, about five words, and where nothing speaks for the label:
    /// three.
    private static let evidence = 24
    private static let leastEvidence = 12

    /// Whether the runs have three letters and more, as no word of Latin script has accented ones.
    private var hasLongRuns: Bool { inRuns >= 3 * runs && inRuns * 10 >= total * 9 }
}

/// How often the bytes of an encoding occur in the language it is used for.
struct CharsetModel {
    let encoding: Encoding
    /// By byte: 100 for the most frequent letter down to 0, −100 for what does not occur, `nil` for punctuation.
    let scores: [Int8?]

    private init?(_ label: String, _ letters: String, rare: String = "") {
        guard let encoding = Encoding(label: label), let table = SingleByteTable(encoding) else { return nil }
        self.encoding = encoding
        let ranks = Array(letters.unicodeScalars)
        var byScalar: [UInt32: Int8] = [:]
        for (rank, letter) in ranks.enumerated() {
            byScalar[letter.value] = Int8(100 - 100 * rank / max(ranks.count, 1))
        }
        for letter in rare.unicodeScalars { byScalar[letter.value] = 0 }
        scores = table.scalars.map { scalar in
            if let score = byScalar[scalar] { return score }
            return CharsetModel.isPunctuation(scalar) ? nil : -100
        }
    }

    static func isLatin(_ encoding: Encoding) -> Bool {
        latinNames.contains(encoding.name)
    }

    private static let latinNames: Set = [
        "windows-1250", "windows-1252", "windows-1254", "windows-1257", "windows-1258", "iso-8859-2", "iso-8859-3",
        "iso-8859-4", "iso-8859-10", "iso-8859-13", "iso-8859-14", "iso-8859-15", "iso-8859-16",
    ]

    private static func isPunctuation(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0xA0, 0xA9, 0xAB, 0xAD, 0xAE, 0xB7, 0xBB, 0x060C, 0x061B, 0x061F, 0x200B...0x200F, 0x2013...0x2026, 0x20AC:
            true
        default: false
        }
    }

    /// Encodings of scripts that have their own letters, the Arabic ones first.
    static let ownScript = [
        CharsetModel(
            "windows-1256", arabic,
            rare: "پچژگںےھہکـ\u{64B}\u{64C}\u{64D}\u{64E}\u{64F}\u{650}\u{651}\u{652}"),
        CharsetModel("iso-8859-6", arabic, rare: "ـ\u{64B}\u{64C}\u{64D}\u{64E}\u{64F}\u{650}\u{651}\u{652}"),
        CharsetModel("windows-1251", russian, rare: russianCapitals),
        CharsetModel("koi8-r", russian, rare: russianCapitals),
        CharsetModel("iso-8859-5", russian, rare: russianCapitals),
        CharsetModel("ibm866", russian, rare: russianCapitals),
        CharsetModel("windows-1253", greek, rare: "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΆΈΉΊΌΎΏ"),
        CharsetModel("windows-1255", "יולהאמתרבשנעדחקפצםגכןטסזץךף"),
        CharsetModel("windows-874", "านรอเกงมยลวดทสตะปบคัีิ่้ำขจแใพไหชผศธโณถซภฐึืุูฟษ์ฎญฉฮฏฬฒฆฝฌ็๊๋ๆฯฤ"),
    ].compactMap { $0 }

    /// Encodings of Latin script, whose accented letters stand alone among ASCII.
    static let latin = [
        CharsetModel("windows-1252", "éèüäöàêñóçáíßãôúâîûïëùåøæœõìòÉÄÖÜÀÁÓÅØ’ÇÈÊÍÚÂÑ", rare: "ÿŒÆÎÔÛ°£¿¡ºª"),
        CharsetModel("windows-1250", "áłąéęíěóśżčřžšćýńůőúűťďňôŠČŽŁÁŚŘÍÉŻĆĄźŹ", rare: "äöüăâîșţđ"),
        CharsetModel("iso-8859-2", "áłąéęíěóśżčřžšćýńůőúűťďňôź", rare: "ŠČŽŁÁŚŘÍÉŻĆĄŹäöüăâîșţđ"),
        CharsetModel("windows-1254", "ışğüçöİŞÜÖÇĞ", rare: "âîû’"),
    ].compactMap { $0 }

    /// The letters of Arabic news, the frequent ones first.
    private static let arabic = "اليمونرتبةعدسفكهقأحجىشصخطضإذئثزءغظؤآ"
    private static let russian = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъёіїєґ"
    private static let russianCapitals = "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЭЮЯІЇЄ№"
    private static let greek = "αοιετσνηυρπκμλςωδγχθφβξζψάίόέήύώϊϋΐΰ"
}
