internal import LibXML
internal import NewsModel
internal import NewsText

/// When the article was published and last changed.
///
/// JSON-LD's `datePublished` is right on 91 % of the pages that have it, `article:published_time` on 95, a `time`
/// element on 87, a day in the page's own address on 96 (1,413 pages). A wrong day is worse than none, so the time of the
/// last change stands in only where nothing else is printed, and that of a teaser never.
struct PublicationDay {
    let page: Page
    let meta: MetaTags
    let data: LinkedData
    let story: StoryPlace
    let url: String?
    let now: Timestamp
    private let reader: DateReader

    init(page: Page, meta: MetaTags, data: LinkedData, story: StoryPlace, url: String?, now: Timestamp) {
        (self.page, self.meta, self.data, self.story, self.url, self.now) = (page, meta, data, story, url, now)
        reader = DateReader(now: now)
    }

    func published() -> PublicationDate? {
        let others = [
            meta.first(
                "parsely-pub-date", "sailthru.date", "article.published", "dc.date.issued", "dcterms.issued",
                "dcterms.created", "dc.date.created", "pubdate", "publishdate", "publish-date", "publish_date",
                "publication_date", "publicationdate", "published-date", "published_date", "publisheddate", "pub_date",
                "publish_time", "published", "date_published", "datepublished", "originalpublicationdate",
                "article_date_original", "cxenseparse:recs:publishtime", "dcterms.date", "dc.date", "date")
        ]
        if let declared { return shownInstead(of: declared) ?? local(declared) }
        if let date = marked() ?? firstDate(others) { return local(date) }
        return dayOfAddress() ?? timeElement() ?? dayOfTitle() ?? printed()
    }

    /// The day that the page's data for machines tells in the two places most publishers use.
    private var declared: PublicationDate? {
        let linked = firstDate([data.published])
        let tagged = firstDate([
            meta.first("article:published_time", "og:published_time", "og:article:published_time")
        ])
        guard let linked, let tagged, abs(linked.timestamp.seconds - tagged.timestamp.seconds) > 86_400 else {
            return linked ?? tagged
        }
        // Some write a later version's day in one of them. Else the tag is right more often.
        let later = tagged.timestamp.seconds - linked.timestamp.seconds
        let isChange = firstDate([data.modified]).map { abs($0.timestamp.seconds - tagged.timestamp.seconds) < 60 }
        return later > 14 * 86_400 || later > 0 && isChange == true ? linked : tagged
    }

    /// Elements looked at for one kind of mark.
    private static let elementLimit = 200

    private func firstDate(_ texts: [String?]) -> PublicationDate? {
        for text in texts {
            if let text, let date = read(text) { return date }
        }
        return nil
    }

    /// The same instant as the publisher's clock shows it: machine-readable dates are often in UTC, where an evening's
    /// story is dated the next day.
    private func local(_ date: PublicationDate) -> PublicationDate {
        guard date.precision != .day, (date.offset ?? 0) == 0 else { return date }
        for index in story.elements.lazy.filter({ page.elements[$0].tag == .time }).prefix(PublicationDay.elementLimit)
        {
            guard let text = page.elements[index].node.attribute("datetime"), let shown = read(text),
                (shown.offset ?? 0) != 0, abs(shown.timestamp.seconds - date.timestamp.seconds) < 60
            else { continue }
            return shown
        }
        guard let address = dayOfAddress(), let day = date.day, let named = address.day,
            abs(day.daysSince1970 - named.daysSince1970) == 1
        else { return date }
        return address
    }

    /// The day readers are shown as that of publication, where the data for machines names quite another: a text that
    /// was written anew has its last change there.
    private func shownInstead(of declared: PublicationDate) -> PublicationDate? {
        // Readers' remarks further down have days of their own.
        let head = story.elements.filter { index in
            let block = Int(page.elements[index].firstBlock)
            return (story.head.min() ?? 0) <= block && block <= (story.head.max() ?? 0)
        }
        guard let first = head.first, let last = head.last, let shown = marked(in: first..<last + 1, namesYear: true),
            let day = shown.day, let other = declared.day, abs(day.daysSince1970 - other.daysSince1970) > 1
        else { return nil }
        return shown
    }

    /// `Headline | Site | 28.04.2023`.
    private func dayOfTitle() -> PublicationDate? {
        for title in [meta.title, meta.first("og:title")] {
            for part in title.map(Headline.parts) ?? [] {
                let line = PlainText.trimmed(String(part.text))
                if PublicationDay.namesYear(line), reader.isDateLine(line), let date = read(line) { return date }
            }
        }
        return nil
    }

    func modified() -> PublicationDate? {
        let declared = [
            data.modified, meta.first("article:modified_time", "og:updated_time", "datemodified", "last-modified"),
        ]
        for text in declared {
            if let text, let date = read(text) { return date }
        }
        return nil
    }

    private func read(_ text: String) -> PublicationDate? {
        if let date = PublicationDate(rfc3339: text), isPlausible(date) { return date }
        guard let date = reader.publicationDate(in: text), isPlausible(date) else { return nil }
        return date
    }

    /// Not before the web, not after tomorrow.
    private func isPlausible(_ date: PublicationDate) -> Bool {
        date.timestamp <= now + .seconds(2 * 86_400) && date.timestamp >= Timestamp(seconds: 631_152_000)
    }

    /// What carries `itemprop="datePublished"` or `pubdate` before the end of the story.
    private func marked() -> PublicationDate? {
        marked(in: page.elements.startIndex..<story.elements.upperBound)
    }

    /// - Parameter namesYear: whether a day without its year does not count.
    private func marked(in elements: Range<Int>, namesYear: Bool = false) -> PublicationDate? {
        let marked = elements.clamped(to: page.elements.indices).lazy.filter { index in
            let element = page.elements[index]
            return (element.cues.contains(.date) || element.tag == .time) && !story.isElsewhere(index)
                && isCalledPublished(element.node)
        }
        for index in marked.prefix(PublicationDay.elementLimit) {
            if let date = value(of: page.elements[index], namesYear: namesYear) { return date }
        }
        return nil
    }

    private func isCalledPublished(_ node: Node) -> Bool {
        if node.attribute("pubdate") != nil { return true }
        guard let property = node.attribute("itemprop")?.lowercased() else { return false }
        return property.contains("datepublished") || property.contains("datecreated")
    }

    /// The first `time` of the story that is not that of a change.
    private func timeElement() -> PublicationDate? {
        var updated: PublicationDate?
        let times = story.elements.lazy.filter { page.elements[$0].tag == .time && !story.isElsewhere($0) }
        for index in times.prefix(PublicationDay.elementLimit) {
            guard let date = value(of: page.elements[index]) else { continue }
            if !saysUpdated(index) { return date }
            updated = updated ?? date
        }
        return updated
    }

    private func value(of element: Page.Element, namesYear: Bool = false) -> PublicationDate? {
        let text = PlainText.trimmed(element.node.text)
        let shown = text.utf8.count < 120 ? text : nil
        for text in [element.node.attribute("datetime"), element.node.attribute("content"), shown] {
            if let text, !namesYear || PublicationDay.namesYear(text), let date = read(text) { return date }
        }
        return nil
    }

    /// Whether an element or one close around it is called the time of a change.
    private func saysUpdated(_ index: Int) -> Bool {
        page.ancestors(from: index).prefix(3).contains { around in
            let node = page.elements[around].node
            let names = [node.attribute("class"), node.attribute("itemprop"), node.attribute("id")]
            return names.contains { name in
                guard let name = name?.lowercased() else { return false }
                return name.contains("modified") || name.contains("updated") || name.contains("update")
            }
        }
    }

    /// `/2024/05/03/`, `/2024-05-03-`, `/20240503/` in the page's own address.
    private func dayOfAddress() -> PublicationDate? {
        guard let url else { return nil }
        var numbers: [[UInt8]] = []
        var run: [UInt8] = []
        for byte in url.utf8.prefix(400) {
            if (0x30...0x39).contains(byte) {
                run.append(byte)
                continue
            }
            if let day = PublicationDay.day(numbers, run) { return day }
            if !run.isEmpty { numbers.append(run) } else if byte != 0x2F { numbers.removeAll() }
            if byte != 0x2F && byte != 0x2D && byte != 0x5F { numbers.removeAll() }
            run = []
        }
        return PublicationDay.day(numbers, run)
    }

    private static func day(_ before: [[UInt8]], _ last: [UInt8]) -> PublicationDate? {
        func number(_ digits: some Sequence<UInt8>) -> Int { digits.reduce(0) { $0 * 10 + Int($1 - 0x30) } }
        let parts: (Int, Int, Int)
        if last.count == 8 {
            parts = (number(last.prefix(4)), number(last.dropFirst(4).prefix(2)), number(last.suffix(2)))
        } else if before.count >= 2, before[before.count - 2].count == 4, before[before.count - 1].count <= 2,
            (1...2).contains(last.count)
        {
            parts = (number(before[before.count - 2]), number(before[before.count - 1]), number(last))
        } else {
            return nil
        }
        guard (1995...2100).contains(parts.0) else { return nil }
        return CivilDate(year: parts.0, month: parts.1, day: parts.2).map(PublicationDate.init(day:))
    }

    /// Whether a line has a number of four digits, or three numbers with the same mark between them. A day without its
    /// year is of any year.
    private static func namesYear(_ line: String) -> Bool {
        func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
        func isMark(_ byte: UInt8) -> Bool { byte == 0x2E || byte == 0x2F || byte == 0x2D }
        return Array(Folding.fold(line).utf8).split { !isDigit($0) && !isMark($0) }.contains { number in
            let parts = number.split(whereSeparator: isMark)
            return parts.count == 3 || parts.contains { $0.count >= 4 }
        }
    }

    /// A date printed next to the headline or at the ends of the text.
    private func printed() -> PublicationDate? {
        printed(in: story.head) ?? printed(in: story.foot)
    }

    private func printed(in blocks: [Int]) -> PublicationDate? {
        var loose: PublicationDate?
        for block in blocks where page.blocks[block].bytes.count < 160 {
            let line = page.string(page.blocks[block])
            guard PublicationDay.namesYear(line) else { continue }
            if reader.isDateLine(line), let date = read(line) { return date }
            let isCalledDate = page.ancestors(from: Int(page.blocks[block].owner)).prefix(2).contains {
                page.elements[$0].cues.contains(.date) || page.elements[$0].cues.contains(.byline)
            }
            if loose == nil, isCalledDate || page.blocks[block].letters < 60 { loose = read(line) }
        }
        return loose
    }
}
