import NewsModel
import Testing

@testable import NewsText

@Suite("Calendars of the press")
struct CalendarTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let year: Int
        let month: Int
        let day: Int
        let gregorian: String?
        var testDescription: String { "\(year)-\(month)-\(day)" }
    }

    /// Days that the Saudi press printed with both dates, or that official calendars give.
    static let hijri = [
        Case(year: 1300, month: 1, day: 1, gregorian: "1882-11-12"),
        Case(year: 1436, month: 10, day: 18, gregorian: "2015-08-03"),
        Case(year: 1440, month: 8, day: 20, gregorian: "2019-04-25"),
        Case(year: 1443, month: 1, day: 1, gregorian: "2021-08-09"),
        Case(year: 1444, month: 9, day: 15, gregorian: "2023-04-06"),
        Case(year: 1445, month: 9, day: 1, gregorian: "2024-03-11"),
        Case(year: 1446, month: 7, day: 16, gregorian: "2025-01-16"),
        Case(year: 1445, month: 3, day: 30, gregorian: "2023-10-15"),
        Case(year: 1445, month: 1, day: 30, gregorian: nil),
        Case(year: 1445, month: 13, day: 1, gregorian: nil),
        Case(year: 1445, month: 1, day: 0, gregorian: nil),
        Case(year: 1299, month: 1, day: 1, gregorian: nil),
        Case(year: 1601, month: 1, day: 1, gregorian: nil),
    ]

    @Test("Umm al-Qura", arguments: hijri)
    func ummAlQura(_ c: Case) {
        #expect(UmmAlQura.date(year: c.year, month: c.month, day: c.day)?.description == c.gregorian)
    }

    @Test("Hijri years follow each other without a gap")
    func hijriYearsFollow() {
        for year in 1300..<1600 {
            let length = (1...12).reduce(0) { $0 + UmmAlQura.days(in: $1, of: year) }
            let start = UmmAlQura.date(year: year, month: 1, day: 1)?.daysSince1970 ?? 0
            #expect((354...355).contains(length))
            #expect(UmmAlQura.date(year: year + 1, month: 1, day: 1)?.daysSince1970 == start + length)
        }
    }

    static let persian = [
        Case(year: 1399, month: 10, day: 16, gregorian: "2021-01-05"),
        Case(year: 1399, month: 12, day: 30, gregorian: "2021-03-20"),
        Case(year: 1400, month: 1, day: 1, gregorian: "2021-03-21"),
        Case(year: 1402, month: 10, day: 26, gregorian: "2024-01-16"),
        Case(year: 1403, month: 12, day: 30, gregorian: "2025-03-20"),
        Case(year: 1404, month: 1, day: 1, gregorian: "2025-03-21"),
        Case(year: 1404, month: 12, day: 30, gregorian: nil),
        Case(year: 1400, month: 7, day: 31, gregorian: nil),
        Case(year: 1199, month: 1, day: 1, gregorian: nil),
    ]

    @Test("the Persian calendar", arguments: persian)
    func persianCalendar(_ c: Case) {
        #expect(PersianCalendar.date(year: c.year, month: c.month, day: c.day)?.description == c.gregorian)
    }
}
