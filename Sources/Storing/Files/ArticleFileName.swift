import NewsModel

/// The name of an article's file, decided once and for all: `20260922T101232Z-aljazeera-3f9a1c07b2d4.md`.
///
/// First seen, feed, article: sortable, unique, ASCII, and without a title, whose 127 Arabic letters would fill
/// a name and whose direction would turn a shell's line round. Before it stands the directory of the outbox's layout,
/// if any: `2026-09-22/`, `3f/`. Behind the article may stand the version a file is for, `-v2`, and a number where the
/// name was taken, `-2`.
struct ArticleFileName: Equatable {
    let id: ArticleID
    let feed: FeedID
    let firstSeen: Timestamp
    let format: OutboxSettings.Format
    /// 1 for a file that holds whatever version is the present one.
    let version: Int
    /// 1 for the plain name, from 2 on a number behind it, for a name that is taken.
    let copy: Int
    /// The directory below the outbox; `nil` for the outbox itself.
    let directory: String?

    init(
        id: ArticleID, feed: FeedID, firstSeen: Timestamp, format: OutboxSettings.Format,
        layout: OutboxSettings.Layout = .flat
    ) {
        let firstSeen = Timestamp(seconds: firstSeen.seconds)
        let directory: String? =
            switch layout {
            case .flat: nil
            case .daily: String(firstSeen.rfc3339.prefix(10))
            case .hashed: String(id.text.prefix(2))
            }
        self.init(
            id: id, feed: feed, firstSeen: firstSeen, format: format, version: 1, copy: 1, directory: directory)
    }

    private init(
        id: ArticleID, feed: FeedID, firstSeen: Timestamp, format: OutboxSettings.Format, version: Int, copy: Int,
        directory: String?
    ) {
        (self.id, self.feed, self.firstSeen, self.format) = (id, feed, firstSeen, format)
        (self.version, self.copy, self.directory) = (version, copy, directory)
    }

    /// Below the outbox, with its directory.
    var text: String { (directory.map { "\($0)/" } ?? "") + leaf }

    /// Without the directory.
    var leaf: String {
        let suffix = (version > 1 ? "-v\(version)" : "") + (copy > 1 ? "-\(copy)" : "")
        return "\(firstSeen.compact)-\(feed)-\(id)\(suffix).\(format.fileExtension)"
    }

    /// The name of a file for one version.
    func of(version: Int) -> ArticleFileName {
        ArticleFileName(
            id: id, feed: feed, firstSeen: firstSeen, format: format, version: version, copy: 1, directory: directory)
    }

    /// The same with another number behind it.
    func numbered(_ copy: Int) -> ArticleFileName {
        ArticleFileName(
            id: id, feed: feed, firstSeen: firstSeen, format: format, version: version, copy: copy,
            directory: directory)
    }
}

extension ArticleFileName {
    /// Reads a name; `nil` for a file that is not ours.
    init?(_ text: String) {
        let path = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let leaf = path.last, let dot = leaf.lastIndex(of: "."),
            let format = OutboxSettings.Format.allCases.first(where: {
                $0.fileExtension == leaf[leaf.index(after: dot)...]
            })
        else { return nil }
        let directory = path.count > 1 ? String(path[0]) : nil
        if let directory, !ArticleFileName.isLayoutDirectory(directory) { return nil }
        var parts = leaf[..<dot].split(separator: "-", omittingEmptySubsequences: false)
        let copy = ArticleFileName.number(behind: &parts, prefix: "")
        let version = ArticleFileName.number(behind: &parts, prefix: "v")
        guard parts.count >= 3, let last = parts.last, let id = ArticleID(String(last)),
            let feed = FeedID(parts[1..<(parts.count - 1)].joined(separator: "-")),
            let seen = ArticleFileName.time(parts[0])
        else { return nil }
        self.init(
            id: id, feed: feed, firstSeen: seen, format: format, version: version ?? 1, copy: copy ?? 1,
            directory: directory)
        // Two names for one file would be two files for one name.
        if self.text != text { return nil }
    }

    /// Takes a number from 2 on off the end, as long as an article stands before it.
    private static func number(behind parts: inout [Substring], prefix: String) -> Int? {
        guard parts.count > 3, let last = parts.last, last.utf8.count < 12, last.hasPrefix(prefix),
            let number = Int(last.dropFirst(prefix.utf8.count)), number > 1
        else { return nil }
        parts.removeLast()
        return number
    }

    /// `2026-09-22`, `3f`.
    static func isLayoutDirectory(_ name: String) -> Bool {
        let bytes = Array(name.utf8)
        if bytes.count == 2 {
            return bytes.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
        }
        return bytes.count == 10
            && bytes.enumerated().allSatisfy { index, byte in
                index == 4 || index == 7 ? byte == 0x2D : (0x30...0x39).contains(byte)
            }
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
