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
        ["حكم الساحة: باملاك تيسيما (إثيوبيا)", "مساعد أول: فاتسونا (كينيا)", "حكم الفيديو: هيثم قيراط (تونس)"],
        ["خط الدفاع: ياسر إبراهيم وهاني", "خط الوسط: مروان عطية", "خط الهجوم: كهربا"],
        ["وانتقل إلى رحمة الله كل من:", "- الحاجة فاطمة سليمان / مادبا", "- محمود عبدالكريم / الموقر"],
        ["ديوان الوزير", "مكلف بمهمة: الدكتور أحمد سالم", "الإدارة المركزية", "مدير الصيدلة: مريم عبد الله"],
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

    @Test("resume a story behind a related block, with the heading they have")
    func behindRelated() {
        let items = [
            "إقرأ أيضاً:", "أرقام مواجهات الفريقين قبل لقاء النهائي الكبير",
            "المدرب الجديد يستقر على بديل الحارس المصاب",
        ]
        let lists = [
            ["طاقم التحكيم", "حكم الساحة: باملاك تيسيما", "مساعد أول: فاتسونا (كينيا)", "مساعد ثان: هيثم قيراط"],
            [
                "طريقة العمل", "1. اخلطي السميد والدقيق ثم أضيفي السمن واتركيه ليلة كاملة.",
                "2. اعجني بماء الورد دون ضغط.",
            ],
        ]
        for list in lists {
            let kept = Carrier.clean(Carrier.text(with: items + list, at: .middle)).article.paragraphs.map(\.text)
            #expect(list.filter { !kept.contains($0) } == [])
            #expect(items.filter { kept.contains($0) } == [])
        }
    }

    @Test("announce themselves and no title: the line above them is none")
    func announced() {
        let list = [
            "وفيات الجمعة", "انتقل إلى رحمة الله تعالى اليوم في الأردن كل من:", "- فاطمة سليمان / مادبا",
            "- سامر حنا / ناعور",
        ]
        let kept = Carrier.clean((list + Carrier.paragraphs).joined(separator: "\n")).article.paragraphs.map(\.text)
        #expect(list.dropFirst().allSatisfy { kept.contains($0) })
    }

    @Test(
        "are no excuse for what stands around a story",
        arguments: [
            ["المصدر: رويترز، الأناضول", "كلمات دلالية: مصر، غانا"],
            ["التاريخ: 12/4/2024", "الساعة: 10:30"],
            ["تصوير: أحمد سالم", "مونتاج: مريم عبد الله", "إعداد: فاطمة سليمان"],
            [
                "مواضيع تهم القارئ", "الأرصاد: أمطار غزيرة على مناطق الشمال غدا",
                "السودان: معارك عنيفة في محيط القيادة العامة",
            ],
            ["دليل: العراق"],
        ])
    func furnitureGoes(_ lines: [String]) {
        let kept = Carrier.clean(Carrier.text(with: lines, at: .tail)).article.paragraphs.map(\.text)
        #expect(kept == Carrier.paragraphs)
    }
}
