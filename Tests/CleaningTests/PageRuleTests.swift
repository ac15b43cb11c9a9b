import Cleaning
import NewsModel
import Testing

/// Between two paragraphs, where nothing but their words tells furniture from a subheading or a short line of the story.
@Suite("Short lines by the functions of their words")
struct PageRuleTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let goes: String
        let stays: String

        var testDescription: String { "\(goes) / \(stays)" }
    }

    static let cases = [
        Case(goes: "غيتي إيميجز - أرشيفية", stays: "صور الأقمار الصناعية"),
        Case(goes: "من حساب النادي على إكس", stays: "من حساب النادي حُوّلت المبالغ إلى اللاعبين."),
        Case(goes: "تغريدة من حساب الوزير", stays: "تغريدة مثيرة للجدل"),
        Case(goes: "خريطة توضح مواقع القصف", stays: "خريطة طريق جديدة"),
        Case(goes: "غلاف الكتاب", stays: "غلاف من الصمت"),
        Case(goes: "شاهد المعرض (12 صورة)", stays: "قراءة المشهد"),
        Case(goes: "تنتهي المادة الإعلانية بعد 10 ثوان", stays: "تنتهي المهلة بعد 10 أيام"),
        Case(goes: "إعلان ممول من «نون»", stays: "إعلان القاهرة"),
        Case(goes: "أعلن في موقعنا", stays: "أعلن الحداد العام"),
        Case(goes: "برعاية: مصرف الأمان", stays: "برعاية قطرية"),
        Case(goes: "للحجز والاستفسار اتصل على 920000000", stays: "للحجز شروط صارمة"),
        Case(goes: "هذا الخبر متوفر أيضا بالإنجليزية", stays: "اللغة العربية"),
        Case(goes: "هذه المادة محمية بحقوق الملكية الفكرية", stays: "حقوق الملكية الفكرية"),
        Case(goes: "هذا المقال لا يغني عن استشارة الطبيب المختص", stays: "استشارة الطبيب أولا"),
        Case(goes: "إذا كان هذا العمل يهمك فكن من داعميه بمبلغ رمزي", stays: "دعم القطاع الخاص"),
        Case(goes: "دعمكم يساعدنا على مواصلة العمل", stays: "ادعم المزارعين تدعم الاقتصاد، شعار رفعته الوزارة."),
        Case(goes: "اضغط على الصورة لتكبيرها", stays: "اضغط على الزر ثم اركض، هكذا شرح المدرب."),
        Case(goes: "يسرنا انضمامكم إلى مجموعة الواتساب", stays: "انضمام إلى مجموعة العشرين"),
        Case(goes: "للتداول والاستثمار في البورصات الخليجية اضغط هنا", stays: "للتداول قواعد جديدة هنا"),
        Case(goes: "صوتوا: من رجل المباراة؟", stays: "صوت الشعب: من يسمعه؟"),
        Case(goes: "هاتف جديد من التيتانيوم الخالص - Example", stays: "الهاتف الجديد من التيتانيوم الخالص"),
        Case(goes: "زعيمان يتصافحان قرب الحدود - أ.ف.ب", stays: "زعيمان يتصافحان قرب الحدود"),
        Case(goes: "تكبير النص", stays: "تحميل المسؤولية"),
        Case(goes: "الاستماع إلى النص", stays: "الاستماع إلى الشهود"),
        Case(goes: "حجم الخط: صغير متوسط كبير", stays: "حجم الأضرار كبير"),
        Case(goes: "أ أ أ", stays: "أ ب ج"),
        Case(goes: "التعليقات مغلقة", stays: "تعليق النشر"),
        Case(goes: "كتابة تعليق", stays: "كتابة التاريخ"),
        Case(goes: "النشرة الأسبوعية", stays: "النشرة الجوية"),
        Case(goes: "قناة الأفق على يوتيوب", stays: "حساب مزيف على تويتر"),
        Case(goes: "أهم أخبار اليوم في بريدك", stays: "رسائل في بريد الوزير"),
        Case(goes: "ادعمنا", stays: "دعمنا الثابت"),
        Case(goes: "كن أول من يعلق", stays: "كن أول من يغادر السفينة"),
        Case(goes: "شارك مع أصدقائك", stays: "شارك مع المنتخب في ثلاث دورات"),
        Case(goes: "--(بترا) ع ط/أس", stays: "- بترا مدينة وردية"),
    ]

    @Test("go, and what looks alike stays", arguments: cases)
    func go(_ c: Case) {
        for (line, stays) in [(c.goes, false), (c.stays, true)] {
            let kept = Carrier.clean(Carrier.text(with: [line], at: .middle)).article.paragraphs.map(\.text)
            #expect(kept.contains(line) == stays, "\(line)")
            #expect(kept.filter { $0 != line } == Carrier.paragraphs)
        }
    }

    static let labels = [
        Case(goes: "ضمن هذه السلسلة: قمة جديدة في موسكو", stays: "ملف الهجرة: خلاف أوروبي جديد"),
        Case(goes: "شاهدوا أبرز اللقطات: قمة جديدة في موسكو", stays: "شاهد عيان: سمعنا انفجارين"),
        Case(goes: "لتفاصيل أكثر عن الصفقة: قمة جديدة في موسكو", stays: "لخلافات قديمة: الشركاء يفترقون"),
        Case(goes: "قصة ذات صلة - قمة جديدة في موسكو", stays: "قصة نجاح - من القرية إلى العالم"),
        Case(goes: "للمزيد – قمة جديدة في موسكو", stays: "المغرب – البنين في الدار البيضاء"),
        Case(goes: "من أرشيفنا: قمة جديدة في موسكو", stays: "من أرشيف الدولة: وثائق نادرة"),
        Case(goes: "نرشح لكم قراءة قمة جديدة في موسكو", stays: "نرشح لكم أفضل المطاعم في العاصمة"),
    ]

    @Test("lead to other stories, or are subheadings", arguments: labels)
    func lead(_ c: Case) {
        for (line, stays) in [(c.goes, false), (c.stays, true)] {
            let kept = Carrier.clean(Carrier.text(with: [line], at: .middle)).article.paragraphs.map(\.text)
            #expect(kept.contains(line) == stays, "\(line)")
        }
    }

    @Test("a question goes with the answers to choose from")
    func answers() {
        let poll = ["هل تؤيد القرار؟", "نعم", "لا", "لا أعرف"]
        #expect(Carrier.clean(Carrier.text(with: poll, at: .tail)).article.paragraphs.map(\.text) == Carrier.paragraphs)
        let story = ["هل تؤيد القرار؟", "نعم، بلا تردد.", "لا يمكنني الجزم."]
        let kept = Carrier.clean(Carrier.text(with: story, at: .middle)).article.paragraphs.map(\.text)
        #expect(story.allSatisfy { kept.contains($0) })
    }

    @Test("a title below a hand that points to it goes, below a sentence it is a subheading")
    func pointer() {
        let title = "قمة جديدة في موسكو"
        let pointed = Carrier.clean(Carrier.text(with: ["لمشاهدة اللقطات اضغطوا هنا 👇", title], at: .middle))
        #expect(pointed.article.paragraphs.map(\.text) == Carrier.paragraphs)
        let kept = Carrier.clean(Carrier.text(with: [title], at: .middle)).article.paragraphs.map(\.text)
        #expect(kept.contains(title))
    }
}

@Suite("Short lines that end a story")
struct LastLineTests {
    @Test(
        "stay when a reader would miss them",
        arguments: [
            "رحمه الله", "والله من وراء القصد", "حفظ الله الوطن وأهله", "إنها حكاية وطن لا يموت!",
            "الإنذارات: ناجي (40)، الفضلي (66)", "التشكيلة: الدعيع، الخليوي، الجابر", "الحكم: أحمد الكاف (عمان)",
        ])
    func stay(_ line: String) {
        let kept = Carrier.clean(Carrier.text(with: [line], at: .tail)).article.paragraphs.map(\.text)
        #expect(kept == Carrier.paragraphs + [line])
    }

    @Test(
        "go when they are the page's",
        arguments: ["مكتب رام الله", "اشترك الآن!", "رقم الهاتف: 01-123456", "المراسل: أحمد الكاف"])
    func go(_ line: String) {
        let kept = Carrier.clean(Carrier.text(with: [line], at: .tail)).article.paragraphs.map(\.text)
        #expect(kept == Carrier.paragraphs)
    }

    @Test("stay where a short sentence or names in prose follow them")
    func beforeSentences() {
        let lines = [
            "على الصعيد الصحي", "مارس الرياضة بانتظام.", "مشاهير البرج", "سامي حداد، ومنى زيدان، وخالد أبو زيد",
        ]
        let kept = Carrier.clean(Carrier.text(with: lines, at: .tail)).article.paragraphs.map(\.text)
        #expect(kept.starts(with: Carrier.paragraphs + lines.prefix(2)))
        #expect(kept.contains("سامي حداد، ومنى زيدان، وخالد أبو زيد"))
        let lone = Carrier.clean(Carrier.text(with: ["على الصعيد الصحي"], at: .tail)).article.paragraphs.map(\.text)
        #expect(lone == Carrier.paragraphs)
    }

    @Test("rows with the same unit stay")
    func rows() {
        let rows = ["61 صوتا", "12 صوتا", "9 صوتا"]
        let kept = Carrier.clean(Carrier.text(with: rows, at: .tail)).article.paragraphs.map(\.text)
        #expect(kept == Carrier.paragraphs + rows)
    }

    @Test("two of one kind stay, with a figure in one of them")
    func pairs() {
        let pair = ["رقم الحظ: 7", "لون الحظ: الأزرق"]
        let kept = Carrier.clean(Carrier.text(with: pair, at: .tail)).article.paragraphs.map(\.text)
        #expect(kept == Carrier.paragraphs + pair)
    }

    @Test("days in a table stay, the day above a story goes")
    func days() {
        let table = ["دار المعدات", "31.20", "2024-04-08", "النخبة الطبية", "22.50", "2024-04-15"]
        let kept = Carrier.clean(Carrier.text(with: table, at: .middle)).article.paragraphs.map(\.text)
        #expect(table.allSatisfy { kept.contains($0) })
        let stamped = Carrier.clean(Carrier.text(with: ["2024-04-08"], at: .head)).article.paragraphs.map(\.text)
        #expect(stamped == Carrier.paragraphs)
    }

    @Test("questions of an interview end a block of links")
    func interview() {
        let above = ["■ لماذا اخترت هذا المكان؟", "■ ومن أين جاء المال؟"]
        let below = ["■ هل واجهت صعوبات في التمويل؟"]
        let links = ["اقرأ أيضا", "قمة جديدة في موسكو هذا الخريف"]
        let kept = Carrier.clean(Carrier.text(with: above + links + below, at: .middle)).article.paragraphs.map(\.text)
        #expect((above + below).allSatisfy { kept.contains($0) })
        #expect(!links.contains { kept.contains($0) })
    }

    @Test("the writer's name goes where it stands again, with the trade under it")
    func writerAgain() {
        let name = "هشام العبيدي"
        let trade = "مهندس برمجيات ومدوّن تقني، يكتب عن الهواتف منذ 2012."
        let text =
            Carrier.title + "\nبقلم: " + name + "\n" + (Carrier.paragraphs + [name, trade]).joined(separator: "\n")
        #expect(Carrier.clean(text).article.paragraphs.map(\.text) == Carrier.paragraphs)
        let other = Carrier.title + "\n" + (Carrier.paragraphs + [trade]).joined(separator: "\n")
        #expect(Carrier.clean(other).article.paragraphs.map(\.text) == Carrier.paragraphs + [trade])
    }
}
