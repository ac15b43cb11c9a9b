import NewsModel
import Testing

@Suite("civil dates")
struct CivilDateTests {
    static let days: [(Int, Int, Int, Int, Int)] = [
        (1970, 1, 1, 0, 4), (1969, 12, 31, -1, 3), (2000, 2, 29, 11_016, 2), (2024, 10, 16, 20_012, 3),
        (1, 1, 1, -719_162, 1), (9999, 12, 31, 2_932_896, 5), (1900, 3, 1, -25_508, 4),
    ]

    @Test("days since 1970 and day of the week", arguments: days)
    func daysSince1970(year: Int, month: Int, day: Int, days: Int, weekday: Int) throws {
        let date = try #require(CivilDate(year: year, month: month, day: day))
        #expect(date.daysSince1970 == days)
        #expect(date.weekday == weekday)
        #expect(CivilDate(daysSince1970: days) == date)
    }

    @Test("there and back, every 97th day of the calendar")
    func thereAndBack() {
        for days in stride(from: -719_162, through: 2_932_896, by: 97) {
            #expect(CivilDate(daysSince1970: days)?.daysSince1970 == days)
        }
    }

    @Test(
        "days of no calendar",
        arguments: [(2023, 2, 29), (2024, 13, 1), (2024, 0, 1), (2024, 4, 31), (0, 1, 1), (10_000, 1, 1), (2024, 1, 0)])
    func impossible(year: Int, month: Int, day: Int) {
        #expect(CivilDate(year: year, month: month, day: day) == nil)
    }

    @Test("leap years", arguments: [(2000, true), (1900, false), (2024, true), (2023, false)])
    func leap(year: Int, isLeap: Bool) {
        #expect(CivilDate.isLeap(year) == isLeap)
        #expect(CivilDate.days(in: 2, of: year) == (isLeap ? 29 : 28))
    }

    @Test("order is that of time, whatever the digits")
    func order() throws {
        let dates = try [(2023, 12, 31), (2024, 1, 30), (2024, 2, 1)].map {
            try #require(CivilDate(year: $0, month: $1, day: $2))
        }
        #expect(dates.shuffled().sorted() == dates)
        #expect(dates.map(\.description) == ["2023-12-31", "2024-01-30", "2024-02-01"])
    }
}

@Suite("timestamps")
struct TimestampTests {
    static let printed: [(Int64, String, String)] = [
        (0, "1970-01-01T00:00:00Z", "19700101T000000Z"), (-1, "1969-12-31T23:59:59Z", "19691231T235959Z"),
        (1_790_071_952, "2026-09-22T10:12:32Z", "20260922T101232Z"),
        (86_399, "1970-01-01T23:59:59Z", "19700101T235959Z"),
    ]

    @Test("print and read", arguments: printed)
    func prints(seconds: Int64, text: String, compact: String) {
        let time = Timestamp(seconds: seconds)
        #expect(time.rfc3339 == text)
        #expect(time.compact == compact)
        #expect(Timestamp(rfc3339: text) == time)
        #expect(time.seconds == seconds)
    }

    @Test("parts of a second are rounded down, before 1970 too")
    func rounding() {
        #expect(Timestamp(milliseconds: 1999).seconds == 1)
        #expect(Timestamp(milliseconds: -1).seconds == -1)
        #expect(Timestamp(milliseconds: -1).rfc3339 == "1969-12-31T23:59:59Z")
    }

    @Test("what no calendar holds is printed as the nearest end")
    func ends() {
        #expect(Timestamp(milliseconds: .max).rfc3339 == "9999-12-31T23:59:59Z")
        #expect(Timestamp(milliseconds: .min).rfc3339 == "0001-01-01T00:00:00Z")
    }

    @Test("adding and taking away do not overflow into a trap")
    func arithmetic() {
        let time = Timestamp(seconds: 100)
        #expect((time + .seconds(1)) - time == .seconds(1))
        #expect(time - .milliseconds(500) < time)
        #expect(Duration.seconds(Int64.max).wholeMilliseconds == .max)
        #expect(Duration.seconds(Int64.min).wholeMilliseconds == .min)
        #expect(Duration.milliseconds(-1500).wholeSeconds == -1)
    }
}

@Suite("publication dates")
struct PublicationDateTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        let utc: String
        let printed: String
        let day: String
        let precision: PublicationDate.Precision

        var testDescription: String { text }
    }

    static let cases = [
        Case(
            text: "2024-10-16", utc: "2024-10-16T00:00:00Z", printed: "2024-10-16", day: "2024-10-16", precision: .day),
        Case(
            text: "2024-10-16T07:30:00+08:00", utc: "2024-10-15T23:30:00Z", printed: "2024-10-16T07:30:00+08:00",
            day: "2024-10-16", precision: .second),
        Case(
            text: "2024-10-16 23:30-0330", utc: "2024-10-17T03:00:00Z", printed: "2024-10-16T23:30:00-03:30",
            day: "2024-10-16", precision: .minute),
        Case(
            text: "2024-10-16t07:30:00.123z", utc: "2024-10-16T07:30:00Z", printed: "2024-10-16T07:30:00Z",
            day: "2024-10-16", precision: .second),
        Case(
            text: "2024-12-31T24:00Z", utc: "2025-01-01T00:00:00Z", printed: "2025-01-01T00:00:00Z", day: "2025-01-01",
            precision: .minute),
        Case(
            text: "2024-10-16T07:30", utc: "2024-10-16T07:30:00Z", printed: "2024-10-16T07:30:00Z", day: "2024-10-16",
            precision: .minute),
    ]

    @Test("read as printed", arguments: cases)
    func reads(_ c: Case) throws {
        let date = try #require(PublicationDate(rfc3339: c.text))
        #expect(date.timestamp.rfc3339 == c.utc)
        #expect(date.iso8601 == c.printed)
        #expect(date.day?.description == c.day)
        #expect(date.precision == c.precision)
        #expect(PublicationDate(rfc3339: date.iso8601)?.timestamp == date.timestamp)
    }

    @Test(
        "what is no date",
        arguments: [
            "", "2024", "2024-1-1", "2024-02-30", "2024-10-16T", "2024-10-16T25:00Z", "2024-10-16T07:60Z",
            "2024-10-16T07:30:61Z", "2024-10-16T07:30:00+24:00", "2024-10-16T07:30:00Z!", "٢٠٢٤-١٠-١٦",
        ])
    func refuses(text: String) {
        #expect(PublicationDate(rfc3339: text) == nil)
    }
}
