import NewsModel
import NewsText

extension Draft {
    /// When the story was published, from its own date lines: the first day that a line above the story names, else
    /// one below it. Dates of related stories and of stories that were appended never count.
    func readDate(now: Timestamp) -> PublicationDate? {
        let reader = DateReader(now: now)
        let end = firstParagraph
        let closing = marks.firstIndex { $0?.reason == .relatedHeading || $0?.reason == .otherArticle } ?? lines.count
        let above = dates(in: 0..<end, reader)
        return earliest(above) ?? earliest(dates(in: end..<max(end, closing), reader))
    }

    private func dates(in range: Range<Int>, _ reader: DateReader) -> [PublicationDate] {
        let datable: Set<Removal.Reason> = [.date, .byline, .source, .header, .outlet]
        return range.clamped(to: lines.indices).compactMap { index in
            guard let reason = reason(index), datable.contains(reason) else { return nil }
            return reader.publicationDate(in: lines[index].text)
        }
    }

    /// The earliest day, with its time of day where one of the lines has it.
    private func earliest(_ dates: [PublicationDate]) -> PublicationDate? {
        guard let first = dates.min(by: { $0.timestamp < $1.timestamp }) else { return nil }
        guard first.precision == .day else { return first }
        return dates.first { $0.precision != .day && $0.day == first.day } ?? first
    }
}
