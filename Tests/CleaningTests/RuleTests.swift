import NewsModel
import Testing

@testable import Cleaning

@Suite("Rules for one line")
struct RuleTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let rule: Rule
        let goes: String
        /// Nearly the same, but the story's own.
        let stays: String

        var testDescription: String { "\(rule.name): \(goes)" }
    }

    static let cases = listed + readerCases

    private static let listed = [
        Case(rule: .wireEnd, goes: "// انتهى //", stays: "انتهى الاجتماع بعد ساعتين من النقاش."),
        Case(rule: .wireEnd, goes: "-مل-", stays: "-مل الناس الانتظار-"),
        Case(rule: .wireEnd, goes: "انتهای پیام/ی", stays: "پیام رئیس جمهور منتشر شد."),
        Case(
            rule: .agencyDateline, goes: "بغداد 26 شوال 1436 هـ الموافق 11 أغسطس 2015 م واس",
            stays: "بغداد تستعد لاستقبال 26 وفدا في أغسطس"),
        Case(
            rule: .embeddedPost, goes: "— Example (@example) November 30, 2022", stays: "— نحن باقون هنا، قال المتظاهر."
        ),
        Case(
            rule: .embeddedPost, goes: "بيان مهم… pic.twitter.com/AbCdEf",
            stays: "نشر الوزير الصورة على حسابه في تويتر."),
        Case(
            rule: .teaserEnd, goes: "ارتفاع أسعار النفط بعد قرار أوبك ... المزيد",
            stays: "وطالب النواب الحكومة بتقديم المزيد"),
        Case(
            rule: .linkToOriginal, goes: "هذا المحتوى من «المصري اليوم».. اضغط هنا لقراءة الموضوع الأصلي",
            stays: "هذا المحتوى أثار غضب القراء في مصر."),
        Case(
            rule: .linkToOriginal, goes: "رابط الخبر بصحيفة الوئام: حالة الطقس المتوقعة اليوم",
            stays: "الخبر السار: عودة النجم إلى الملاعب"),
        Case(
            rule: .sourceCredit, goes: "المصدر : الجزيرة + وكالات",
            stays: "وقال المصدر: إن السيدة أصيبت بضيق في التنفس."),
        Case(rule: .sourceCredit, goes: "Source: Reuters", stays: "Source code was found on the laptop."),
        Case(rule: .bracketedSource, goes: "(رويترز، العربي الجديد)", stays: "(كانت رويترز أول من نشر الخبر)"),
        Case(rule: .bareSource, goes: "الأناضول + وكالات", stays: "رويترز نقلت عن مسؤول أن المحادثات ستستأنف."),
        Case(
            rule: .dateLine, goes: "الإثنين، 24 أغسطس 2020 09:23 ص",
            stays: "يوم الاثنين 24 أغسطس 2020 التقى الزعيمان للمرة الأولى."),
        Case(
            rule: .dateLine, goes: "آخر تحديث 02:21 (GMT+0400)",
            stays: "آخر تحديث للحصيلة الرسمية يشير إلى مقتل 12 شخصاً."),
        Case(rule: .dateLine, goes: "يناير 16, 2025آخر تحديث: يناير 16, 2025", stays: "اليوم الخميس"),
        Case(rule: .shareBar, goes: "مشاركة : فيسبوك تويتر واتساب تلغرام", stays: "فيسبوك وتويتر أمام القضاء"),
        Case(rule: .shareBar, goes: "Share on FacebookShare on Twitterwhatsapp", stays: "Share prices fell on Monday."),
        Case(rule: .network, goes: "تويتر", stays: "تويتر يغلق مكاتبه"),
        Case(rule: .follow, goes: "تابع أخبار صدى البلد عبر تطبيق نبض", stays: "تابع الجيش تقدمه في المحور الشمالي."),
        Case(
            rule: .follow, goes: "للمزيد من الأخبار تابعوا صفحتنا على فيسبوك",
            stays: "تابعوا المباراة من المدرجات رغم المطر، ثم خرجوا."),
        Case(rule: .follow, goes: "Subscribe to our newsletter", stays: "Join the army, he told the crowd."),
        Case(rule: .tagList, goes: "كلمات دلالية: کوریا الشمالیة بیونغ یانغ", stays: "كلمات الوزير أثارت الجدل"),
        Case(
            rule: .unmarkedTags, goes: "سمات روسيا كوريا الشمالية القمة",
            stays: "سمات الشخصية القيادية كما يراها الخبراء."),
        Case(rule: .hashtags, goes: "#روسيا #بوتين", stays: "#روسيا تعلن النصر في المعركة"),
        Case(rule: .nameAndPlace, goes: "الرياض: خالد العتيبي", stays: "الرياض: خالد العتيبي يفوز بالجائزة"),
        Case(rule: .pictureNote, goes: "البنك المركزي المصري- أرشيفية", stays: "البنك المركزي المصري- رسالة"),
        Case(rule: .paging, goes: "1 2 3 4 التالي >", stays: "3 نساء و 5 أطفال"),
        Case(
            rule: .pictureNote, goes: "قرية رجال ألمع التراثية - تصوير سعيد القحطاني",
            stays: "ورشة في القرية - تصوير فيلم جديد عن 12 بطلا"),
        Case(rule: .commentInvitation, goes: "You are replying to: .", stays: "You are replying to a tyrant, he said."),
        Case(
            rule: .disclaimer,
            goes: "الأخبار المنشورة على الصفحة الرسمية للوكالة هي اختصار لجزء من الأخبار التي تعرض للمشتركين.",
            stays: "الأخبار المنشورة في الصفحة الأولى أغضبت الوزير وأربكت خصومه."),
        Case(
            rule: .disclaimer, goes: "الآراء الواردة في التعليقات تعبر عن آراء أصحابها وليس عن رأي الموقع",
            stays: "الآراء الواردة في التقرير تعكس انقساما داخل الحزب."),
        Case(
            rule: .copyright, goes: "جميع الحقوق © محفوظة لـ الصباح",
            stays: "حقوق المرأة محفوظة في الدستور الجديد، وفق ما أكدته الوزيرة."),
        Case(
            rule: .cookieNotice, goes: "باستخدام هذا الموقع ، فإنك توافق على سياسة الخصوصية وشروط الاستخدام",
            stays: "سياسة الخصوصية الجديدة أثارت غضب المستخدمين حول العالم."),
        Case(rule: .commentInvitation, goes: "اضف تعليقاً واقرأ تعليقات القراء", stays: "تعليق واشنطن"),
        Case(
            rule: .commentInvitation, goes: "لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *",
            stays: "تعليقات الوزير أثارت غضب المعارضة في البرلمان."),
        Case(
            rule: .commentRules, goes: "شروط التعليق: عدم الإساءة للكاتب أو للأشخاص أو للمقدسات",
            stays: "تعليق الرحلات الجوية سيستمر حتى نهاية الشهر."),
        Case(rule: .photoCredit, goes: "(تصوير: علي الشهري)", stays: "تصوير الفيلم بدأ في مارس الماضي في المغرب."),
        Case(rule: .photoCredit, goes: "صورة أرشيفية", stays: "صورة قديمة للرئيس انتشرت على نطاق واسع أمس."),
        Case(
            rule: .labelledByline, goes: "كتبت سعاد حسين",
            stays: "كتبت أخت الضحية رسالة إلى الرأي العام تطلب فيها العدالة."),
        Case(
            rule: .pictureNote, goes: "التعليق على الصورة، كيم وبوتين في فلاديفوستوك",
            stays: "الصورة التي نشرتها الوكالة أظهرت دمارا واسعا."),
        Case(rule: .pictureNote, goes: "بوتين وكيم - صورة أرشيفية", stays: "بوتين وكيم - قمة جديدة"),
        Case(
            rule: .follow, goes: "يمكنكم استلام إشعارات بعد تحميل أحدث نسخة من تطبيق القناة على هاتفكم المحمول.",
            stays: "ويمكن للناخبين التصويت بعد تحميل تطبيق على هواتفهم."),
        Case(rule: .labelledByline, goes: "ترجمة: سارة علي", stays: "ترجمة القرار إلى أفعال"),
        Case(rule: .labelledByline, goes: "كتب أحمد", stays: "كتب ممنوعة"),
        Case(
            rule: .labelledByline, goes: "(تغطية صحفية علي صوافطة - إعداد رحاب علاء للنشرة العربية)",
            stays: "(إعداد الدستور الجديد سيستغرق عاما)"),
        Case(
            rule: .labelledByline, goes: "Reporting by Jane Doe in London; Editing by John Smith",
            stays: "Reporting from the front line is dangerous; editing is not."),
        Case(rule: .labelledByline, goes: "By Jane Doe and John Smith, Staff Writers", stays: "By land and sea"),
        Case(
            rule: .creditNote, goes: "The Associated Press contributed to this report.",
            stays: "Heavy rain contributed to the delay, the minister said."),
        Case(rule: .photographer, goes: "AFP / فتحي بلعيد", stays: "رويترز/إبسوس: تقدم المعارضة بثلاث نقاط"),
        Case(rule: .photographer, goes: "(Jane Doe/Reuters)", stays: "Win or lose/draw"),
        Case(rule: .photoCredit, goes: "الصورة من حساب الوزارة على «إكس»", stays: "الصورة من الداخل أكثر قتامة"),
        Case(rule: .advertisement, goes: "يستمر المحتوى بعد الإعلان", stays: "يستمر الجدل بعد إعلان النتائج"),
        Case(rule: .advertisement, goes: "تستمر القراءة بعد الإعلان", stays: "ماذا بعد الإعلان"),
        Case(rule: .photoCredit, goes: "صورة تعبيرية من بيكسلز", stays: "صورة قاتمة من الداخل"),
        Case(rule: .advertisement, goes: "الإعلان ينتهي خلال 15 ثانية", stays: "إعلان الهدنة خلال 15 ساعة"),
        Case(
            rule: .copyright, goes: "يمنع نقل أو نسخ المحتوى دون إذن مسبق من إدارة الموقع",
            stays: "يمنع القانون الجديد نقل البضائع من دون تصريح مسبق."),
        Case(
            rule: .copyright, goes: "This material may not be published, broadcast, rewritten or redistributed.",
            stays: "The report may be published next week, the ministry said."),
        Case(
            rule: .copyright, goes: "إخلاء مسؤولية: المحتوى منقول من مصدره ولا يتحمل الموقع أي مسؤولية قانونية",
            stays: "قانون الحقوق المدنية الذي صدر عام 1964 يحظر التفريق بين المواطنين بسبب العرق أو الدين"),
        Case(
            rule: .poll, goes: "استطلاع: هل تؤيد القرار الجديد؟ نعم لا لا أهتم",
            stays: "استطلاع: تقدم المعارضة بثلاث نقاط"),
        Case(
            rule: .header, goes: "الرئيسية » أخبار محلية » السودان: معارك عنيفة في محيط القيادة العامة",
            stays: "الرئيسية في هذا الملف هي قضية الحدود بين البلدين"),
        Case(
            rule: .embeddedPost, goes: "عرض هذا المنشور على Instagram",
            stays: "عرض هذا الفيلم على منصة نتفليكس أثار الجدل."),
        Case(rule: .button, goes: "لا يدعم متصفحك تشغيل الفيديو", stays: "لا يدعم الحزب تشغيل المفاعل"),
        Case(rule: .button, goes: "Video Player is loading.", stays: "The ship is loading in the harbour."),
        Case(rule: .button, goes: "Lecture 3 min.", stays: "La lecture dure 3 heures."),
        Case(
            rule: .follow, goes: "Like what you read? Subscribe to our newsletter here.",
            stays: "What did you see? Follow the money, he said."),
        Case(
            rule: .follow, goes: "Get the day's headlines delivered to your inbox every morning.",
            stays: "Specifically, the photos you take through apps like Instagram, WhatsApp, and Snapchat."),
        Case(rule: .follow, goes: "هذا المحتوى للمشتركين فقط", stays: "هذا المحتوى أثار غضب القراء في مصر."),
        Case(rule: .commentInvitation, goes: "Comments are closed.", stays: "Comments by the minister angered unions."),
        Case(
            rule: .commentInvitation, goes: "Have something to say? Share your thoughts in the comments below.",
            stays: "What did he say? His comments on the deal angered unions."),
        Case(rule: .advertisement, goes: "مساحة إعلانية", stays: "إعلان مفاجئ"),
        Case(rule: .poll, goes: "استطلاع الرأي", stays: "استطلاع الرأي العام"),
        Case(rule: .button, goes: "مدة القراءة: 3 دقائق", stays: "خلال 3 دقائق فقط"),
        Case(rule: .button, goes: "2min", stays: "الدقائق الأخيرة"),
        Case(rule: .header, goes: "الرئيسية / أخبار / عربي ودولي", stays: "الرئيسية في هذا الملف هي قضية الحدود."),
        Case(rule: .header, goes: "عام /", stays: "عام على الحرب"),
        Case(
            rule: .contact, goes: "لمراسلة الكاتب: name@example.net",
            stays: "للتواصل مع الأهالي أقامت البلدية مركزا خاصا."),
        Case(
            rule: .bareLink, goes: "https://example.org/00Uq3C",
            stays: "https://example.org هو موقع الوزارة الجديد على الشبكة"),
        Case(rule: .counter, goes: "1 / 5", stays: "1 / 5 من السكان"),
        Case(rule: .pageWords, goes: "انقر لتكبير الصورة", stays: "المشاركة في التصويت"),
        Case(rule: .pageWords, goes: "الفيديو كاملا على قناتنا", stays: "قراءة أخرى للاتفاق"),
        Case(rule: .pageWords, goes: "إعلانات جوجل", stays: "جوجل وفيسبوك"),
        Case(rule: .photoCredit, goes: "تصوير - يوسف العمري", stays: "الصور - ذكرى من الماضي"),
        Case(rule: .photoCredit, goes: "Photo by Jane Doe on Unsplash", stays: "Photo finish in the final"),
        Case(rule: .pictureNote, goes: "Image caption الرئيس خلال إلقاء خطابه", stays: "الصورة الكاملة للأزمة"),
        Case(rule: .commentInvitation, goes: "التعليقات 12", stays: "خبر وتعليق"),
        Case(
            rule: .disclaimer, goes: "هذه المقالة تعبر عن رأي صاحبها",
            stays: "ما ورد في التقرير لا يعبر عن موقف الوزارة، قال المتحدث."),
        Case(
            rule: .follow, goes: "اشترك الآن في نشرتنا المسائية لتصلك أهم الأخبار.",
            stays: "انضم إلى القناة مراسلا عام 1999 ثم صار مديرها."),
        Case(
            rule: .follow, goes: "تابعوا التغطية لحظة بلحظة عبر الرابط",
            stays: "كن حذرا عند فتح الروابط المجهولة في بريدك الإلكتروني."),
        Case(rule: .bareNumber, goes: "17302", stays: "2024" + " كان عاما صعبا"),
        Case(rule: .formField, goes: "الاسم *", stays: "الاسم الحقيقي للمنفذ"),
        Case(rule: .nameAndPlace, goes: "عمان-الوئام-خالد الضبيبي:", stays: "خالد الضبيبي - أول من وصل إلى القمة."),
        Case(rule: .nameAndPlace, goes: "علي القحطاني – الرياض", stays: "القمة - محطة جديدة في العلاقات"),
        Case(rule: .outletLine, goes: "المرصاد نت - متابعات", stays: "موسكو وواشنطن: خلاف جديد حول الصواريخ"),
        Case(rule: .feedbackQuestion, goes: "هل كانت هذه المقالة مفيدة؟", stays: "هل كانت القمة ناجحة؟"),
    ]

    @Test("knows its line and leaves the near miss", arguments: cases)
    func knowsItsLine(_ c: Case) {
        #expect(c.rule.knows(Line(c.goes)))
        #expect(!c.rule.knows(Line(c.stays)))
    }

    @Test("every rule has a case")
    func everyRuleHasACase() {
        let tested = Set(RuleTests.cases.map(\.rule.name))
        #expect(Rule.all.map(\.name).filter { !tested.contains($0) } == [])
    }

    @Test("a near miss between paragraphs stays in the text", arguments: cases.map(\.stays))
    func nearMissStays(_ line: String) {
        let cleaned = Carrier.clean(Carrier.text(with: [line], at: .middle))
        #expect(cleaned.article.paragraphs.map(\.text).contains(line))
    }
}
