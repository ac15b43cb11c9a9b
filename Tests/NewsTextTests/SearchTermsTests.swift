import NewsText
import Testing

@Suite("Search terms")
struct SearchTermsTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let left: String
        let right: String
        var testDescription: String { "\(name): \(left) / \(right)" }
    }

    /// Each word of the left finds each of the right.
    static let same = [
        Case(name: "hamza on alef", left: "أسعار إثيوبيا", right: "اسعار أثيوبيا"),
        Case(name: "hamza on its seats", left: "مسؤول شؤون", right: "مسئولون شئون"),
        Case(name: "ta marbuta", left: "مدرسة", right: "مدرسه"),
        Case(name: "final ya", left: "مستشفى", right: "مستشفي"),
        Case(name: "vowel signs and tatweel", left: "مُحَمَّد", right: "محمـــد"),
        Case(name: "Persian keyboard", left: "سیاسة", right: "سياسات"),
        Case(name: "digits", left: "٢٠١٩", right: "2019"),
        Case(name: "shaped glyphs", left: "ﺍﻟﻘﺎﻫﺮﺓ", right: "القاهرة"),
        Case(name: "the article", left: "معلم", right: "المعلم"),
        Case(
            name: "prefixes with the article", left: "لقاء",
            right: "واللقاء باللقاء وباللقاء كاللقاء فاللقاء للقاء وللقاء"),
        Case(name: "prefixes without it", left: "وزير", right: "لوزير بوزير ووزير"),
        Case(name: "a preposition before alef with hamza", left: "أنواع", right: "بأنواع لأنواع والأنواع"),
        Case(name: "a preposition before a participle", left: "مشاركة", right: "بمشاركة لمشاركة والمشاركة"),
        Case(name: "plurals and duals", left: "معلم", right: "معلمون معلمين معلمات المعلمتين معلمان"),
        Case(name: "ta marbuta before an ending", left: "حكومة", right: "حكومتها حكومته حكومتين حكوماتهم"),
        Case(name: "ta marbuta before an ending, by rule", left: "سفينته", right: "سفينة"),
        Case(name: "possessives", left: "أبواب", right: "أبوابها أبوابهم أبوابنا"),
        Case(name: "an adverb with its ending", left: "ضعيف", right: "ضعيفا ضعيفة"),
        Case(name: "broken plurals", left: "كتاب", right: "كتب الكتب وكتبهم"),
        Case(name: "broken plurals with the article", left: "مدارس", right: "المدرسة مدرستين"),
        Case(name: "plurals of short words", left: "هبة", right: "هبات"),
        Case(name: "adjectives of place", left: "لبنان", right: "اللبنانيون لبنانية"),
        Case(name: "adjectives of place by rule", left: "إيطاليا", right: "الإيطالي إيطالية"),
        Case(name: "spelling twins", left: "أمريكا", right: "أميركا الأميركية أمريكيين"),
        Case(name: "spelling twins of names", left: "ترامب", right: "ترمب"),
        Case(name: "spelling twins of a city", left: "واشنطن", right: "واشنطون"),
        Case(name: "hamza on its seat or on alef", left: "هيئة", right: "هيأة الهيأة هيئات"),
        Case(name: "the foreign g", left: "كونغ", right: "كونج"),
        Case(name: "a name in two words", left: "عبدالله", right: "وعبدالله لعبدالله"),
        Case(name: "English plurals", left: "story", right: "stories Stories"),
        Case(name: "English verbs", left: "vote", right: "voted voting votes"),
        Case(name: "English doubled letter", left: "run", right: "running runs"),
        Case(name: "French plurals", left: "journal", right: "journaux"),
        Case(name: "French accents and gender", left: "élu", right: "élue élues"),
    ]

    /// No word of the left finds one of the right.
    static let different = [
        Case(name: "the preposition and the name", left: "على", right: "علي"),
        Case(name: "و of the root", left: "والد", right: "ولد الد"),
        Case(name: "و of the root, a rose and an answer", left: "ورد", right: "رد"),
        Case(name: "ل of the root", left: "لبنان", right: "بنان"),
        Case(name: "ف of the root", left: "فلسطين", right: "طين لسطين"),
        Case(name: "ب of the root", left: "بنك", right: "نك"),
        Case(name: "أل is no article", left: "ألمانيا", right: "مانيا"),
        Case(name: "short words keep their ta marbuta", left: "حجة", right: "حج"),
        Case(name: "short words keep their ending", left: "سنة", right: "سن"),
        Case(name: "an abstract noun", left: "مسؤولية", right: "مسؤول"),
        Case(name: "cities and civilians", left: "المدينة", right: "المدنيين"),
        Case(name: "courts and trials", left: "المحكمة", right: "المحاكمة"),
        Case(name: "a city and sport", left: "الرياض", right: "الرياضة"),
        Case(name: "traders and trade", left: "التاجر", right: "التجارية"),
        Case(name: "another broken plural", left: "معالم", right: "معلم"),
        Case(name: "flood and lira", left: "سيول", right: "سيولة"),
        Case(name: "English words that end like a plural", left: "news", right: "new"),
        Case(name: "English words that end like a verb", left: "spring need", right: "spr ne"),
    ]

    @Test("are the same for all spellings and forms of a word", arguments: same)
    func areTheSame(_ c: Case) {
        #expect(Set(Self.terms(c.left)) == Set(Self.terms(c.right)))
    }

    @Test("keep different words apart", arguments: different)
    func keepApart(_ c: Case) {
        #expect(Set(Self.terms(c.left)).isDisjoint(with: Self.terms(c.right)))
    }

    @Test("join عبد and the name after it, and names written in two words")
    func join() {
        #expect(Self.terms("علي عبد الله صالح") == Self.terms("علي عبدالله صالح"))
        #expect(Self.terms("عبد الرحمن") == Self.terms("عبدالرحمن"))
        #expect(Self.terms("بيونغ يانغ") == Self.terms("بيونجيانج"))
        #expect(Self.terms("فيس بوك") == Self.terms("فيسبوك"))
        #expect(Self.terms("عبد قديم").count == 2)
        #expect(Self.terms("عبد. ثم قال إن الله").count == 5)
    }

    @Test("stand where the words stand in the text")
    func ranges() {
        let text = "قال «عبد  الله» إنّ المُعلِّمين\u{200F} وصلوا، 12.5%"
        var written: [String] = []
        var bytes = Array(text.utf8)
        bytes.withUnsafeMutableBufferPointer { buffer in
            let text = UnsafeBufferPointer(buffer)
            SearchTerms.terms(of: text) { _, range in
                written.append(String(decoding: text[range], as: UTF8.self))
            }
        }
        #expect(written == ["قال", "عبد  الله", "إنّ", "المُعلِّمين\u{200F}", "وصلوا", "12", "5"])
    }

    @Test("of a term are the term, so that a query may be a term", arguments: same)
    func ofATerm(_ c: Case) {
        for term in Self.terms(c.right) {
            #expect(Self.terms(term) == [term])
        }
    }

    @Test("of anything do not trap and never go back")
    func ofAnything() {
        var bytes = Array("و وال لل ب ا ال عبد عبد ال ءءء يييي ههههه \u{640}\u{64B} ".utf8)
        bytes +=
            (0...255).map { UInt8($0) } + [UInt8](repeating: 0xD9, count: 90)
            + Array(String(repeating: "ات", count: 90).utf8)
        var end = 0
        bytes.withUnsafeBufferPointer { text in
            SearchTerms.terms(of: text) { term, range in
                #expect(!term.isEmpty && range.lowerBound >= end && range.upperBound <= text.count)
                end = range.upperBound
            }
        }
    }

    private static func terms(_ text: String) -> [String] {
        var terms: [String] = []
        Array(text.utf8).withUnsafeBufferPointer { utf8 in
            SearchTerms.terms(of: utf8) { term, _ in terms.append(String(decoding: term, as: UTF8.self)) }
        }
        return terms
    }
}
