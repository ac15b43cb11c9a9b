import Testing

@testable import Cleaning

@Suite("Seams")
struct SeamTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let line: String
        let pieces: [String]
        var isFirst = false

        var testDescription: String { name }
    }

    static let cases = [
        Case(
            name: "caption, subheading and paragraph",
            line:
                "بوتين استقبل كيم الشهر الماضي (رويترز) مخاوف مشتركةوفي وقت سابق من اليوم ندد الوزير بسياسة الدول الغربية في المنطقة.",
            pieces: [
                "بوتين استقبل كيم الشهر الماضي (رويترز)", "مخاوف مشتركة",
                "وفي وقت سابق من اليوم ندد الوزير بسياسة الدول الغربية في المنطقة.",
            ]),
        Case(
            name: "caption and subheading without a paragraph",
            line: "بوتين استقبل كيم جونغ أون الشهر الماضي (رويترز)مخاوف مشتركة",
            pieces: ["بوتين استقبل كيم جونغ أون الشهر الماضي (رويترز)", "مخاوف مشتركة"]),
        Case(
            name: "caption over the first paragraph",
            line: "جانب من العرضة السعوديةحضر وكيل المحافظة حفل أهالي المركز بعيد الفطر المبارك مساء أمس.",
            pieces: ["جانب من العرضة السعودية", "حضر وكيل المحافظة حفل أهالي المركز بعيد الفطر المبارك مساء أمس."],
            isFirst: true),
        Case(
            name: "buttons over a sentence",
            line: "شارك من خلال تويتر فيسبوك جوجل بلس اكتب رأيك واسى صاحب السمو الأمير آل المليص في وفاة فقيدتهم.",
            pieces: [
                "شارك من خلال تويتر فيسبوك جوجل بلس اكتب رأيك", "واسى صاحب السمو الأمير آل المليص في وفاة فقيدتهم.",
            ]),
        Case(
            name: "buttons over a byline", line: "Next Previous علي القحطاني – الرياض",
            pieces: ["Next Previous", "علي القحطاني – الرياض"]),
        Case(
            name: "byline, date and buttons",
            line: "كتب ضحى عرفة2020/12/25 - 1:59 صباحًاShare on FacebookShare on Twitterwhatsapp",
            pieces: ["كتب ضحى عرفة", "2020/12/25 - 1:59 صباحًا", "Share on FacebookShare on Twitterwhatsapp"]),
        Case(
            name: "keywords behind a sentence",
            line: "يذكر أن وجهها أدرج على قائمة أجمل مئة وجه لسنوات عديدة. سمات اغلى وجه الصينية فوربز",
            pieces: ["يذكر أن وجهها أدرج على قائمة أجمل مئة وجه لسنوات عديدة.", "سمات اغلى وجه الصينية فوربز"]),
        Case(
            name: "credit behind a sentence",
            line: "وعادت العلاقات إلى طبيعتها بعد سنوات من التوتر بين البلدين. المصدر: وكالات",
            pieces: ["وعادت العلاقات إلى طبيعتها بعد سنوات من التوتر بين البلدين.", "المصدر: وكالات"]),
        Case(
            name: "stories of the same writer behind a sentence",
            line: "تفوق الحزم بتحقيق مساحات كبيرة من الظفرات. مقالات أخرى للكاتبسيلفي سيلفكتغطية الفشل بالإرهاب",
            pieces: ["تفوق الحزم بتحقيق مساحات كبيرة من الظفرات.", "مقالات أخرى للكاتبسيلفي سيلفكتغطية الفشل بالإرهاب"]),
        Case(
            name: "near miss: a dateline",
            line:
                "دبي، الإمارات العربية المتحدة (CNN) – قالت مديرة الصندوق إن الأزمة المالية من الأحداث الفارقة في التاريخ.",
            pieces: [
                "دبي، الإمارات العربية المتحدة (CNN) – قالت مديرة الصندوق إن الأزمة المالية من الأحداث الفارقة في التاريخ."
            ]),
        Case(
            name: "near miss: an agency that is mentioned",
            line: "وحسب وكالة الأنباء السعودية (واس) فقد أظهرت التحقيقات الأولية أن الحادث وقع فجرا قرب المدينة.",
            pieces: ["وحسب وكالة الأنباء السعودية (واس) فقد أظهرت التحقيقات الأولية أن الحادث وقع فجرا قرب المدينة."]),
        Case(
            name: "near miss: a typing error in a sentence",
            line: "وكان المنتخب قد خسر أول مباراةله في الدوري أمام ضيفه بهدفين دون رد في الجولة الماضية.",
            pieces: ["وكان المنتخب قد خسر أول مباراةله في الدوري أمام ضيفه بهدفين دون رد في الجولة الماضية."]),
        Case(
            name: "near miss: a word that ends like an opening",
            line: "ويحق للناخبين الإدلاء بأصواتهم في الانتخابات التي تجرى على مدار ثلاثة أيام متتالية هذا الشهر.",
            pieces: ["ويحق للناخبين الإدلاء بأصواتهم في الانتخابات التي تجرى على مدار ثلاثة أيام متتالية هذا الشهر."]),
    ]

    @Test("cuts at the seam and nowhere else", arguments: cases)
    func cuts(_ c: Case) {
        #expect(Seams.split(Line(c.line), isFirst: c.isFirst).map(\.line.text) == c.pieces)
    }

    @Test("a block glued into a paragraph is cut out of it")
    func gluedBlock() {
        let line =
            "وأغلقت هاتفها المحمول منذ مساء أمس .إقرأ أيضاًالمدير الفني: هدفنا المربع الذهبي هذا الموسم.. فيديوديسمبر 25, 2020في حين أعلن رئيس الهيئة إصابتها بوعكة صحية."
        let pieces = Seams.split(Line(line), isFirst: false).map(\.line.text)
        #expect(pieces.first == "وأغلقت هاتفها المحمول منذ مساء أمس .")
        #expect(pieces.dropFirst().first == "إقرأ أيضاً")
        #expect(pieces.last == "في حين أعلن رئيس الهيئة إصابتها بوعكة صحية.")
    }
}
