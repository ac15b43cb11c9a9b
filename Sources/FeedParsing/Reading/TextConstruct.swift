internal import NewsModel

/// How a text element says that it is to be read.
///
/// Source: RFC 4287 sections 3.1 and 4.1.3.3; Atom 0.3 section 3.1 (`mode`).
struct TextConstruct {
    enum Form { case text, html, xhtml }

    let form: Form
    private let isBase64: Bool
    private let element: Element

    /// - Parameter isAtom: whether a text without type is plain; in RSS it is HTML.
    init(_ element: Element, isAtom: Bool) {
        self.element = element
        let type = element.attribute("type")?.trimmed.lowercased() ?? ""
        let mode = element.attribute("mode")?.trimmed.lowercased()
        isBase64 = mode == "base64" || TextConstruct.isBinary(type) && mode == nil && !element.hasElements
        form = TextConstruct.form(type, isAtom: isAtom, hasElements: element.hasElements && mode != "escaped")
    }

    private static func form(_ type: String, isAtom: Bool, hasElements: Bool) -> Form {
        switch type {
        case "xhtml", "application/xhtml+xml", "application/xhtml": return hasElements ? .xhtml : .html
        case "html", "text/html", "text/x-html": return .html
        case "text", "text/plain", "plain": return hasElements ? .html : .text
        case "": return isAtom && !hasElements ? .text : hasElements ? .xhtml : .html
        case _ where type.hasSuffix("+xml") || type.hasSuffix("/xml"): return hasElements ? .xhtml : .html
        default: return isAtom && !hasElements && !isBinary(type) ? .text : .html
        }
    }

    /// Types whose text is base64.
    private static func isBinary(_ type: String) -> Bool {
        type.contains("/") && !type.hasPrefix("text/") && !type.hasSuffix("+xml") && !type.hasSuffix("/xml")
            && type != "application/xhtml"
    }

    /// The text as the publisher meant it, in UTF-8: markup for ``Form/html`` and ``Form/xhtml``.
    private var bytes: [UInt8] {
        if form == .xhtml || element.hasElements, !isBase64 { return XMLText.markup(element) }
        let text = XMLText.inside(element)
        guard isBase64, let decoded = Base64.decode(text), TextConstruct.isMeant(decoded, by: text) else { return text }
        return decoded
    }

    /// Whether a text that is said to be base64 is: one that is padded, or comes out as text. Others are words.
    private static func isMeant(_ decoded: [UInt8], by text: [UInt8]) -> Bool {
        let count = text.count { !Byte.isBlank($0) }
        return count.isMultiple(of: 4) || String(validating: decoded, as: UTF8.self) != nil
    }

    /// The text on one line, without markup; `nil` when there is none.
    func plain(_ context: ReadingContext) -> String? {
        let bytes = context.repaired(bytes)
        let text: String
        if form == .text {
            text = HTMLText.plain(bytes)
        } else {
            text = TextConstruct.title(bytes)
        }
        return text.isEmpty ? nil : text
    }

    /// The text of HTML that publishers often escape once too much.
    private static func title(_ html: [UInt8]) -> String {
        guard html.contains(0x3C) || html.contains(0x26) else { return HTMLText.collapsed(html) }
        let once = HTMLText.visible(html)
        guard once.utf8.contains(0x26) else { return HTMLText.plain(Array(once.utf8)) }
        var twice: [UInt8] = []
        let bytes = Array(once.utf8)
        HTMLText.appendDecoded(bytes, 0..<bytes.count, to: &twice)
        return HTMLText.plain(twice)
    }

    /// The text, its markup made safe, and the first picture in it; `nil` when there is none.
    func rich(base: String?, _ context: ReadingContext) -> (text: Feed.RichText, image: String?)? {
        let bytes = context.repaired(bytes)
        guard form != .text else {
            let text = String(decoding: bytes, as: UTF8.self).trimmed
            return text.isEmpty ? nil : (Feed.RichText(text, .text), nil)
        }
        let source = form == .html ? TextConstruct.unescapedTwice(bytes) : bytes
        let safe = HTMLSanitizer.sanitize(source, base: base, isXHTML: form == .xhtml)
        return safe.html.isEmpty ? nil : (Feed.RichText(safe.html, form == .xhtml ? .xhtml : .html), safe.image)
    }

    /// HTML that was escaped once too much shows its tags: no tag in it, but whole elements among its references.
    private static func unescapedTwice(_ html: [UInt8]) -> [UInt8] {
        guard !html.contains(0x3C), html.position(of: "&lt;/", in: 0..<html.count) != nil else { return html }
        var once: [UInt8] = []
        HTMLText.appendDecoded(html, 0..<html.count, to: &once)
        return HTMLText.hasWholeElement(once) ? once : html
    }
}
