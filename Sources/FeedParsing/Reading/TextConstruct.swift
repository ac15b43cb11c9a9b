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
        return isBase64 ? Base64.decode(text) ?? text : text
    }

    /// The text on one line, without markup; `nil` when there is none.
    var plain: String? {
        let bytes = bytes
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
        let once = HTMLText.visible(html)
        guard once.utf8.contains(0x26) else { return HTMLText.plain(Array(once.utf8)) }
        var twice: [UInt8] = []
        let bytes = Array(once.utf8)
        HTMLText.appendDecoded(bytes, 0..<bytes.count, to: &twice)
        return HTMLText.plain(twice)
    }

    /// The text, its markup made safe; `nil` when there is none.
    func rich(base: String?) -> Feed.RichText? {
        let bytes = bytes
        let text: Feed.RichText
        switch form {
        case .text: text = Feed.RichText(String(decoding: bytes, as: UTF8.self).trimmed, .text)
        case .html: text = Feed.RichText(HTMLSanitizer.sanitize(bytes, base: base), .html)
        case .xhtml: text = Feed.RichText(HTMLSanitizer.sanitize(bytes, base: base, isXHTML: true), .xhtml)
        }
        return text.value.isEmpty ? nil : text
    }
}
