import NewsModel
import Testing

@testable import Configuring

@Suite("whatever the text")
struct PropertyTests {
    /// A file that uses all of the syntax that feeds.yaml uses.
    private static let text = """
        outbox: ./articles
        poll: { interval: 10m, min: 5m }
        fetch:
          allow_private: [10.0.0.0/8, "fd00::/8"]
          proxy: none
        feeds:
          - name: one
            url: https://example.org/1
            title: "مثال: أول"
            auth: !credential one
            keep: &words [غزة, 'القدس']
          - name: two
            url: https://example.org/2
            remove:
              - //aside
            drop: *words

        """

    /// Signs that mean something to YAML, to a terminal or to a reader of text.
    private static let signs = [
        "\"", "'", "[", "]", "{", "}", ":", "- ", "&a ", "*a", "!x ", "|", "%", "\t", "#", "\u{0}", "\u{1B}",
        "\u{202E}",
        "\u{FEFF}", "\u{2028}", "\u{F0000}", "---\n", "\r",
    ]

    /// Each mistake is one line that a terminal can show, with a place in the text.
    private func mistakesAreSound(in text: String) -> Bool {
        do throws(ConfigurationError) {
            _ = try Configuration.read(text, directory: "/srv")
            return true
        } catch {
            // The scanner counts each kind of line end, and names the line behind the last one when the text ends early.
            let lines = text.unicodeScalars.count { ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"].contains($0) } + 2
            return !error.mistakes.isEmpty
                && error.mistakes.allSatisfy { mistake in
                    (mistake.line.map { (1...lines).contains($0) } ?? true)
                        && !mistake.message.unicodeScalars.contains { $0.value < 0x20 || $0 == "\u{202E}" }
                }
        }
    }

    @Test("a text cut anywhere is read or refused")
    func cut() {
        #expect(mistakes(Self.text) == [])
        for end in Self.text.indices {
            #expect(mistakesAreSound(in: String(Self.text[..<end])), "cut before \(Self.text[end...].prefix(10))")
        }
    }

    @Test("a sign put in many places is read or refused", arguments: signs)
    func inserted(_ sign: String) {
        // Three is no multiple of the indentation, so that over the lines each column has its turn.
        for (offset, place) in Self.text.indices.enumerated() where offset.isMultiple(of: 3) {
            let text = Self.text[..<place] + sign + Self.text[place...]
            #expect(mistakesAreSound(in: String(text)), "\(quoted(sign)) before \(Self.text[place...].prefix(10))")
        }
    }

    @Test("the order of the keys does not matter")
    func order() throws {
        let parts = [
            "poll: { interval: 1m }\n", "format: json\n", "articles: { backlog: 3 }\n", oneFeed,
            "contact: a@b.example\n",
        ]
        let read = try settings(parts.joined())
        for turn in 1..<parts.count {
            #expect(try settings((parts[turn...] + parts[..<turn]).joined()) == read)
        }
    }
}
