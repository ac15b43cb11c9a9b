import NewsModel
import Testing

@testable import NewsText

/// Relative times count from noon of 16 January 2025 UTC.
@Suite("Dates on pages")
struct PageDateTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        let date: String?
        var testDescription: String { text }

        init(_ text: String, _ date: String?) {
            self.text = text
            self.date = date
        }
    }

    static let reader = DateReader(now: Timestamp(seconds: 1_737_028_800))

    static func read(_ text: String) -> String? {
        reader.publicationDate(in: text)?.iso8601
    }

    static let arabic = [
        Case("الثلاثاء 9 نوفمبر 2021", "2021-11-09"),
        Case("16 كانون الثاني/ يناير 2025", "2025-01-16"),
        Case("عمّان - الأحد 12 أيار (مايو) 2024", "2024-05-12"),
        Case("5 مايس 2020", "2020-05-05"),
        Case("30 تشرين الأول 2023", "2023-10-30"),
        Case("30 كانون الأول 2023", "2023-12-30"),
        Case("25 جويلية 2019", "2019-07-25"),
        Case("12 غشت 2018", "2018-08-12"),
        Case("٢٧ ك٢ ٢٠٢٤", "2024-01-27"),
        Case("2009 تشرين الثاني (نوفمبر) 16", "2009-11-16"),
        Case("2010 أكتوبر - تشرين الأول 4", "2010-10-04"),
        Case("15 ت1 2023", "2023-10-15"),
        Case("27 كانون2 2024", "2024-01-27"),
        Case("27 يناير ٬2024", "2024-01-27"),
        Case("4 دجنبر 2020", "2020-12-04"),
        Case("يناير 16, 2025", "2025-01-16"),
        Case("16يناير2025", "2025-01-16"),
        Case("16 ينايـر 2025م", "2025-01-16"),
        Case("09/نوفمبر/2021 - 07:15 م", "2021-11-09T19:15:00Z"),
        Case("الاثنين ١٧ آب ٢٠٢٠ الساعة ٠٩:٣٠ مساءً", "2020-08-17T21:30:00Z"),
        Case("12:40 ص 16 يناير 2025", "2025-01-16T00:40:00Z"),
        Case("12:40 م - 16 يناير 2025", "2025-01-16T12:40:00Z"),
        Case("16-1-2025 الساعة 2:35 بعد الظهر", "2025-01-16T14:35:00Z"),
        Case("السبت، ١٦ مايو / أيار ٢٠٢٠، الساعة ٨:٠٠ بتوقيت غرينتش", "2020-05-16T08:00:00Z"),
        Case("الخميس 5 مارس 2024 08:15 مساء بتوقيت مكة المكرمة", "2024-03-05T20:15:00+03:00"),
        Case("2019/4/25 م 10:30 ص", "2019-04-25T10:30:00Z"),
        Case("16 يناير 2025 - 14.35", "2025-01-16T14:35:00Z"),
        Case("16 يناير 2025 - 14.35 مليون", "2025-01-16"),
        Case("16 يناير 2025 الساعة 10 و35 دقيقة", "2025-01-16T10:35:00Z"),
        Case("25\\4\\2019", "2019-04-25"),
        Case("٣١ سبتمبر ٢٠٢٤", nil),
        Case("رقم الهاتف 16-01-2025-33", nil),
        Case("16 يناير 2025 10:00 ص AST", "2025-01-16T10:00:00+03:00"),
        Case("١٦‏/٠١‏/٢٠٢٥", "2025-01-16"),
        Case("2025/01/16", "2025-01-16"),
        Case("يوم الخميس الموافق 16/1/2025", "2025-01-16"),
        Case("31 أبريل 2021", nil),
        Case("29 فبراير 2021", nil),
        Case("12/25/2019 صفحة", nil),
        Case("المادة 7/3 من القانون", nil),
        Case("القرار 2254/2015", nil),
        Case("الهاتف: 02-2019-1234", nil),
        Case("من 5 إلى 10 مايو", nil),
        Case("شارع 26 يوليو", nil),
        Case("رجب طيب أردوغان", nil),
        Case("عام 2019", nil),
        Case("10 آلاف", nil),
        Case("حرب 6 أكتوبر 1973", nil),
    ]

    static let otherCalendars = [
        Case("السبت 18 شوال 1436هـ", "2015-08-03"),
        Case("1436/10/18هـ", "2015-08-03"),
        Case("غرة رمضان 1445", "2024-03-11"),
        Case("سلخ شعبان 1445هـ", "2024-03-10"),
        Case("15 رمضان 1444 هجرية", "2023-04-06"),
        Case("1 ذي القعدة 1442 هـ الموافق 11 يونيو 2021 م", "2021-06-11"),
        Case("الخميس 4 ربيع الثاني 1445هـ - 19 أكتوبر 2023م - 10:30", "2023-10-19T10:30:00Z"),
        Case("16 يناير 2025م - 16 رجب 1446هـ", "2025-01-16"),
        Case("5 Ramadan 1444 AH", "2023-03-27"),
        Case("۱۶ دی ۱۳۹۹ - ۱۵:۴۵", "2021-01-05T15:45:00Z"),
        Case("چهارشنبه ۱۶ دی ۱۳۹۹ ساعت ۱۵:۴۵", "2021-01-05T15:45:00Z"),
        Case("۱۴۰۲/۱۰/۲۶", "2024-01-16"),
        Case("30 محرم 1445هـ", nil),
        Case("١٥ رمضان", nil),
    ]

    static let labelled = [
        Case("مارس 3, 2024آخر تحديث: مارس 5, 2024", "2024-03-03"),
        Case("آخر تحديث: 5 مارس 2024 نشر: 3 مارس 2024", "2024-03-03"),
        Case("آخر تحديث: 5 مارس 2024", "2024-03-05"),
        Case("كتب: محمد علي | الأربعاء 3 مارس 2021 | 05:40 م", "2021-03-03T17:40:00Z"),
        Case("تم النشر في 16/01/2025 - 02:35 م | آخر تحديث 17/01/2025 - 03:00 ص", "2025-01-16T14:35:00Z"),
        Case("عدد المشاهدات 1250 | 16/01/2025", "2025-01-16"),
        Case("Publié le : 25/04/2019 - 14:30 Modifié le : 26/04/2019 - 10:00", "2019-04-25T14:30:00Z"),
        Case("05.01.2021 - 15:45 | Son Güncelleme: 06.01.2021 - 10:00", "2021-01-05T15:45:00Z"),
        Case("Updated Jan 6, 2021; first published Jan 5, 2021", "2021-01-05"),
        Case("By Jane Doe, January 5, 2021", "2021-01-05"),
    ]

    static let languages = [
        Case("11. listopada 2023.", "2023-10-11"),
        Case("11 listopada 2023", "2023-11-11"),
        Case("27. септембар 2023. 17:30", "2023-09-27T17:30:00Z"),
        Case("27 Avqust 2023", "2023-08-27"),
        Case("२७ जनवरी २०२४", "2024-01-27"),
        Case("২৭ জানুয়ারি ২০২৪", "2024-01-27"),
        Case("27 มกราคม พ.ศ. 2567", "2024-01-27"),
        Case("๒๗ มกราคม ๒๕๖๗", "2024-01-27"),
        Case("平成30年5月1日", "2018-05-01"),
        Case("2023-292", "2023-10-19"),
        Case("January 16th, 2025", "2025-01-16"),
        Case("Published 3:45 PM ET, Tue January 5, 2021", "2021-01-05T15:45:00-05:00"),
        Case("11:03 AM ET Fri, 29 Dec 2017", "2017-12-29T11:03:00-05:00"),
        Case("10:30 et 5 mai 2021", "2021-05-05T10:30:00Z"),
        Case("Tue 5 Jan 2021 15.45 GMT", "2021-01-05T15:45:00Z"),
        Case("Tuesday the 5th of January 2021", "2021-01-05"),
        Case("July 5, 2021 3:45 p.m. ET", "2021-07-05T15:45:00-04:00"),
        Case("Updated 1522 GMT January 5, 2021", "2021-01-05T15:22:00Z"),
        Case("2025-01-16T14:35:00+03:00", "2025-01-16T14:35:00+03:00"),
        Case("20250116T143500Z", "2025-01-16T14:35:00Z"),
        Case("05/13/2021", "2021-05-13"),
        Case("03/04/2021", "2021-04-03"),
        Case("03/04/2021 5:04 PM EST", "2021-03-04T17:04:00-05:00"),
        Case("16-Jan-25", "2025-01-16"),
        Case("jeudi 12 févr. 2021 à 9 h", "2021-02-12T09:00:00Z"),
        Case("5. Januar 2021 um 15.45 Uhr", "2021-01-05T15:45:00Z"),
        Case("5 de enero de 2021 a las 15:45", "2021-01-05T15:45:00Z"),
        Case("05/01/2021 às 15h45", "2021-01-05T15:45:00Z"),
        Case("5 gennaio 2021 alle 15:45", "2021-01-05T15:45:00Z"),
        Case("5 Ocak 2021 Salı 15:45", "2021-01-05T15:45:00Z"),
        Case("5 января 2021 г., вторник", "2021-01-05"),
        Case("2021. január 5. 15:45", "2021-01-05T15:45:00Z"),
        Case("5. ledna 2021", "2021-01-05"),
        Case("5 Ιανουαρίου 2021, 15:45", "2021-01-05T15:45:00Z"),
        Case("Selasa, 5 Jan 2021 15:45 WIB", "2021-01-05T15:45:00+07:00"),
        Case("2021年1月5日(火) 15時45分", "2021-01-05T15:45:00Z"),
        Case("2021년 1월 5일 오후 3:45", "2021-01-05T15:45:00Z"),
        Case("۵ جنوری ۲۰۲۱", "2021-01-05"),
        Case("16/01/2025 10:00-12:00", "2025-01-16T10:00:00Z"),
        Case("Version 2.10.4", nil),
        Case("v1.2.2019", nil),
        Case("192.168.1.1", nil),
        Case("ISBN 978-3-16-148410-0", nil),
        Case("5 min read", nil),
        Case("0000-00-00 00:00:00", nil),
        Case("01/01/1970", nil),
        Case("99/99/9999", nil),
        Case("2 - 1", nil),
    ]

    static let relative = [
        Case("منذ أكثر من شهر", "2024-12-16"),
        Case("منذ بضع ثوان", "2025-01-16T12:00:00Z"),
        Case("منذ ساعتين", "2025-01-16T10:00:00Z"),
        Case("منذ 14 ساعة", "2025-01-15T22:00:00Z"),
        Case("منذ ثلاث ساعات", "2025-01-16T09:00:00Z"),
        Case("منذ ساعة و20 دقيقة", "2025-01-16T10:40:00Z"),
        Case("قبل نصف ساعة", "2025-01-16T11:30:00Z"),
        Case("منذ يوم واحد", "2025-01-15"),
        Case("قبل شهرين", "2024-11-16"),
        Case("أمس 9 مساء", "2025-01-15T21:00:00Z"),
        Case("أول أمس", "2025-01-14"),
        Case("اليوم الساعة 10:15 ص", "2025-01-16T10:15:00Z"),
        Case("الآن", "2025-01-16T12:00:00Z"),
        Case("أحمد علي | منذ ساعتين", "2025-01-16T10:00:00Z"),
        Case("نشر منذ 3 أيام", "2025-01-13"),
        Case("an hour ago", "2025-01-16T11:00:00Z"),
        Case("5m ago", "2025-01-16T11:55:00Z"),
        Case("منذ لحظات", "2025-01-16T12:00:00Z"),
        Case("3 hrs ago", "2025-01-16T09:00:00Z"),
        Case("il y a 3 jours", "2025-01-13"),
        Case("Publié aujourd’hui à 10h15", "2025-01-16T10:15:00Z"),
        Case("vor 3 Stunden", "2025-01-16T09:00:00Z"),
        Case("gestern, 18:30 Uhr", "2025-01-15T18:30:00Z"),
        Case("3 часа назад", "2025-01-16T09:00:00Z"),
        Case("3小时前", "2025-01-16T09:00:00Z"),
        Case("16 يناير - 14:35", "2025-01-16T14:35:00Z"),
        Case("30 أيلول", "2024-09-30"),
        Case("منذ ثلاث سنوات قال الرئيس", nil),
        Case("أعلن أمس الخميس أن", nil),
        Case("قال الرئيس قبل يومين إن", nil),
        Case("لبنان اليوم", nil),
        Case("قراءة 5 دقائق", nil),
    ]

    @Test("in Arabic, in all month systems", arguments: arabic)
    func inArabic(_ c: Case) {
        #expect(Self.read(c.text) == c.date)
    }

    @Test("in the calendars of Muslims, Gregorian before them", arguments: otherCalendars)
    func inOtherCalendars(_ c: Case) {
        #expect(Self.read(c.text) == c.date)
    }

    @Test("with labels: publication before update", arguments: labelled)
    func withLabels(_ c: Case) {
        #expect(Self.read(c.text) == c.date)
    }

    @Test("in other languages", arguments: languages)
    func inOtherLanguages(_ c: Case) {
        #expect(Self.read(c.text) == c.date)
    }

    @Test("told from now", arguments: relative)
    func toldFromNow(_ c: Case) {
        #expect(Self.read(c.text) == c.date)
    }

    @Test("do not depend on how their letters and digits are spelt", arguments: arabic + otherCalendars + relative)
    func doNotDependOnSpelling(_ c: Case) {
        #expect(Self.read(Folding.fold(c.text)) == c.date)
        #expect(Self.read("  \u{200F}" + c.text + "\u{A0}") == c.date)
    }

    @Test("of every month name of every language are read as that month")
    func everyMonthName() {
        DateTable.read(DateNames.gregorianMonths) { entry in
            let text = "7 \(String(decoding: entry.name, as: UTF8.self)) 2023"
            let date = "2023-\(entry.column < 9 ? "0" : "")\(entry.column + 1)-07"
            #expect(Self.read(text) == date, Comment(rawValue: text))
        }
    }

    @Test("of random pieces do not trap, and are days of a calendar", arguments: 0..<16)
    func randomPieces(_ seed: UInt64) {
        let pieces = [
            "16", "2025", "يناير", "31", "/", "-", ":", ".", " ", " ", "محرم", "1445", "هـ", "منذ", "9999", "سنة",
            "ساعتين", "م",
            "GMT", "+", "0300", "T", "غرة", "سلخ", "دی", "1403", "年", "月", "日", "ago", "months", "Jan", "4", "أمس",
            "الساعة", "99",
            "0", "123456789012345678901234567890", "آخر تحديث", "(", ")", "ET", "pm", "20250116", "20251399999999",
        ]
        var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
        for _ in 0..<500 {
            var line = ""
            for _ in 0..<12 {
                state ^= state << 13
                state ^= state >> 7
                state ^= state << 17
                line += pieces[Int(state % UInt64(pieces.count))]
            }
            if let date = Self.reader.publicationDate(in: line) { #expect(date.day != nil) }
            if let time = Self.reader.feedDate(line) { #expect(time.civilDate != nil) }
            _ = Self.reader.isDateLine(line)
        }
    }

    @Test("of a line of 100,000 numbers take no time to speak of")
    func longLine() {
        let line = String(repeating: "12/4 - 5 مايو 16:30 ", count: 20_000)
        #expect(ContinuousClock().measure { _ = Self.read(line) } < .seconds(1))
        #expect(!Self.reader.isDateLine(line))
    }
}

@Suite("Lines that are a date and nothing else")
struct DateLineTests {
    static let dates = [
        "الخميس 16 يناير 2025", "16/01/2025", "تاريخ النشر: 16 يناير 2025 - 10:30 ص", "نُشر في: 16 يناير 2025 (GMT)",
        "آخر تحديث: الأحد 5 مارس 2024 الساعة 08:15 بتوقيت مكة المكرمة", "20 شعبان 1440هـ الموافق 25 أبريل 2019م",
        "منذ ساعتين", "Published on January 16, 2025", "Thu, 16 Jan 2025 14:05:00 +0300", "2025-01-16T14:35:00Z",
        "Publié le 4 août 2020, mis à jour le 5 août 2020", "[16 يناير 2025]", "أمس",
    ]

    static let others = [
        "قال الرئيس في 16 يناير 2025 إن القمة ناجحة", "بقلم محمد علي 16 يناير 2025", "القاهرة 16 يناير 2025",
        "بغداد في 5 مايس 2020", "السعودية اليوم - 16 يناير 2025", "الخميس", "10:30", "2025", "31 فبراير 2025",
        "المادة 12/4",
        "عدد القراءات 1250 16/01/2025", "",
    ]

    @Test("are known", arguments: dates)
    func areKnown(_ line: String) {
        #expect(PageDateTests.reader.isDateLine(line))
    }

    @Test("are not prose, bylines, datelines or bare numbers", arguments: others)
    func areNotOthers(_ line: String) {
        #expect(!PageDateTests.reader.isDateLine(line))
    }

    @Test("may be a time with its zone alone")
    func zonedTimes() {
        #expect(PageDateTests.reader.isDateLine("19:23 ت م"))
        #expect(PageDateTests.reader.isDateLine("الساعة 19:23 بتوقيت غرينتش"))
        #expect(!PageDateTests.reader.isDateLine("19:23 تم"))
    }

    @Test("hold a date that can be read", arguments: dates)
    func canBeRead(_ line: String) {
        #expect(PageDateTests.reader.publicationDate(in: line) != nil)
    }
}
