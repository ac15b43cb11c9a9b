import NewsModel

/// The name of an article's file, decided once and for all: `20260922T101232Z-aljazeera-3f9a1c07b2d4.md`.
///
/// First seen, feed, article: sortable, unique, ASCII, and without a title, whose 127 Arabic letters would fill
/// a name and whose direction would turn a shell's line round.
struct ArticleFileName: Equatable {
    let text: String
    let id: ArticleID
    let feed: FeedID
    let firstSeen: Timestamp
    let format: OutboxSettings.Format

    /// - Parameter copy: 1 for the plain name, from 2 on a number behind it, for a name that is taken.
    init(id: ArticleID, feed: FeedID, firstSeen: Timestamp, format: OutboxSettings.Format, copy: Int = 1) {
        self.id = id
        self.feed = feed
        self.firstSeen = Timestamp(seconds: firstSeen.seconds)
        self.format = format
        let suffix = copy > 1 ? "-\(copy)" : ""
        text = "\(firstSeen.compact)-\(feed)-\(id)\(suffix).\(format.fileExtension)"
    }

    /// Reads a name; `nil` for a file that is not ours.
    init?(_ text: String) {
        guard let dot = text.lastIndex(of: "."),
            let format = OutboxSettings.Format.allCases.first(where: {
                $0.fileExtension == text[text.index(after: dot)...]
            })
        else { return nil }
        var parts = text[..<dot].split(separator: "-", omittingEmptySubsequences: false)
        if parts.count > 3, let last = parts.last, last.utf8.count < 12, let copy = Int(last), copy > 1 {
            parts.removeLast()
        }
        guard parts.count >= 3, let last = parts.last, let id = ArticleID(String(last)),
            let feed = FeedID(parts[1..<(parts.count - 1)].joined(separator: "-")),
            let seen = ArticleFileName.time(parts[0])
        else { return nil }
        (self.text, self.id, self.feed, self.firstSeen, self.format) = (text, id, feed, seen, format)
    }

    /// `20260922T101232Z`.
    private static func time(_ text: Substring) -> Timestamp? {
        let bytes = Array(text.utf8)
        guard bytes.count == 16, bytes[8] == 0x54, bytes[15] == 0x5A else { return nil }
        let digits = bytes.map { Character(Unicode.Scalar($0)) }
        let date = String(digits[0..<4]) + "-" + String(digits[4..<6]) + "-" + String(digits[6..<8])
        let clock = String(digits[9..<11]) + ":" + String(digits[11..<13]) + ":" + String(digits[13..<15])
        return Timestamp(rfc3339: "\(date)T\(clock)Z")
    }
}
