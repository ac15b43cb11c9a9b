import Testing

@testable import Storing

@Suite("The headline over a story")
struct StoryLabelTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let titles: [String]
        let best: String?

        var testDescription: String { name }
    }

    static let cases = [
        Case(name: "no headline", titles: [], best: nil),
        Case(name: "one", titles: ["فيضان في الوادي"], best: "فيضان في الوادي"),
        Case(name: "an empty one is none", titles: ["", "فيضان"], best: "فيضان"),
        Case(
            name: "what most agree on, not the first guess",
            titles: [
                "عاجل: دوي قوي يسمع في المدينة", "انفجار في مصنع الكيماويات بالمدينة",
                "انفجار مصنع الكيماويات: عشرة جرحى",
                "رجال الإطفاء يروون ليلتهم", "بعد انفجار مصنع الكيماويات.. وعود بالتحقيق",
            ], best: "انفجار في مصنع الكيماويات بالمدينة"),
        Case(
            name: "spelling does not part headlines", titles: ["خبر آخر تماما", "أزمة الأدوية", "ازمه الادويه تتفاقم"],
            best: "أزمة الأدوية"),
        Case(
            name: "of equals the first", titles: ["flood in the valley", "fire on the hill"],
            best: "flood in the valley"),
        Case(name: "only signs", titles: ["؟!", "…"], best: "؟!"),
    ]

    @Test("is the one the others agree with", arguments: cases)
    func best(_ c: Case) {
        #expect(StoryLabel.best(of: c.titles) == c.best)
    }
}
