import NewsModel
import Testing

@testable import Deduplicating

@Suite("Copies")
struct CopyTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let original: String
        let later: String
        var titles: (original: String?, later: String?) = (nil, nil)
        let isCopy: Bool

        var testDescription: String { name }
    }

    private static let words = Samples.words(1, 160)
    private static let text = words.joined(separator: " ")
    private static let own = Samples.text(2, words: 200)
    private static let prices = (0..<12).map { "سعر \(words[$0]) اليوم \(100 + $0) جنيها" }.joined(separator: "، ")
    private static let otherPrices = (0..<12).map { "سعر \(words[$0]) اليوم \(300 + $0) جنيها" }.joined(separator: "، ")
    private static let form = """
        بعث الملك برقية تهنئة لرئيس جمهورية %@ بمناسبة ذكرى اليوم الوطني لبلاده وأعرب باسمه واسم شعب وحكومة المملكة عن أصدق \
        التهاني وأطيب التمنيات بالصحة والسعادة له ولحكومة وشعب %@ الصديق واطراد التقدم والازدهار وبعث ولي العهد برقية مماثلة \
        عبر فيها عن أبلغ التهاني وأطيب التمنيات بموفور الصحة والسعادة لفخامته
        """

    private static func filled(_ name: String) -> String {
        form.split(separator: "%@", omittingEmptySubsequences: false).joined(separator: name)
    }

    private static func notice(_ number: Int, _ clause: String) -> String {
        words.prefix(45).joined(separator: " ") + " وبلغ عدد الرحلات \(number) رحلة " + clause + " "
            + words[45..<80].joined(separator: " ")
    }

    private static func changing(every step: Int) -> String {
        words.enumerated().map { $0.offset % step == step / 2 ? "\($0.element)نا" : $0.element }.joined(separator: " ")
    }

    static let cases = [
        Case(name: "the same text", original: text, later: text, isCopy: true),
        Case(name: "another text", original: text, later: own, isCopy: false),
        Case(name: "the first quarter", original: text, later: words.prefix(40).joined(separator: " "), isCopy: true),
        Case(
            name: "the whole of a quarter", original: words.prefix(90).joined(separator: " "), later: text, isCopy: true
        ),
        Case(name: "every twelfth word changed", original: text, later: changing(every: 12), isCopy: true),
        Case(name: "every second word changed", original: text, later: changing(every: 2), isCopy: false),
        Case(
            name: "other spelling of the letters", original: "أعلنت إدارة المدينة " + text + " سنة ٢٠١٩",
            later: "اعلنت ادارة المدينه " + text + " سنة 2019", isCopy: true),
        Case(
            name: "a date line before, a credit after", original: text,
            later: "الرياض - وكالات: \(text)\nالمصدر: وكالات", isCopy: true),
        Case(
            name: "a few paragraphs more", original: text, later: text + "\n" + Samples.text(3, words: 60), isCopy: true
        ),
        Case(
            name: "a follow-up that ends with the old text", original: text, later: own + "\n" + text, isCopy: false),
        Case(
            name: "a block that both embed", original: Samples.text(4, words: 60) + "\n" + text,
            later: Samples.text(5, words: 60) + "\n" + text, isCopy: false),
        Case(name: "the prices of another day", original: prices, later: otherPrices, isCopy: false),
        Case(name: "the prices again", original: prices, later: prices + " بحسب التجار", isCopy: true),
        Case(
            name: "the same form with another name", original: filled("سنغافورة"), later: filled("البيرو"),
            titles: ("الملك يهنئ رئيس سنغافورة باليوم الوطني", "الملك يهنئ رئيس البيرو باليوم الوطني"), isCopy: false),
        Case(
            name: "the same form with the same name", original: filled("سنغافورة"), later: filled("سنغافورة"),
            titles: ("الملك يهنئ رئيس سنغافورة باليوم الوطني", "برقية تهنئة"), isCopy: true),
        Case(
            name: "the same notice of another day", original: notice(12, "نحو جدة"), later: notice(15, "نحو أبها"),
            isCopy: false),
        Case(
            name: "the same notice without its number", original: notice(12, "نحو جدة"),
            later: notice(12, "نحو جدة").replacing("12", with: ""), isCopy: true),
        Case(
            name: "a long report of which one number was mended", original: text + " قتل 12 شخصا",
            later: text + " قتل 13 شخصا", isCopy: true),
        Case(name: "nothing", original: "", later: "", isCopy: false),
        Case(
            name: "a few equal words", original: "عاجل: انفجار في وسط المدينة", later: "عاجل انفجار في وسط المدينة",
            isCopy: true),
        Case(
            name: "a few words, one other", original: "عاجل: انفجار في وسط المدينة",
            later: "عاجل: انفجار في شمال المدينة", isCopy: false),
    ]

    @Test("what is a copy and what is not", arguments: cases)
    func copyOrNot(_ c: Case) {
        var index = StoryIndex(window: .seconds(86_400))
        let original = index.place(0, c.original, title: c.titles.original)
        let later = index.place(1, c.later, title: c.titles.later)

        #expect(original.duplicateOf == nil)
        #expect(later.duplicateOf == (c.isCopy ? Samples.id(0) : nil))
        if c.isCopy { #expect(later.story == original.story) }
    }

    @Test("a copy of a copy is a copy of the original")
    func chain() {
        var index = StoryIndex(window: .seconds(86_400))
        let first = index.place(0, Self.text)
        _ = index.place(1, Self.words.prefix(100).joined(separator: " "))
        let third = index.place(2, Self.words.prefix(100).joined(separator: " ") + " " + Samples.text(9, words: 20))

        #expect(third.duplicateOf == Samples.id(0))
        #expect(third.story == first.story)
    }

    @Test("similarity is 1 for the same text, 0 for nothing in common")
    func similarity() {
        var index = StoryIndex(window: .seconds(86_400))
        #expect(index.place(0, Self.text).similarity == 0)
        #expect(index.place(1, Self.text).similarity == 1)
        #expect(index.place(2, Self.own).similarity == 0)
    }

    @Test("the order of unrelated articles does not matter")
    func order() {
        let texts = (0..<60).map { Samples.text(UInt64(100 + $0 % 40), words: 80) }
        let shuffles = [
            Array(0..<60), Array(0..<40).reversed() + Array(40..<60), Array(20..<40) + (0..<20) + (40..<60),
        ]
        let pairs = shuffles.map { order in
            var index = StoryIndex(window: .seconds(86_400))
            return Set(
                order.compactMap { number in index.place(number, texts[number]).duplicateOf.map { "\(number) \($0)" } })
        }
        #expect(pairs[0].count == 20)
        #expect(pairs[1] == pairs[0] && pairs[2] == pairs[0])
    }
}
