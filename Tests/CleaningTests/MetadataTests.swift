import NewsModel
import Testing

@testable import Cleaning

@Suite("What is removed becomes metadata")
struct MetadataTests {
    @Test("title, outlet, author, date above the story")
    func head() {
        let lines = ["المرصاد نت - متابعات", "بقلم: محمود علي", "نشر بتاريخ: الثلاثاء 11 أغسطس 2015 - 13:34"]
        let article = Carrier.clean(Carrier.text(with: lines, at: .head)).article
        #expect(article.title == Carrier.title)
        #expect(article.outlet == "المرصاد نت")
        #expect(article.source == "متابعات")
        #expect(article.authors == ["محمود علي"])
        #expect(article.published?.day == CivilDate(year: 2015, month: 8, day: 11))
    }

    struct Byline: Sendable, CustomTestStringConvertible {
        let line: String
        let authors: [String]

        var testDescription: String { line }
    }

    static let bylines = [
        Byline(line: "كتبت سعاد حسين", authors: ["سعاد حسين"]),
        Byline(line: "علي القحطاني – الرياض", authors: ["علي القحطاني"]),
        Byline(line: "عمان-الوئام-خالد الضبيبي:", authors: ["خالد الضبيبي"]),
        Byline(line: "محمد طالبي (أبها)", authors: ["محمد طالبي"]),
        Byline(line: "Alqahera News - سمر سليمان", authors: ["سمر سليمان"]),
        Byline(line: "كتب في : 12 مايو 2019 بقلم : محمود علي", authors: ["محمود علي"]),
        Byline(line: "د. جاسر الحربش", authors: ["جاسر الحربش"]),
        Byline(line: "القاهرة - الجزيرة:", authors: []),
    ]

    @Test("people only, without place, role or outlet", arguments: bylines)
    func authors(_ c: Byline) {
        #expect(Carrier.clean(Carrier.text(with: [c.line], at: .head)).article.authors == c.authors)
    }

    struct Credit: Sendable, CustomTestStringConvertible {
        let line: String
        let source: String?

        var testDescription: String { line }
    }

    static let credits = [
        Credit(line: "المصدر : الجزيرة + وكالات", source: "الجزيرة + وكالات"),
        Credit(line: "(أ ف ب)", source: "أ ف ب"),
        Credit(line: "المصدر: RT", source: "RT"),
        Credit(line: "وكرر المصدر تحذيره الدائم من التعامل مع هذه الجهات.", source: nil),
    ]

    @Test("who the story is credited to", arguments: credits)
    func source(_ c: Credit) {
        #expect(Carrier.clean(Carrier.text(with: [c.line], at: .tail)).article.source == c.source)
    }

    @Test("keywords, parted as printed or as the story has them")
    func tags() {
        func tags(_ line: String) -> [String] { Carrier.clean(Carrier.text(with: [line], at: .tail)).article.tags }
        #expect(tags("الوسوم: روسيا، كوريا الشمالية") == ["روسيا", "كوريا الشمالية"])
        #expect(tags("كلمات دلالية: وزراء الطاقة الدول الأعضاء") == ["وزراء الطاقة", "الدول الأعضاء"])
    }

    @Test("the first date wins, and no date of another story counts")
    func dates() {
        let head = ["تاريخ النشر: 19th, October 2023 GMT"]
        let other = ["إقرأ أيضاً:", "قمة جديدة بين موسكو وبكين في الربيع", "يناير 16, 2020آخر تحديث: يناير 16, 2020"]
        let dated = Carrier.text(with: head, at: .head) + "\n" + other.joined(separator: "\n")
        #expect(Carrier.clean(dated).article.published?.day == CivilDate(year: 2023, month: 10, day: 19))
        #expect(Carrier.clean(Carrier.text(with: other, at: .tail)).article.published == nil)
    }

    @Test("what was known is not overwritten")
    func knownStays() {
        var article = Article(plainText: Carrier.text(with: ["المصدر: وكالات"], at: .tail, title: nil))
        article.title = "عنوان آخر"
        article.source = "رويترز"
        let cleaned = Carrier.cleaner.clean(article).article
        #expect(cleaned.title == "عنوان آخر")
        #expect(cleaned.source == "رويترز")
    }
}
