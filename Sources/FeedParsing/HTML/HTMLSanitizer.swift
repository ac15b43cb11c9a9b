internal import NewsModel
internal import NewsText

/// Writes HTML anew so that nothing in it runs, loads a foreign document or styles the page around it.
///
/// Only what is on the lists of ``HTMLElement`` and ``HTMLAttribute`` is written; every text and value is escaped again,
/// every element closed, every link made absolute. So the result is safe by what it is made of, whatever the source
/// hides. The text of elements that are not let through stays. Sanitising twice gives the same as once.
struct HTMLSanitizer {
    var scanner: HTMLScanner
    let bytes: [UInt8]
    let isXHTML: Bool
    var output: [UInt8] = []
    private var open: [HTMLElement] = []
    var base: String?
    /// The bases outside of the open elements, of XHTML only.
    private var outerBases: [String?] = []
    private var image: String?
    private let elements = HTMLElement.allowed
    private let spellings = HTMLElement.spellings
    let allowedAttributes = HTMLAttribute.allowed
    let stops = HTMLSanitizer.special
    /// The attributes of the tag at hand that were written.
    var written: [UInt64] = []

    /// Pictures of a `srcset`.
    static let candidateLimit = 32
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
        let key = NameCache.key(of: name, in: bytes)
        guard let element = elements[key], !isPageTitle(element) else {
            let isDropped = HTMLElement.dropsInside(key: key) || key == HTMLElement.titleKey
            if isDropped, !isSelfClosing { scanner.skipInside(name) }
            return
        }
        while let innermost = open.last, element.closes & innermost.group != 0 { closeInnermost() }
        guard open.count < HTMLSanitizer.depthLimit else { return }
        if isXHTML { enterBase() }
        output.append(0x3C)
        output.append(spellings, element.name)
        if !scanner.attributes.isEmpty { writeAttributes() }
        output.append(0x3E)
        open.append(element)
        if element.isVoid {
            if image == nil, element.key == HTMLElement.imageKey { image = picture }
            leaveInnermost()
        } else if isSelfClosing, isXHTML || isForeign {
            closeInnermost()
        }
    }

    private mutating func enterBase() {
        outerBases.append(base)
        base = innerBase
    }

    private mutating func leaveInnermost() {
        open.removeLast()
        if isXHTML, let outer = outerBases.popLast() { base = outer }
    }

    mutating func end(_ name: Range<Int>) {
        let key = NameCache.key(of: name, in: bytes)
        var index = open.count
        while index > 0 {
            index -= 1
            if open[index].key == key {
                while open.count > index { closeInnermost() }
                return
            }
            if open[index].isBarrier, !HTMLSanitizer.reachesOut(key) { return }
        }
    }

    private mutating func closeInnermost() {
        guard let innermost = open.last else { return }
        leaveInnermost()
        output.append("</")
        output.append(spellings, innermost.name)
        output.append(0x3E)
    }

    /// The title of a page that was pasted whole; that of a drawing is text.
    private func isPageTitle(_ element: HTMLElement) -> Bool {
        element.key == HTMLElement.titleKey && !isForeign
    }

    /// Whether we are inside a drawing or a formula, where tags close themselves.
    private var isForeign: Bool {
        open.contains(where: \.isForeign)
    }

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
