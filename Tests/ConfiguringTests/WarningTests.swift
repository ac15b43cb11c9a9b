import Testing

@testable import Configuring

@Suite("warnings")
struct WarningTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let yaml: String
        let warnings: [String]

        init(_ name: String, _ yaml: String, _ warnings: String...) {
            testDescription = name
            self.yaml = yaml
            self.warnings = warnings
        }
    }

    static let cases = [
        Case("nothing odd", oneFeed),
        Case("all feeds paused", oneFeed + "    paused: true\n", "all feeds are paused: nothing will be polled"),
        Case("one of two paused", oneFeed + "    paused: true\n  - { name: b, url: https://b.example/ }\n"),
        Case(
            "a short memory", "retention: { index: 7d }\n" + oneFeed,
            "retention.index (7d) is shorter than duplicates.window (14d): the index forgets before duplicates are found"
        ),
        Case(
            "figures nobody reads", "metrics: { file: /run/rasid/rasid.txt }\n" + oneFeed,
            "metrics.file does not end in .prom: node_exporter will not read it"),
        Case("figures for node_exporter", "metrics: { file: /run/rasid/rasid.prom }\n" + oneFeed),
        Case("a memory just as long", "retention: { index: 14d }\n" + oneFeed),
        Case(
            "a hasty poll of someone else", "poll: { min: 59s }\n" + oneFeed,
            "feed example: may be polled each 59s: many sites shut out who asks more than once a minute"),
        Case("a hasty poll of this machine", "poll: { min: 1s }\nfeeds: [{ name: a, url: http://127.0.0.1:8080/ }]"),
        Case("a poll each minute", "poll: { min: 1m }\n" + oneFeed),
        Case(
            "a password in the open", "feeds: [{ name: a, url: http://a.example/, auth: !credential a }]",
            "feed a: sends its password over http, where others can read it"),
        Case("a password in the dark", "feeds: [{ name: a, url: https://a.example/, auth: !credential a }]"),
        Case(
            "a word kept and dropped", oneFeed + "    keep: [غزة, نفط]\n    drop: [نفط]\n",
            #"feed example: has "نفط" in keep and in drop, so no article holds it"#),
        Case("different words kept and dropped", oneFeed + "    keep: [غزة]\n    drop: [نفط]\n"),
    ]

    @Test("are told for what is allowed and odd", arguments: cases)
    func warnings(_ c: Case) throws {
        #expect(try settings(c.yaml).warnings == c.warnings)
    }
}
