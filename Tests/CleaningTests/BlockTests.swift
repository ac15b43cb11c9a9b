import NewsModel
import Testing

@testable import Cleaning

@Suite("Blocks")
struct BlockTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let place: Carrier.Place
        let lines: [String]
        /// The lines that stay, in order.
        var stay: [String] = []
        let reasons: [Removal.Reason]

        var testDescription: String { name }
    }

    static let titles = [
        "واشنطن تفرض عقوبات جديدة على شركات شحن آسيوية", "ارتفاع أسعار القمح بعد قرار مفاجئ من كييف",
        "المنتخب المغربي يتأهل إلى نصف النهائي",
    ]

    static let cases = [
        Case(
            name: "a cue in the middle costs its item only", place: .middle, lines: ["إقرأ أيضاً", titles[0]],
            reasons: [.relatedHeading, .relatedItem]),
        Case(
            name: "a cue whose item was lost", place: .middle, lines: ["إقرأ أيضاً:"], reasons: [.relatedHeading]),
        Case(
            name: "items with dates", place: .middle,
            lines: ["شاهد أيضاً", titles[0], "ديسمبر 25, 2020", titles[1], "ديسمبر 25, 2020"],
            reasons: [.relatedHeading, .relatedItem, .relatedItem, .relatedItem, .relatedItem]),
        Case(
            name: "a subheading behind the items is the story's", place: .middle,
            lines: ["مواضيع ذات صلة", titles[0], titles[1], "خلفية الأزمة"], stay: ["خلفية الأزمة"],
            reasons: [.relatedHeading, .relatedItem, .relatedItem]),
        Case(
            name: "cut-off teasers behind list marks", place: .tail,
            lines: [
                "المزيد في هذا القسم:",
                "- \(titles[0]) المرصاد نت - متابعات قالت الوزارة إن العقوبات تستهدف شبكة من الشركا...",
                "- \(titles[1]) المرصاد نت - متابعات قفزت الأسعار في التعاملات المبكرة وسط مخا...",
            ],
            reasons: [.relatedHeading, .relatedItem, .relatedItem]),
        Case(
            name: "an unsure heading over titles", place: .tail, lines: ["آخر الأخبار"] + titles,
            reasons: [.relatedHeading, .relatedItem, .relatedItem, .relatedItem]),
        Case(
            name: "near miss: the same words as a subheading", place: .middle, lines: ["المزيد من العقوبات"],
            stay: ["المزيد من العقوبات"], reasons: []),
        Case(
            name: "a heading of unknown words over titles at the end", place: .tail, lines: ["نافذة القراء"] + titles,
            reasons: [.relatedHeading, .relatedItem, .relatedItem, .relatedItem]),
        Case(
            name: "a whole other story", place: .tail,
            lines: [
                "المصدر: الجزيرة", "إقرأ أيضاً:", titles[0], "يناير 16, 2025آخر تحديث: يناير 16, 2025",
                "المستقلة/- قالت وزارة الخزانة إن العقوبات الجديدة تستهدف شركات الشحن في ثلاث دول آسيوية.",
                "وأعلنت الشركات أنها ستلجأ إلى القضاء للطعن في القرار الذي وصفته بأنه تعسفي.",
            ],
            reasons: [.source, .relatedHeading, .otherArticle, .otherArticle, .otherArticle, .otherArticle]),
        Case(
            name: "near miss: one dated item, then the story goes on", place: .middle,
            lines: ["إقرأ أيضاً", titles[2], "ديسمبر 25, 2020"],
            reasons: [.relatedHeading, .relatedItem, .relatedItem]),
        Case(
            name: "a label over its name", place: .tail, lines: ["المصدر:", "(أبوظبي - البيان)"],
            reasons: [.source, .source]),
        Case(
            name: "a label over keywords", place: .tail, lines: ["تاجز:", "روسيا", "كوريا الشمالية"],
            reasons: [.tags, .tags, .tags]),
        Case(
            name: "a poll above the story", place: .head,
            lines: ["استطلاع الرأي", "هل تؤيد خفض الإنتاج؟", "نعم", "لا", "عرض النتائج"],
            reasons: [.widget, .widget, .widget, .widget, .widget]),
        Case(
            name: "a quoted post", place: .middle,
            lines: ["بيان #القوات_المسلحة بشأن العملية", "— وزارة الدفاع (@mod) 12 مارس 2021"],
            reasons: [.embed, .embed]),
        Case(
            name: "what a picture shows", place: .middle,
            lines: ["زعيم كوريا الشمالية كيم جونج أون يستقل قطاره المضاد للرصاص", "مخاوف أمريكية"],
            stay: ["مخاوف أمريكية"], reasons: [.caption]),
        Case(
            name: "near miss: questions and answers", place: .middle,
            lines: ["س: هل تتوقعون انفراجاً قريباً؟", "ج: نعم، إذا صدقت النوايا."],
            stay: ["س: هل تتوقعون انفراجاً قريباً؟", "ج: نعم، إذا صدقت النوايا."], reasons: []),
        Case(
            name: "near miss: a list of the story", place: .tail,
            lines: [
                "وفيما يلي أسماء الدول التي وافقت على الخفض الجديد في الإنتاج حتى نهاية العام:", "- الكويت", "- العراق",
            ],
            stay: [
                "وفيما يلي أسماء الدول التي وافقت على الخفض الجديد في الإنتاج حتى نهاية العام:", "- الكويت", "- العراق",
            ],
            reasons: []),
    ]

    @Test("the block goes, the story stays whole", arguments: cases)
    func blockGoes(_ c: Case) {
        let cleaned = Carrier.clean(Carrier.text(with: c.lines, at: c.place))
        #expect(cleaned.removed.map(\.reason).filter { $0 != .title } == c.reasons)
        let kept = cleaned.article.paragraphs.map(\.text)
        #expect(kept.filter { !Carrier.paragraphs.contains($0) } == c.stay)
        #expect(kept.filter { Carrier.paragraphs.contains($0) } == Carrier.paragraphs)
    }
}
