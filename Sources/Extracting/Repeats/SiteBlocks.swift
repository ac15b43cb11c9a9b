/// The lines that the pages of one site repeat, learned from page to page.
///
/// A line belongs to the site, not to a story, when it stood on several pages and on a good part of those that came
/// since it was first seen. A quotation in two stories, or the first words of a weekly column, are not that. Lines are
/// known by their hashes; what is rarely seen again makes room for what is.
package struct SiteBlocks: Sendable, Equatable {
    private struct Line: Equatable {
        let hash: UInt64
        /// Pages it stood on.
        var count: UInt32
        /// The number of the first page it stood on, and of the last one.
        let first: UInt32
        var last: UInt32
    }

    /// Pages learned from.
    private var pages: UInt32 = 0
    private var lines: [Line] = []

    /// Lines remembered of one site.
    package static let lineLimit = 160
    /// Lines taken of one page.
    private static let linesOfPage = 120
    /// Pages a line must have stood on.
    package static let fewest = 4
    /// One in so many of the pages since it was first seen.
    private static let share: UInt32 = 3

    package init() {}

    package var isEmpty: Bool { lines.isEmpty }

    /// Whether a line stands on so many of the site's pages that it is no part of a story.
    package func repeats(_ hash: UInt64) -> Bool {
        guard let line = lines.first(where: { $0.hash == hash }) else { return false }
        return isRepeated(line)
    }

    /// The hashes of all lines that ``repeats(_:)`` answers for.
    var repeated: Set<UInt64> {
        Set(lines.lazy.filter(isRepeated).map(\.hash))
    }

    private func isRepeated(_ line: Line) -> Bool {
        line.count >= SiteBlocks.fewest && line.count > (pages - line.first) / SiteBlocks.share
    }

    /// Takes in the lines of one more page. The same page must not come twice.
    package mutating func learn(_ hashes: [UInt64]) {
        guard pages < UInt32.max else { return }
        pages += 1
        var places: [UInt64: Int] = [:]
        for (index, line) in lines.enumerated() { places[line.hash] = index }
        var seen: Set<UInt64> = []
        for hash in hashes.prefix(SiteBlocks.linesOfPage) where seen.insert(hash).inserted {
            if let index = places[hash] {
                lines[index].count += 1
                lines[index].last = pages
            } else {
                lines.append(Line(hash: hash, count: 1, first: pages, last: pages))
            }
        }
        forget()
    }

    /// Forgets what was seen least, and of that what was not seen for longest.
    private mutating func forget() {
        guard lines.count > SiteBlocks.lineLimit else { return }
        lines.sort { ($0.count, $0.last, $0.hash) > ($1.count, $1.last, $1.hash) }
        lines.removeLast(lines.count - SiteBlocks.lineLimit)
    }

    // MARK: - Storing

    /// For the index: the number of pages, then 20 bytes a line, all numbers with the low byte first.
    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        func append(_ number: UInt64, _ length: Int) {
            for shift in 0..<length { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * UInt64(shift)))) }
        }
        append(UInt64(pages), 4)
        for line in lines {
            append(line.hash, 8)
            append(UInt64(line.count), 4)
            append(UInt64(line.first), 4)
            append(UInt64(line.last), 4)
        }
        return bytes
    }

    /// - Returns: `nil` for bytes that ``bytes`` did not make.
    package init?(bytes: [UInt8]) {
        guard bytes.count >= 4, (bytes.count - 4) % 20 == 0, (bytes.count - 4) / 20 <= SiteBlocks.lineLimit else {
            return nil
        }
        func number(_ start: Int, _ length: Int) -> UInt64 {
            bytes[start..<start + length].reversed().reduce(0) { $0 << 8 | UInt64($1) }
        }
        let pages = UInt32(truncatingIfNeeded: number(0, 4))
        for start in stride(from: 4, to: bytes.count, by: 20) {
            let line = Line(
                hash: number(start, 8), count: UInt32(truncatingIfNeeded: number(start + 8, 4)),
                first: UInt32(truncatingIfNeeded: number(start + 12, 4)),
                last: UInt32(truncatingIfNeeded: number(start + 16, 4)))
            guard line.first >= 1, line.first <= line.last, line.last <= pages, line.count <= pages else { return nil }
            lines.append(line)
        }
        self.pages = pages
    }
}
