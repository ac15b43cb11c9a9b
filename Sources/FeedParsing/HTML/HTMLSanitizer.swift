internal import NewsModel
internal import NewsText

/// Writes HTML anew so that nothing in it runs, loads a foreign document or styles the page around it.
///
/// Only what is on the lists of ``HTMLElement`` and ``HTMLAttribute`` is written; every text and value is escaped again,
/// every element closed, every link made absolute. So the result is safe by what it is made of, whatever the source
/// hides. The text of elements that are not let through stays. Sanitising twice gives the same as once.
struct HTMLSanitizer {
    private var scanner: HTMLScanner
    private let bytes: [UInt8]
    private let isXHTML: Bool
    private var output: [UInt8] = []
    private var open: [OpenElement] = []
    private var base: String?
    private var image: String?

    private struct OpenElement {
        let element: HTMLElement
        /// The base outside of it.
        let outerBase: String?
    }

    /// Pictures of a `srcset`.
    private static let candidateLimit = 32
    /// Elements open inside each other; deeper ones lose their tags and keep their text.
    private static let depthLimit = 128

    /// HTML that is safe to show.
    ///
    /// - Parameters:
    ///   - base: what relative links are resolved against; without one they stay as they are.
    ///   - isXHTML: `<a/>` has no inside, and `xml:base` counts.
    /// - Returns: also where the first picture is that is large enough to be seen.
    static func sanitize(
        _ html: [UInt8], base: String?, isXHTML: Bool = false
    ) -> (html: String, image: String?) {
        guard html.contains(where: { $0 == 0x3C || $0 == 0x26 || $0 == 0x3E || $0 < 0x20 }) else {
            return (String(decoding: html, as: UTF8.self).trimmed, nil)
        }
        var sanitizer = HTMLSanitizer(html, base: base, isXHTML: isXHTML)
        sanitizer.run()
        return (String(decoding: sanitizer.output, as: UTF8.self).trimmed, sanitizer.image)
    }

    private init(_ html: [UInt8], base: String?, isXHTML: Bool) {
        scanner = HTMLScanner(html)
        bytes = html
        self.base = base
        self.isXHTML = isXHTML
        output.reserveCapacity(html.count + html.count / 8)
    }

    private mutating func run() {
        while let token = scanner.next() {
            switch token {
            case .text(let range): writeText(range)
            case .start(let name, let isSelfClosing): start(name, isSelfClosing: isSelfClosing)
            case .end(let name): end(name)
            }
        }
        while !open.isEmpty { closeInnermost() }
    }

    private mutating func start(_ name: Range<Int>, isSelfClosing: Bool) {
        if HTMLElement.dropsInside(bytes[name]) || isPageTitle(name) {
            if !isSelfClosing { scanner.skipInside(name) }
            return
        }
        guard let element = HTMLElement.named(bytes[name]) else { return }
        while let innermost = open.last, element.closes.contains(innermost.element.key) { closeInnermost() }
        guard open.count < HTMLSanitizer.depthLimit else { return }
        let outerBase = base
        enterBase()
        output.append(0x3C)
        output.append(contentsOf: element.name)
        writeAttributes()
        output.append(0x3E)
        if element.isVoid {
            if image == nil, bytes.hasLowered("img", at: name.lowerBound) { image = picture }
            base = outerBase
            return
        }
        open.append(OpenElement(element: element, outerBase: outerBase))
        if isSelfClosing, isXHTML || isForeign { closeInnermost() }
    }

    private mutating func end(_ name: Range<Int>) {
        let key = NameCache.key(of: bytes[name])
        for opened in open.reversed() {
            if opened.element.key == key {
                while let innermost = open.last {
                    closeInnermost()
                    if innermost.element.key == key { return }
                }
            }
            if opened.element.isBarrier, !HTMLSanitizer.reachesOut(key) { return }
        }
    }

    private mutating func closeInnermost() {
        guard let innermost = open.popLast() else { return }
        base = innermost.outerBase
        output.append("</")
        output.append(contentsOf: innermost.element.name)
        output.append(0x3E)
    }

    /// The title of a page that was pasted whole; that of a drawing is text.
    private func isPageTitle(_ name: Range<Int>) -> Bool {
        name.count == 5 && bytes.hasLowered("title", at: name.lowerBound) && !isForeign
    }

    /// Whether we are inside a drawing or a formula, where tags close themselves.
    private var isForeign: Bool {
        open.contains { HTMLSanitizer.foreign[$0.element.key] != nil }
    }

    private static let foreign = keys("svg", "math")
    private static let tableParts = keys(
        "table", "tbody", "thead", "tfoot", "tr", "td", "th", "ul", "ol", "dl")

    /// End tags that may close a cell or a list from inside.
    private static func reachesOut(_ key: UInt64) -> Bool {
        tableParts[key] != nil
    }

    private static func keys(_ names: String...) -> KeyTable<Void> {
        KeyTable(names.map { (NameCache.key(of: Array($0.utf8)[...]), ()) })
    }
}

// MARK: Attributes

extension HTMLSanitizer {
    private mutating func enterBase() {
        guard isXHTML else { return }
        for attribute in scanner.attributes where bytes[attribute.name].elementsEqual("xml:base".utf8) {
            base = WebLink.resolve(decoded(attribute.value), base: base) ?? base
        }
    }

    private mutating func writeAttributes() {
        var written: [[UInt8]] = []
        for attribute in scanner.attributes {
            guard let allowed = HTMLAttribute.named(bytes[attribute.name]), !written.contains(allowed.name) else {
                continue
            }
            switch allowed.kind {
            case .text:
                write(allowed.name, decoded(attribute.value))
            case .link:
                if let link = link(attribute.value) { write(allowed.name, link) }
            case .links:
                let links = candidates(decoded(attribute.value))
                if !links.isEmpty { write(allowed.name, links) }
            }
            written.append(allowed.name)
        }
    }

    /// Where the picture of the tag at hand is, `nil` for a dot that counts readers.
    private var picture: String? {
        var source: String?
        for attribute in scanner.attributes {
            let name = bytes[attribute.name]
            if name.elementsEqual("src".utf8) { source = link(attribute.value) }
            let isSize = name.elementsEqual("width".utf8) || name.elementsEqual("height".utf8)
            if isSize, let size = Int(decoded(attribute.value)), size <= 2 { return nil }
        }
        return source.flatMap { WebLink.isWeb($0) ? $0 : nil }
    }

    private mutating func write(_ name: [UInt8], _ value: String) {
        output.append(0x20)
        output.append(contentsOf: name)
        output.append("=\"")
        for byte in value.utf8 { writeEscaped(byte) }
        output.append(0x22)
    }

    private func link(_ value: Range<Int>) -> String? {
        WebLink.reference(decoded(value), base: base)
    }

    /// The pictures of a `srcset`, each with its width or density.
    private func candidates(_ set: String) -> String {
        set.utf8.split(separator: 0x2C).prefix(HTMLSanitizer.candidateLimit).compactMap { candidate in
            let parts = candidate.split(whereSeparator: Byte.isBlank).map { String(Substring($0)) }
            guard let first = parts.first, parts.count <= 2, let link = WebLink.reference(first, base: base)
            else { return nil }
            return ([link] + parts.dropFirst()).joined(separator: " ")
        }.joined(separator: ", ")
    }

    private func decoded(_ range: Range<Int>) -> String {
        guard bytes.position(of: 0x26, in: range) != nil else { return String(decoding: bytes[range], as: UTF8.self) }
        var text: [UInt8] = []
        HTMLText.appendDecoded(bytes, range, to: &text)
        return String(decoding: text, as: UTF8.self)
    }
}

// MARK: Text

extension HTMLSanitizer {
    /// Copies text in runs, as it has few signs to escape.
    private mutating func writeText(_ range: Range<Int>) {
        var copied = range.lowerBound
        var index = copied
        while index < range.upperBound {
            guard HTMLSanitizer.isSpecial[Int(bytes[index])] else {
                index += 1
                continue
            }
            output.append(contentsOf: bytes[copied..<index])
            index += writeSpecial(at: index, end: range.upperBound)
            copied = index
        }
        output.append(contentsOf: bytes[copied..<index])
    }

    /// Writes what begins with a special sign and answers its length.
    private mutating func writeSpecial(at index: Int, end: Int) -> Int {
        let byte = bytes[index]
        if byte == 0x26, let reference = CharacterReference(bytes, at: index, end: end, lenient: true) {
            writeScalar(reference.scalar)
            return reference.length
        }
        if byte == 0x5D, bytes.has("]]>", at: index) { return 3 }
        writeEscaped(byte)
        return 1
    }

    private mutating func writeScalar(_ scalar: UInt32) {
        if let byte = UInt8(exactly: scalar), byte < 0x80 {
            writeEscaped(byte)
        } else {
            appendScalar(scalar, to: &output)
        }
    }

    private mutating func writeEscaped(_ byte: UInt8) {
        switch byte {
        case 0x26: output.append("&amp;")
        case 0x3C: output.append("&lt;")
        case 0x3E: output.append("&gt;")
        case 0x22: output.append("&quot;")
        case 0x09, 0x0A, 0x0D, 0x5D: output.append(byte)
        default: if !HTMLSanitizer.isSpecial[Int(byte)] { output.append(byte) }
        }
    }

    /// Signs of markup, the first of `]]>`, and control characters, which are dropped.
    private static let isSpecial: [Bool] = (0...255).map { byte in
        [0x26, 0x3C, 0x3E, 0x5D, 0x7F].contains(byte) || byte < 0x20 && ![0x09, 0x0A, 0x0D].contains(byte)
    }
}

extension String {
    /// Without white space at the ends.
    var trimmed: String {
        let bytes = utf8
        guard let first = bytes.firstIndex(where: { !Byte.isBlank($0) }),
            let last = bytes.lastIndex(where: { !Byte.isBlank($0) })
        else { return "" }
        return first == startIndex && bytes.index(after: last) == endIndex ? self : String(self[first...last])
    }
}
