import NewsModel
import Storing

extension SearchHit {
    /// Title, then who and when, then a piece of the text, what was found marked.
    ///
    /// Numbers and names stand in columns of their own line; whatever may run from right to left is isolated.
    func text(_ terminal: Terminal) -> String {
        let facts = "\(published.minute)   \(id)   \(feed)"
        let width = (terminal.width ?? 100) - 4
        var lines = [title.lines(terminal, width: width, plain: .bold).joined(separator: "\n    ")]
        lines.append("    " + terminal.styled("\(facts)   \((source ?? "").isolated)", .dim))
        lines += snippet.lines(terminal, width: width, plain: nil).map { "    " + $0 }
        return lines.joined(separator: "\n")
    }

    /// Places of matches are UTF-8 offsets, first and behind the last.
    var jsonLine: String {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("id", id.text)
            writer.member("title", title.text)
            writer.member("source", source)
            writer.member("feed", feed.name)
            writer.member("published", published.rfc3339)
            writer.member("url", url)
            writer.member("file", file)
            writer.member("story", story.text)
            writer.member("snippet", snippet.text)
            writer.member("title_matches", title.matches) { $0.range($1) }
            writer.member("snippet_matches", snippet.matches) { $0.range($1) }
            writer.name("score")
            writer.value(score)
        }
        return writer.text
    }
}

extension JSONWriter {
    /// What was written, as text.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    fileprivate mutating func range(_ range: Range<Int>) {
        array([range.lowerBound, range.upperBound]) { $0.value($1) }
    }
}

extension Timestamp {
    /// `2026-09-22 10:12Z`.
    var minute: String {
        let text = rfc3339
        return "\(text.prefix(10)) \(text.dropFirst(11).prefix(5))Z"
    }
}

extension MarkedText {
    /// The text in lines of at most `width` characters, matches in colour, each line isolated.
    ///
    /// - Parameter plain: the style of what is no match.
    func lines(_ terminal: Terminal, width: Int, plain: Terminal.Style?) -> [String] {
        var lines: [[String]] = []
        var room = 0
        for (word, isMatch) in words {
            if lines.isEmpty || room < word.count + 1 {
                lines.append([])
                room = width
            }
            room -= word.count + 1
            let style = isMatch ? Terminal.Style.yellow : plain
            lines[lines.count - 1].append(style.map { terminal.styled(word, $0) } ?? word)
        }
        return lines.map { "\u{2068}\($0.joined(separator: " "))\u{2069}" }
    }

    /// Words with whether any part of one was found.
    private var words: [(String, isMatch: Bool)] {
        let bytes = Array(text.utf8)
        var words: [(String, isMatch: Bool)] = []
        for word in bytes.indices.split(whereSeparator: { bytes[$0] == 0x20 || bytes[$0] == 0x0A }) {
            guard let first = word.first, let last = word.last else { continue }
            let place = first..<last + 1
            let text = String(decoding: bytes[place], as: UTF8.self).printable
            words.append((text, matches.contains { $0.overlaps(place) }))
        }
        return words
    }
}
