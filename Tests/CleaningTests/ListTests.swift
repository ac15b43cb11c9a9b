import Cleaning
import NewsModel
import Testing

@Suite("Lists and tables of a story")
struct ListTests {
    static let lists = [
        ["الفجر: 04:12", "الظهر: 11:58", "العصر: 03:25", "المغرب: 06:40"],
        ["الأحد: مشمس، 28 درجة", "الاثنين: غائم، 25 درجة", "الثلاثاء: ممطر، 19 درجة"],
        ["المجموعة الأولى: مصر، غانا، الرأس الأخضر", "المجموعة الثانية: المغرب، الكونغو، زامبيا"],
        ["الخميس 6 يونيو: مصر - بوركينا فاسو", "الاثنين 10 يونيو: غينيا بيساو - مصر"],
        ["June 9 – West Palm Beach, FL", "June 10 – Tampa, FL", "June 14 – Alpharetta, GA"],
    ]

    @Test("stay where they stand", arguments: lists)
    func stay(_ list: [String]) {
        for place in [Carrier.Place.middle, .tail] {
            let kept = Carrier.clean(Carrier.text(with: list, at: place)).article.paragraphs.map(\.text)
            #expect(list.filter { !kept.contains($0) } == [])
        }
    }

    @Test(
        "an arrow before one title leads to another story, before several it is a list",
        arguments: [
            (["⬅️ قمة جديدة في موسكو بين الرئيسين"], false),
            (["تحليل | قمة جديدة في موسكو بين الرئيسين"], false),
            (["الفريق | عدد النقاط حتى الآن", "الهلال | ثلاثون نقطة من عشر مباريات"], true),
            (["👈 فتح المعابر أمام المساعدات الإنسانية", "👈 وقف القصف في كل المحاور"], true),
        ])
    func arrows(_ lines: [String], stay: Bool) {
        let kept = Carrier.clean(Carrier.text(with: lines, at: .middle)).article.paragraphs.map(\.text)
        #expect(lines.allSatisfy { kept.contains($0) } == stay)
    }

    @Test(
        "are no excuse for what stands around a story",
        arguments: [
            ["المصدر: رويترز، الأناضول", "كلمات دلالية: مصر، غانا"],
            ["التاريخ: 12/4/2024", "الساعة: 10:30"],
        ])
    func furnitureGoes(_ lines: [String]) {
        let kept = Carrier.clean(Carrier.text(with: lines, at: .tail)).article.paragraphs.map(\.text)
        #expect(kept == Carrier.paragraphs)
    }
}
