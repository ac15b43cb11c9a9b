import NewsModel
import Testing

@testable import Fetching

@Suite("Freshness and dates")
struct FreshnessTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let fields: [(String, String)]
        var retryAfter: Duration?
        var maxAge: Duration?
        var expires: Duration?
        var testDescription: String { name }
    }

    static let date = "Sun, 06 Nov 1994 08:49:37 GMT"
    static let later = "Sun, 06 Nov 1994 09:49:37 GMT"

    static let cases: [Case] = [
        Case(name: "nothing", fields: []),
        Case(name: "seconds", fields: [("Retry-After", "120")], retryAfter: .seconds(120)),
        Case(name: "a date", fields: [("Retry-After", later), ("Date", date)], retryAfter: .seconds(3600)),
        Case(name: "a past date", fields: [("Retry-After", date), ("Date", later)], retryAfter: .zero),
        Case(name: "no number", fields: [("Retry-After", "soon")]),
        Case(name: "negative", fields: [("Retry-After", "-5")]),
        Case(name: "absurd", fields: [("Retry-After", "99999999999999999999999")], retryAfter: .seconds(1 << 31)),
        Case(name: "max-age", fields: [("Cache-Control", "private, Max-Age=60")], maxAge: .seconds(60)),
        Case(name: "quoted", fields: [("Cache-Control", "max-age=\"60\"")], maxAge: .seconds(60)),
        Case(
            name: "on a second line", fields: [("Cache-Control", "public"), ("Cache-Control", "max-age=5")],
            maxAge: .seconds(5)),
        Case(name: "aged", fields: [("Cache-Control", "max-age=60"), ("Age", "20")], maxAge: .seconds(40)),
        Case(name: "used up", fields: [("Cache-Control", "max-age=60"), ("Age", "90")], maxAge: .zero),
        Case(name: "shared caches only", fields: [("Cache-Control", "s-maxage=60")]),
        Case(name: "not to be kept", fields: [("Cache-Control", "no-cache, no-store")]),
        Case(
            name: "absurd age", fields: [("Cache-Control", "max-age=999999999999999999999")], maxAge: .seconds(1 << 31)),
        Case(name: "no age", fields: [("Cache-Control", "max-age=")]),
        Case(name: "expires", fields: [("Expires", later), ("Date", date)], expires: .seconds(3600)),
        Case(name: "expired", fields: [("Expires", date), ("Date", later)], expires: .zero),
        Case(name: "expires at once", fields: [("Expires", "0")], expires: .zero),
    ]

    @Test(
        "what the header asks for, as durations",
        arguments: cases)
    func freshness(_ test: Case) {
        let freshness = Freshness(HeaderFields(test.fields), received: Timestamp(seconds: 0))
        #expect(freshness.retryAfter == test.retryAfter)
        #expect(freshness.maxAge == test.maxAge)
        #expect(freshness.expires == test.expires)
        #expect(freshness.lifetime == test.maxAge ?? test.expires)
    }

    @Test("without the server's date its dates count from now")
    func withoutDate() {
        let received = Timestamp(seconds: 784_111_777 - 60)
        #expect(Freshness(HeaderFields([("Retry-After", Self.date)]), received: received).retryAfter == .seconds(60))
    }

    @Test("max-age counts before Expires")
    func order() {
        let fields = HeaderFields([("Cache-Control", "max-age=60"), ("Expires", Self.later), ("Date", Self.date)])
        #expect(Freshness(fields, received: Timestamp(seconds: 0)).lifetime == .seconds(60))
    }

    @Test(
        "the three forms of HTTP, and common slips",
        arguments: [
            "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
            "Sun, 6 Nov 1994 08:49:37 GMT", "06 Nov 1994 08:49:37", "sun, 06 NOV 1994 8:49:37 gmt",
        ])
    func date(text: String) {
        #expect(HTTPDate(text)?.timestamp == Timestamp(seconds: 784_111_777))
    }

    @Test(
        "what is no date",
        arguments: [
            "", "0", "-1", "Sun, 31 Feb 1994 08:49:37 GMT", "Sun, 06 Nov 1994", "06 11 1994 08:49:37",
            "Sun, 06 Nov 1994 25:00:00 GMT", "Sun, 06 Nov 99999999999999999999 08:49:37 GMT", "a:b:c",
        ])
    func noDate(text: String) {
        #expect(HTTPDate(text) == nil)
    }
}
