import Testing

@testable import Configuring

@Suite("durations")
struct DurationTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        let duration: Duration?
        var testDescription: String { "“\(text)”" }

        init(_ text: String, _ duration: Duration?) {
            self.text = text
            self.duration = duration
        }
    }

    static let cases = [
        Case("1s", .seconds(1)), Case("30s", .seconds(30)), Case("15m", .seconds(900)), Case("24h", .seconds(86_400)),
        Case("7d", .seconds(604_800)), Case("2w", .seconds(1_209_600)), Case("1500ms", .milliseconds(1_500)),
        Case("1h30m", .seconds(5_400)), Case("1d12h", .seconds(129_600)), Case(" 15m ", .seconds(900)),
        Case("30d", .seconds(2_592_000)),

        // Near misses.
        Case("15", nil), Case("0", nil), Case("", nil), Case("m", nil), Case("15 m", nil), Case("15M", nil),
        Case("15min", nil), Case("1.5h", nil), Case("-5m", nil), Case("+5m", nil), Case("٣٠s", nil), Case("30m1h", nil),
        Case("1h1h", nil), Case("1h30", nil), Case("0s", nil), Case("999ms", nil), Case("31d", nil),
        Case("720h1s", nil), Case("9999999999s", nil), Case("99999999999999999999d", nil), Case("forever", nil),
    ]

    @Test("a text is a duration from 1s to 30d or refused", arguments: cases)
    func reads(_ c: Case) {
        #expect(value(c.text, of: .pollTime) == c.duration)
    }

    @Test("a number without a unit is answered with units")
    func namesUnits() {
        #expect(
            mistakes("poll: { interval: 15 }\n" + oneFeed) == [
                #"1:19 poll.interval: found "15", allowed is a duration such as 30s, 15m, 1h, 2d from 1s to 30d "#
                    + "(it has no unit: 15s, 15m, 15h or 15d)"
            ])
    }

    static let written: [(Duration, String)] = [
        (.zero, "0s"), (.milliseconds(20), "20ms"), (.milliseconds(1_500), "1500ms"), (.seconds(90), "90s"),
        (.seconds(900), "15m"), (.seconds(3_600), "1h"), (.seconds(86_400), "24h"), (.seconds(2 * 86_400), "2d"),
        (.seconds(14 * 86_400), "14d"), (.seconds(129_600), "36h"),
    ]

    @Test("a duration is written in its largest whole unit, and read back the same", arguments: written)
    func writes(_ duration: Duration, _ text: String) {
        #expect(duration.inOneUnit == text)
        #expect(value(text, of: .duration(.zero ... .seconds(30 * 86_400))) == duration)
    }
}
