import Testing

@testable import NewsText

@Suite("Folding")
struct FoldingTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let text: String
        let folded: String
        var testDescription: String { name }
    }

    static let cases = [
        Case(name: "alef in all its forms", text: "أإآاٱ", folded: "ااااا"),
        Case(name: "final ya and ta marbuta", text: "مستشفى مدرسة", folded: "مستشفي مدرسه"),
        Case(name: "hamza on its seats", text: "مسؤول مسئول", folded: "مسوول مسيول"),
        Case(name: "hamza alone stays", text: "ماء", folded: "ماء"),
        Case(name: "vowel signs and shadda", text: "مُحَمَّدٌ", folded: "محمد"),
        Case(name: "tatweel", text: "محمـــد", folded: "محمد"),
        Case(name: "a combining hamza is as the precomposed one", text: "ا\u{654}مر", folded: "امر"),
        Case(name: "Persian keyboard", text: "کوریا الشمالیة", folded: "كوريا الشماليه"),
        Case(name: "letters of Persian and Urdu stay", text: "پاک چین گوژ ٹڈڑں", folded: "پاك چين گوژ ٹڈڑں"),
        Case(name: "Urdu he and ye", text: "ہے ھ", folded: "هي ه"),
        Case(name: "non-joiner inside a Persian word", text: "می\u{200C}شود", folded: "ميشود"),
        Case(name: "both digit sets", text: "٢٠٢٥ ۲۰۲۵", folded: "2025 2025"),
        Case(name: "shaped glyphs", text: "ﻻ ﺍﻟﻘﺎﻫﺮﺓ ﷲ", folded: "لا القاهره الله"),
        Case(name: "invisible marks", text: "\u{200F}خبر\u{200E}\u{202B}\u{FEFF}", folded: "خبر"),
        Case(name: "every white space is a blank", text: "a\u{A0}b\tc\nd\u{3000}e", folded: "a b c d e"),
        Case(name: "full-width letters and digits", text: "ＡＢＣ１２３", folded: "abc123"),
        Case(name: "ligatures", text: "ﬁnal oﬀer", folded: "final offer"),
        Case(name: "accents, composed and not", text: "Élysée E\u{301}lyse\u{301}e", folded: "elysee elysee"),
        Case(name: "sharp s, ae, oe", text: "Straße Œuvre Ærø", folded: "strasse oeuvre aero"),
        Case(name: "Turkish i, dotless and dotted", text: "Iğdır İstanbul", folded: "igdir istanbul"),
        Case(name: "letters with a stroke", text: "Łódź Đà Nẵng Ørsted", folded: "lodz da nang orsted"),
        Case(name: "Greek accents and final sigma", text: "Ιούλιος", folded: "ιουλιοσ"),
        Case(name: "Cyrillic capitals, yo", text: "Ёлка ЩИТ", folded: "елка щит"),
        Case(name: "Hebrew points", text: "שָׁלוֹם", folded: "שלום"),
        Case(name: "Hindi vowels are letters", text: "हिन्दी", folded: "हिन्दी"),
        Case(name: "Chinese and Korean stay", text: "新聞 뉴스", folded: "新聞 뉴스"),
        Case(name: "punctuation stays", text: "«قال»، (نعم)؟", folded: "«قال»، (نعم)؟"),
        Case(name: "superscripts", text: "م²", folded: "م2"),
    ]

    @Test("each text folds", arguments: cases)
    func folds(_ c: Case) {
        #expect(Folding.fold(c.text) == c.folded)
    }

    @Test("folding twice is once", arguments: cases)
    func twiceIsOnce(_ c: Case) {
        let once = Folding.fold(c.text)
        #expect(Folding.fold(once) == once)
    }

    @Test("every scalar folds to valid UTF-8 that folds to itself")
    func everyScalar() {
        for value in UInt32(0)...0x1_FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let once = Folding.fold(String(scalar))
            guard Folding.fold(once) != once else { continue }
            Issue.record("U+\(String(value, radix: 16)) folds to \(once) and on")
        }
    }

    @Test("bytes that are no UTF-8 are dropped")
    func brokenBytes() {
        let bytes: [UInt8] = [0x41, 0xFF, 0xD9, 0x42, 0xE2, 0x80, 0xC0, 0xAF, 0x43, 0xD9]
        #expect(bytes.withUnsafeBufferPointer { Folding.fold($0) } == Array("abc".utf8))
    }

    @Test("long texts fold as their pieces do")
    func longTexts() {
        let piece = "القاهرة Straße ﷲ ١٢ "
        let text = String(repeating: piece, count: 400)
        #expect(Folding.fold(text) == String(repeating: Folding.fold(piece), count: 400))
    }
}

@Suite("Words")
struct WordTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        let words: [String]
        var testDescription: String { text }
    }

    static let cases = [
        Case(text: "قال: «نعم»، ثم مضى.", words: ["قال", "نعم", "ثم", "مضي"]),
        Case(text: "G20 و٢٠٢٥م", words: ["g20", "و2025م"]),
        Case(text: "مُحَمَّد محمـــد", words: ["محمد", "محمد"]),
        Case(text: "U.S. R&D", words: ["u", "s", "r", "d"]),
        Case(text: "新聞 abc", words: ["新", "聞", "abc"]),
        Case(text: "L’été", words: ["l", "ete"]),
        Case(text: "हिन्दी समाचार", words: ["हिन्दी", "समाचार"]),
        Case(text: " … — ؟", words: []),
        Case(text: "", words: []),
    ]

    @Test("are runs of letters and digits", arguments: cases)
    func words(_ c: Case) {
        #expect(foldedWords(of: c.text) == c.words)
    }
}
