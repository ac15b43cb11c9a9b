import NewsModel
import NewsText
import Testing

@Suite("Dates of feeds")
struct FeedDateTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        let time: String?
        var testDescription: String { text }

        init(_ text: String, _ time: String?) {
            self.text = text
            self.time = time
        }
    }

    static let cases = [
        Case("Mon, 06 Mar 2023 10:15:00 GMT", "2023-03-06T10:15:00Z"),
        Case("Mon, 6 Mar 2023 10:15 +0300", "2023-03-06T07:15:00Z"),
        Case("Mon,06 Mar 2023 10:15:00 -0000", "2023-03-06T10:15:00Z"),
        Case("6 Mar 23 10:15:00 EST", "2023-03-06T15:15:00Z"),
        Case("Mon, 6 March 2023 10:15:00 EDT", "2023-03-06T14:15:00Z"),
        Case("Thu, 6 July 2023 10:15:00 ET", "2023-07-06T14:15:00Z"),
        Case("Mon, 06 Mar 2023 10:15:00 GMT+02:00", "2023-03-06T08:15:00Z"),
        Case("Mon, 06 Mar 2023 10:15:00 GMT+0300 (Arabian Standard Time)", "2023-03-06T07:15:00Z"),
        Case("Mon, 06 Mar 2023 10:15:00 Z", "2023-03-06T10:15:00Z"),
        Case("Mon Mar 06 10:15:00 +0000 2023", "2023-03-06T10:15:00Z"),
        Case("Mon Mar 6 10:15:00 2023", "2023-03-06T10:15:00Z"),
        Case("Tue, 18 Sept 2018 15:53:56 +0300", "2018-09-18T12:53:56Z"),
        Case("Sun, 15 Dec 2024 12:15 AM", "2024-12-15T00:15:00Z"),
        Case("Fri, Oct 7 2022 10:15:00 -0400", "2022-10-07T14:15:00Z"),
        Case("Mo, 06 Mär 2023 10:15:00 +0100", "2023-03-06T09:15:00Z"),
        Case("lun, 06 mars 2023 10:15:00 +0100", "2023-03-06T09:15:00Z"),
        Case("Пн, 06 мар 2023 10:15:00 +0300", "2023-03-06T07:15:00Z"),
        Case("الاثنين، ٦ مارس ٢٠٢٣ ١٠:١٥:٠٠ +0300", "2023-03-06T07:15:00Z"),
        Case("06 آذار/مارس 2023 10:15 م", "2023-03-06T22:15:00Z"),
        Case("2023년 03월 06일 19:15:00", "2023-03-06T10:15:00Z"),
        Case("2023-03-06T10:15:00.123456+03:00", "2023-03-06T07:15:00Z"),
        Case("2023-03-06T10:15Z", "2023-03-06T10:15:00Z"),
        Case("2023-03-06 10:15:00", "2023-03-06T10:15:00Z"),
        Case("2023-03-06T101500+0300", "2023-03-06T07:15:00Z"),
        Case("2023-03-06", "2023-03-06T00:00:00Z"),
        Case("2023-03", "2023-03-01T00:00:00Z"),
        Case("2023", "2023-01-01T00:00:00Z"),
        Case("23-03-06", "2023-03-06T00:00:00Z"),
        Case("03-12-31", "2003-12-31T00:00:00Z"),
        Case("06-03-23 10:15", "2023-03-06T10:15:00Z"),
        Case("Mon, 06 Mar 2023 10:15:00 Asia/Riyadh", "2023-03-06T07:15:00Z"),
        Case("2023-03-06 10:15:00 America/New_York", "2023-03-06T15:15:00Z"),
        Case("Mon, 06 Mar 2023 10:15:00 Europe/Paris", "2023-03-06T10:15:00Z"),
        Case("2023-065", "2023-03-06T00:00:00Z"),
        Case("2023-065T10:15:00Z", "2023-03-06T10:15:00Z"),
        Case("2023-W10-1", "2023-03-06T00:00:00Z"),
        Case("2020-W53-5", "2021-01-01T00:00:00Z"),
        Case("2023-3-6T1:5:9Z", "2023-03-06T01:05:09Z"),
        Case("令和5年3月6日 10時15分", "2023-03-06T10:15:00Z"),
        Case("06/03/2023 10:15", "2023-03-06T10:15:00Z"),
        Case("3/6/2023 10:15:00 AM", "2023-03-06T10:15:00Z"),
        Case("1678097700", "2023-03-06T10:15:00Z"),
        Case("1678097700000", "2023-03-06T10:15:00Z"),
        Case("2023-12-31T24:00:00Z", "2024-01-01T00:00:00Z"),
        Case("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"),
        Case("3 hours ago", "2025-01-16T09:00:00Z"),
    ]

    static let invalid = [
        "2023-366",
        "2023-W54-1",
        "2023-W10-8",
        "", "today's news", "Mon, 31 Feb 2023 10:15:00 GMT", "Mon, 99 Mar 2023 10:15:00 GMT",
        "Mon, 06 Mar zz 10:15:00 GMT",
        "2023-03-06T10:61:00Z", "2023-03-06T25:15:00Z", "2023-03-06T10:15:00+00:xx", "2023-03-06T10:15:00-99:99",
        "2023-03-06-01", "2023-xx-06", "2023-13-06", "0000-00-00 00:00:00", "0001-01-01T00:00:00Z",
        "Thu, 01 Jan 1970 00:00:00 GMT", "-0001-11-30T00:00:00Z", "12023", "0", "99999999999999", "10:15:00",
    ]

    private static func read(_ text: String) -> String? {
        DateReader(now: Timestamp(seconds: 1_737_028_800)).feedDate(text)?.rfc3339
    }

    @Test("in all their abuses", arguments: cases)
    func valid(_ c: Case) {
        #expect(Self.read(c.text) == c.time)
    }

    @Test("with blanks and line ends around them", arguments: cases)
    func padded(_ c: Case) {
        #expect(Self.read("\n\t \(c.text) \r\n") == c.time)
    }

    @Test("that do not exist are none", arguments: invalid)
    func none(_ text: String) {
        #expect(Self.read(text) == nil)
    }
}
