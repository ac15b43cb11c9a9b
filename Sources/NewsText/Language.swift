/// The language of a text, told from its letters and its most frequent small words.
///
/// What a page declares of itself is often missing or wrong, above all on Arabic pages.
package enum LanguageGuess {
    /// The ISO 639-1 code, or `nil` when the text is too short or no known language stands out.
    ///
    /// Scripts of one language decide alone; in shared scripts (Latin, Arabic, Cyrillic) small words vote, those that
    /// fewer languages share with more weight, and letters only one language has.
    package static func language(of text: String) -> String? {
        var text = text
        return text.withUTF8 { language(of: $0) }
    }

    /// Bytes looked at.
    private static let sampleLimit = 8000

    private static func language(of utf8: UnsafeBufferPointer<UInt8>) -> String? {
        let sample = UnsafeBufferPointer(rebasing: utf8.prefix(sampleLimit))
        let letters = LetterCounts(sample)
        guard let script = letters.script else { return nil }
        switch script {
        case .arabic, .cyrillic, .latin:
            return SmallWords.vote(on: sample, in: script, letters)
        case .hebrew, .greek, .japanese, .chinese, .korean, .thai, .devanagari, .armenian, .georgian, .bengali, .tamil:
            return letters.total >= 12 ? script.onlyLanguage : nil
        }
    }
}

/// A writing system, as far as it narrows the language down.
enum Script: Int, CaseIterable {
    case arabic, cyrillic, latin, hebrew, greek, japanese, chinese, korean, thai, devanagari, armenian, georgian,
        bengali, tamil

    /// The language taken for granted when the script is seen.
    var onlyLanguage: String? {
        switch self {
        case .arabic, .cyrillic, .latin: nil
        case .hebrew: "he"
        case .greek: "el"
        case .japanese: "ja"
        case .chinese: "zh"
        case .korean: "ko"
        case .thai: "th"
        case .devanagari: "hi"
        case .armenian: "hy"
        case .georgian: "ka"
        case .bengali: "bn"
        case .tamil: "ta"
        }
    }

    init?(_ scalar: UInt32) {
        switch scalar {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: self = .latin
        case 0x0620...0x064A, 0x066E...0x06D3, 0x06FA...0x06FF, 0x0750...0x077F, 0xFB50...0xFDFF, 0xFE70...0xFEFC:
            self = .arabic
        case 0x0400...0x052F: self = .cyrillic
        case 0x05D0...0x05F2: self = .hebrew
        case 0x0370...0x03FF, 0x1F00...0x1FFF: self = .greek
        case 0x3040...0x30FF: self = .japanese
        case 0x3400...0x9FFF: self = .chinese
        case 0xAC00...0xD7A3, 0x1100...0x11FF: self = .korean
        case 0x0E00...0x0E7F: self = .thai
        case 0x0900...0x097F: self = .devanagari
        case 0x0530...0x058F: self = .armenian
        case 0x10A0...0x10FF: self = .georgian
        case 0x0980...0x09FF: self = .bengali
        case 0x0B80...0x0BFF: self = .tamil
        default: return nil
        }
    }
}

/// How many letters of each script a text holds, and of those that tell languages of one script apart.
struct LetterCounts {
    private var counts = Array(repeating: 0, count: Script.allCases.count)
    private(set) var marks: [String: Int] = [:]
    private(set) var total = 0

    init(_ utf8: UnsafeBufferPointer<UInt8>) {
        var index = 0
        while index < utf8.count {
            let (scalar, length) = decodeScalar(utf8, at: index)
            index += length
            guard let script = Script(scalar) else { continue }
            counts[script.rawValue] += 1
            total += 1
            if let language = LetterCounts.ownLetters[scalar] { marks[language, default: 0] += 1 }
        }
    }

    /// The script most letters are of. Kana among Chinese characters make a text Japanese.
    var script: Script? {
        guard total >= 8 else { return nil }
        if counts[Script.japanese.rawValue] * 8 > total { return .japanese }
        return Script.allCases.max { counts[$0.rawValue] < counts[$1.rawValue] }
    }

    /// Letters only one of the languages told apart here is written with.
    private static let ownLetters: [UInt32: String] = {
        let letters: [(String, String)] = [
            ("fa", "پچژ"), ("ur", "ٹڈڑںےہھ"), ("ps", "ټډړښڼېۍ"), ("ckb", "ێۆڵڕڤە"), ("ug", "ۇۈۋې"),
            ("uk", "їєґ"), ("be", "ў"), ("sr", "ђћџљњј"), ("mk", "ѓќѕ"), ("kk", "әғқңөұүһ"),
            ("de", "ß"), ("es", "ñ¿¡"), ("pt", "ãõ"), ("pl", "łńśźż"), ("ro", "țșă"), ("cs", "řěů"), ("sk", "ľĺŕ"),
            ("hu", "őű"), ("tr", "ığş"), ("sv", "ä"), ("da", "ø"), ("vi", "ơưđạếộ"), ("lt", "ėųį"), ("lv", "ļķņ"),
            ("is", "þð"), ("ca", "ŀ"),
        ]
        var table: [UInt32: String] = [:]
        for (language, own) in letters {
            for letter in own.unicodeScalars { table[letter.value] = language }
        }
        return table
    }()
}
