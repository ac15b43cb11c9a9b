internal import NewsModel
internal import NewsText

/// What every reader of a feed's elements asks for: bases, languages, dates, plain texts.
final class ReadingContext {
    /// Where the document is, for links without `xml:base`.
    let base: String?
    /// The site's page, for relative links where nothing else is known. Set once the channel is read.
    var siteLink: String?
    /// Whether a text had to be repaired that was read in a wrong encoding before.
    private(set) var hasMojibake = false
    private let dates: DateReader
    /// Bases worked out, by the element that sets them.
    private var bases: [Int: String?] = [:]

    init(base: String?, now: Timestamp) {
        self.base = base
        dates = DateReader(now: now)
    }

    /// What links in an element are resolved against.
    ///
    /// Source: XML Base, second edition; RFC 3986 section 5.1.
    func base(of element: Element) -> String? {
        guard let holder = element.baseHolder else { return base ?? siteLink }
        if let known = bases[holder.index] { return known }
        // The chain of bases is walked from the outside in: it may be as long as the sender likes.
        var chain = [holder]
        while let outer = chain.last?.parent?.baseHolder, bases[outer.index] == nil { chain.append(outer) }
        var resolved = chain.last?.parent?.baseHolder.flatMap { bases[$0.index] ?? nil } ?? base ?? siteLink
        for setter in chain.reversed() {
            let own = setter.attribute(qualified: "xml:base") ?? ""
            resolved = WebLink.resolve(own, base: resolved) ?? resolved
            bases[setter.index] = resolved
        }
        return resolved
    }

    /// The `xml:lang` in force, `nil` for none or an empty one.
    func language(of element: Element) -> String? {
        guard let holder = element.languageHolder else { return nil }
        return normalized(language: holder.attribute(qualified: "xml:lang"))
    }

    /// A language tag as BCP 47 writes it: `en_US` is `en-US`.
    func normalized(language: String?) -> String? {
        guard let language else { return nil }
        let tag = String(language.trimmed.map { $0 == "_" ? "-" : $0 })
        return tag.isEmpty || tag.utf8.count > 35 ? nil : tag
    }

    /// The text that was meant where UTF-8 was read as Latin-1 before it came here; that is noted.
    func repaired(_ text: [UInt8]) -> [UInt8] {
        guard ReadingContext.looksMisread(text), let repaired = repairMojibake(String(decoding: text, as: UTF8.self))
        else {
            return text
        }
        hasMojibake = true
        return Array(repaired.utf8)
    }

    /// A cheap look at the beginning for what Arabic letters, dashes and quotation marks become: `Ø`, `Ù` and `â€` of
    /// UTF-8 read as Latin, `ط§` and `ظ„` of UTF-8 read as windows-1256, `Çá` of windows-1256 read as Latin.
    private static func looksMisread(_ text: [UInt8]) -> Bool {
        let end = min(text.count - 3, 512)
        guard end > 0 else { return looksMisread(text, at: 0) }
        return [0xC3, 0xD8].contains { (lead: UInt8) in
            var index = 0
            while index <= end, let found = text.position(of: lead, in: index..<end + 1) {
                if looksMisread(text, at: found) { return true }
                index = found + 2
            }
            return false
        }
    }

    private static func looksMisread(_ text: [UInt8], at index: Int) -> Bool {
        guard index + 2 < text.count else { return false }
        switch (text[index], text[index + 1]) {
        case (0xC3, 0x83), (0xC3, 0x98), (0xC3, 0x99), (0xC3, 0xA2): return true
        case (0xC3, 0x87) where text[index + 2] == 0xC3: return true
        // Any letter that may stand for a first byte, before one that may stand for the second.
        case (0xC3, 0x82...0xB4): return text[index + 2] == 0xC2
        case (0xD8, 0xB7), (0xD8, 0xB8): return text[index + 2] == 0xC2 || text[index + 2] == 0xE2
        default: return false
        }
    }

    /// The text of an element on one line; `nil` when there is none.
    func text(_ element: Element) -> String? {
        let text = HTMLText.collapsed(XMLText.inside(element))
        return text.isEmpty ? nil : text
    }

    /// The text of an element as it stands, but for white space around; `nil` when there is none.
    func verbatim(_ element: Element) -> String? {
        let text = String(decoding: XMLText.inside(element), as: UTF8.self).trimmed
        return text.isEmpty ? nil : text
    }

    func number(_ element: Element) -> Int? {
        text(element).flatMap { Int($0) }
    }

    /// The date in an element, and its text where it cannot be read.
    func date(_ element: Element) -> (date: Timestamp?, unread: String?) {
        guard let text = text(element) else { return (nil, nil) }
        let date = dates.feedDate(text)
        return (date, date == nil ? String(text.prefix(200)) : nil)
    }

    func date(_ text: String?) -> Timestamp? {
        text.flatMap { dates.feedDate($0) }
    }

    /// The link an element's text names.
    func link(_ element: Element) -> String? {
        verbatim(element).flatMap { link($0, in: element) }
    }

    /// A link that stands in an element: absolute, or as it is where no base is known.
    func link(_ reference: String?, in element: Element) -> String? {
        guard let reference, !reference.trimmed.isEmpty else { return nil }
        return WebLink.reference(ReadingContext.unescaped(reference), base: base(of: element))
    }

    /// Links in CDATA, and those escaped twice, still have their `&amp;`, by which no server knows the next parameter.
    private static func unescaped(_ link: String) -> String {
        guard link.utf8.contains(0x26) else { return link }
        let bytes = Array(link.utf8)
        var text: [UInt8] = []
        var copied = 0
        while let sign = bytes.position(of: 0x26, in: copied..<bytes.count) {
            text.append(bytes, copied..<sign + 1)
            copied = sign + 1
            let escapes: [StaticString] = ["&amp;", "&#38;", "&#038;", "&#x26;"]
            if let escape = escapes.first(where: { bytes.has($0, at: sign) }) {
                copied = sign + escape.utf8CodeUnitCount
            }
        }
        text.append(bytes, copied..<bytes.count)
        return String(decoding: text, as: UTF8.self)
    }
}
