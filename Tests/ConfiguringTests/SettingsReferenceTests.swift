import NewsModel
import Testing

@testable import Configuring

@Suite("the reference of settings")
struct SettingsReferenceTests {
    @Test("the defaults it shows, written into a file, change nothing")
    func defaults() throws {
        // Settings without a value have no way to be written.
        let entries = SettingsReference().entries.filter { !["not set", "none", ""].contains($0.unset ?? "") }
        let top = entries.filter { !$0.key.hasPrefix("feeds[]") }
        let groups = Dictionary(grouping: top.filter { $0.key.contains(".") }) { $0.key.prefix { $0 != "." } }
        let lines =
            top.filter { !$0.key.contains(".") }.map { "\($0.key): \($0.unset ?? "")\n" }
            + groups.map { group, entries in
                let members = entries.map { "\($0.key.drop { $0 != "." }.dropFirst()): \($0.unset ?? "")" }
                return "\(group): { \(members.joined(separator: ", ")) }\n"
            }
        let feed = entries.filter { $0.key.hasPrefix("feeds[]") }.map {
            "    \($0.key.dropFirst(8)): \($0.unset ?? "")\n"
        }
        #expect(lines.count >= 7 && feed.count >= 10)
        #expect(try settings(lines.joined() + oneFeed + feed.joined()) == settings(oneFeed))
    }

    @Test("every entry says what it does and what is allowed, and no two have one key")
    func complete() {
        let entries = SettingsReference().entries
        for entry in entries {
            #expect(entry.about.hasSuffix(".") && !entry.allowed.isEmpty, "\(entry.key)")
        }
        #expect(Set(entries.map(\.key)).count == entries.count)
    }

    @Test("the text shows key, default and range")
    func text() {
        #expect(
            SettingsReference().text.contains(
                """
                fetch.timeout  [30s]
                    The time for one transfer, redirects included.
                    Allowed: a duration such as 30s, 15m, 1h, 2d from 1s to 10m.
                """))
    }
}
