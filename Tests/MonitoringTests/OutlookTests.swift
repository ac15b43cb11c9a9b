import NewsModel
import Testing

@testable import Monitoring

@Suite("The outlook of the disk")
struct DiskOutlookTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let outlook: DiskOutlook
        let days: Int?
        let severity: StatusSnapshot.Severity?

        init(
            _ name: String, free: Int64, total: Int64, written: Int64? = nil, over days: Int64 = 7, share: Double = 1,
            _ left: Int?, _ severity: StatusSnapshot.Severity?
        ) {
            testDescription = name
            outlook = DiskOutlook(
                free: free, total: total, written: written, span: .seconds(days * 86_400), share: share)
            self.days = left
            self.severity = severity
        }
    }

    private static let gigabyte: Int64 = 1 << 30

    static let cases = [
        Case("a large disk half full", free: 500 * gigabyte, total: 1000 * gigabyte, nil, nil),
        Case("below a twentieth", free: 4 * gigabyte, total: 100 * gigabyte, nil, .warning),
        Case("a twentieth of a huge disk is plenty", free: 40 * gigabyte, total: 1000 * gigabyte, nil, nil),
        Case("below a hundredth", free: gigabyte / 2, total: 100 * gigabyte, nil, .critical),
        Case("a small disk, nearly empty", free: 7 << 20, total: 8 << 20, nil, nil),
        Case("34 days", free: 34 * gigabyte, total: 100 * gigabyte, written: 7 * gigabyte, 34, nil),
        Case("6 days", free: 41 * gigabyte / 2, total: 100 * gigabyte, written: 21 * gigabyte, 6, .warning),
        Case("1 day", free: 20 * gigabyte, total: 100 * gigabyte, written: 70 * gigabyte, 2, .warning),
        Case("hours", free: 19 * gigabyte, total: 100 * gigabyte, written: 70 * gigabyte, 1, .critical),
        Case(
            "the index grows with the files", free: 20 * gigabyte, total: 100 * gigabyte, written: 7 * gigabyte,
            share: 2, 10, nil),
        Case(
            "an hour's rate says nothing", free: 20 * gigabyte, total: 100 * gigabyte, written: 70 * gigabyte, over: 0,
            nil, nil),
        Case("nothing known of the disk", free: 0, total: 0, nil, nil),
    ]

    @Test("free room and rate together tell how urgent it is", arguments: cases)
    func severity(_ c: Case) {
        #expect(c.outlook.daysLeft == c.days)
        #expect(c.outlook.severity == c.severity)
    }
}

@Suite("The last hour")
struct MinuteHistoryTests {
    private let now = Timestamp(seconds: 1_789_000_020)

    @Test("each minute has its place, and what is older than an hour is forgotten")
    func places() {
        var history = MinuteHistory()
        for minute in 0..<200 {
            history.note(now: now + .seconds(Int64(minute) * 60)) { $0.polls += minute }
        }
        let last = now + .seconds(199 * 60)
        #expect(history.values(of: \.polls, now: last) == Array(140..<200))
        #expect(history.values(of: \.articles, now: last) == Array(repeating: 0, count: 60))
        let later = history.values(of: \.polls, now: last + .seconds(30 * 60))
        #expect(later == Array(170..<200) + Array(repeating: 0, count: 30))
    }

    @Test("a clock set back adds to the present minute")
    func setBack() {
        var history = MinuteHistory()
        history.note(now: now) { $0.articles += 1 }
        history.note(now: now - .seconds(86_400)) { $0.articles += 1 }
        #expect(history.values(of: \.articles, now: now).last == 2)
    }
}
