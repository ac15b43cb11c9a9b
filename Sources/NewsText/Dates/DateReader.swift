package import NewsModel

/// Reads dates as the web prints them: in the calendars and month systems of the Arab press, in the languages of Europe
/// and Asia, relative to now, and in all that feeds make of RFC 822 and RFC 3339. Bounded and linear; what is no date
/// gives `nil`.
package struct DateReader: Sendable {
    private let now: Timestamp

    /// - Parameter now: what relative times count from, and days without a year.
    package init(now: Timestamp) {
        self.now = now
    }

    /// The publication date in a line of a page.
    ///
    /// Publication wins over update, Gregorian over Hijri and Persian beside it. Numbers are day first, or year first;
    /// month first only where no Arabic stands in the line and the numbers or a North American zone leave no choice. A
    /// time without a zone is taken as UTC. Two-digit years, days without a year, bare digits and relative times count
    /// only where nothing but a date stands.
    ///
    /// - Parameter text: the first 4,096 bytes are read.
    package func publicationDate(in text: String) -> PublicationDate? {
        withFolded(text, limit: 4096) { folded in
            DateScan(DateLine(folded, style: .page, now: now)).publicationDate
        }
    }

    /// Whether the line is a date, with what belongs to one (label, weekday, time, zone), and nothing else, or a time
    /// with its zone. A glance for lines longer than a date can be.
    package func isDateLine(_ text: String) -> Bool {
        guard text.utf8.count <= DateReader.longestDateLine else { return false }
        return withFolded(text, limit: DateReader.longestDateLine) { folded in
            let line = DateLine(folded, style: .page, now: now, stopsAtUnknown: true)
            return !line.hasUnknownWord && DateScan(line).isDateAlone
        }
    }

    /// Bytes. Two dates with labels, weekdays, double names of months, times and zones have some 250.
    private static let longestDateLine = 300

    /// The time in a date element of a feed: RFC 822 and RFC 3339 in all their abuses, asctime, Unix time, other
    /// languages.
    ///
    /// No zone is UTC, no time midnight. Days, times and zones that do not exist give `nil`, and so do fillers (the
    /// epoch, zeros).
    ///
    /// - Parameter text: the first 256 bytes are read.
    package func feedDate(_ text: String) -> Timestamp? {
        withFolded(text, limit: 256) { FeedDate($0, now: now).timestamp }
    }

    private func withFolded<Result>(
        _ text: String, limit: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        var text = text
        return text.withUTF8 { utf8 in
            Folding.fold(UnsafeBufferPointer(rebasing: utf8.prefix(limit))).withUnsafeBufferPointer(body)
        }
    }
}
