import Testing

@testable import Cleaning

@Suite("Cues to other stories")
struct RelatedCueTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let line: String
        /// `nil` when it is no cue.
        let isSure: Bool?
        var holdsItem = false

        var testDescription: String { line }
    }

    static let cases = [
        Case(line: "إقرأ أيضاً:", isSure: true),
        Case(line: "أقرأ أيـــضاً :", isSure: true),
        Case(line: "طالع كذلك", isSure: true),
        Case(line: "شاهدوا المزيد", isSure: true),
        Case(line: "مواضيع مرتبطة", isSure: true),
        Case(line: "الموضوعات المتعلقة", isSure: true),
        Case(line: "الأكثر تداولاً", isSure: true),
        Case(line: "قد يعجبك أيضا", isSure: true),
        Case(line: "Related articles", isSure: true),
        Case(line: "À lire également", isSure: true),
        Case(line: "Mehr zum Thema", isSure: true),
        Case(line: "یہ بھی پڑھیں", isSure: true),
        Case(line: "بیشتر بخوانید", isSure: true),
        Case(line: "آخر الأخبار", isSure: false),
        Case(line: "المزيد من العقوبات", isSure: false),
        Case(line: "اقرأ أيضاً: قمة جديدة في موسكو", isSure: true, holdsItem: true),
        Case(line: "(اقرأ أيضاً.. قمة جديدة في موسكو)", isSure: true, holdsItem: true),
        Case(line: "اقرأ أيضا قمة جديدة في موسكو", isSure: true, holdsItem: true),
        Case(line: "وللمزيد من التفاصيل: قمة جديدة في موسكو", isSure: true, holdsItem: true),
        Case(line: "وفي سياق متصل، اقرأ: قمة جديدة في موسكو", isSure: true, holdsItem: true),
        Case(line: "تابعي المزيد: قمة جديدة في موسكو", isSure: true, holdsItem: true),
        Case(line: "ولمتابعة القصة من بدايتها: قمة جديدة في موسكو", isSure: true, holdsItem: true),
        Case(line: "الخبر كاملا من هنا ⇐ قمة جديدة في موسكو", isSure: true, holdsItem: true),
        Case(line: "سبق وأن نشر الموقع: قمة جديدة في موسكو", isSure: true, holdsItem: true),
        Case(line: "في ذات السياق اقرأ على موقعنا: قمة جديدة في موسكو", isSure: true, holdsItem: true),
        Case(line: "ونرشح لك في الشأن نفسه.. قمة جديدة في موسكو", isSure: true, holdsItem: true),
        Case(line: "يمكنكم مشاهدة: قمة جديدة في موسكو", isSure: true, holdsItem: true),
        Case(line: "شاهد عيان: رأيت كل شيء يحترق أمام عيني", isSure: nil),
        Case(line: "قد تهمك هذه الحقيقة: نصف الشركات الناشئة يغلق قبل عامه الثالث.", isSure: nil),
        Case(line: "وشملت مقترحات الأمين العام:", isSure: nil),
        Case(line: "«شاهد».. لحظة وصول الوفد إلى المطار", isSure: true, holdsItem: true),
        Case(line: "بالفيديو | لحظة وصول الوفد إلى المطار", isSure: true, holdsItem: true),
        Case(line: "تقرير سابق: قمة جديدة في موسكو", isSure: true, holdsItem: true),
        Case(line: "عاجل.. قمة جديدة في موسكو", isSure: true, holdsItem: true),
        Case(line: "هل قرأت هذا؟ قمة جديدة في موسكو", isSure: true, holdsItem: true),
        Case(line: "يمكنكم قراءة المزيد عن الموضوع: قمة جديدة في موسكو", isSure: true, holdsItem: true),
        Case(line: "متابعة القراءة »", isSure: true),
        Case(line: "لمعرفة المزيد: قمة جديدة في موسكو", isSure: true, holdsItem: true),
        Case(line: "مقالنا السابق: قمة جديدة في موسكو", isSure: true, holdsItem: true),
        Case(line: "Читайте также: Новый саммит в Москве", isSure: true, holdsItem: true),
        Case(line: "Baca juga: Pertemuan baru di Moskow", isSure: true, holdsItem: true),
        Case(line: "Te puede interesar: Nueva cumbre en Moscú", isSure: true, holdsItem: true),
        Case(line: "مقالات أخرى للكاتبسيلفي سيلفكتغطية الفشل", isSure: true, holdsItem: true),
        Case(line: "«اقرأ أيضاً ما كتبه خصومك»، نصيحة كررها الكاتب الراحل.", isSure: nil),
        Case(line: "اقرأ التقرير جيداً قبل أن تحكم.", isSure: nil),
        Case(line: "شاهد عيان قال إن الانفجار وقع قرب السوق.", isSure: nil),
        Case(line: "الأكثر أهمية أن مؤشر الأسعار تراجع.", isSure: nil),
        Case(line: "المزيد من القتلى سقطوا صباح اليوم.", isSure: nil),
        Case(line: "شاهد على العصر", isSure: nil),
        Case(line: "تفاصيل الاتفاق: هدنة وتبادل للأسرى", isSure: nil),
        Case(line: "السيناريو الثاني: حرب استنزاف طويلة", isSure: nil),
        Case(line: "قراءة أخرى للاتفاق", isSure: nil),
        Case(line: "علاقة متوترة", isSure: nil),
        Case(line: "هل قرأت رسالة جدك؟ سألتها أمها وهي تبكي.", isSure: nil),
        Case(line: "Image credit: All About Space Magazine", isSure: nil),
        Case(line: "What you will learn:", isSure: nil),
        Case(line: "الأكثر تضررا", isSure: nil),
    ]

    @Test("knows a cue, and how sure it is", arguments: cases)
    func knowsCue(_ c: Case) {
        let cue = RelatedCue(Line(c.line))
        #expect(cue?.isSure == c.isSure)
        #expect((cue?.holdsItem ?? false) == c.holdsItem)
    }
}
