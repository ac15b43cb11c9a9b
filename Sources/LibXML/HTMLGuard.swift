import Glibc

/// A page's markup without what holds no text, and harmless to libxml2's parser.
///
/// A tag with 40,000 attributes costs that parser half a minute, a script that holds `<!--` leaks its code as text, and
/// most of a page's bytes are scripts, styles and attributes nobody reads. One linear scan, by the tokenizer rules of
/// the HTML standard, leaves them out before a tree is built.
///
/// Source: WHATWG HTML, section 13.2.5 (tokenization); the costs were measured on libxml2 2.9.14.
package struct HTMLGuard {
    /// What is to be parsed.
    package private(set) var markup: [UInt8] = []
    /// The contents of `<script type="application/ld+json">`, as they stand.
    package private(set) var linkedData: [[UInt8]] = []

    /// Bytes of text in the fallbacks for readers without scripts that have paragraphs.
    package private(set) var fallbackText = 0
    private let keepsFallbacks: Bool

    private var nodes = 0
    private var endsNotFound: Set<RawText> = []

    /// Attributes kept of one tag.
    package static let attributeLimit = 48
    /// Bytes of one attribute's value; a longer one goes.
    package static let valueLimit = 16 * 1024
    /// Elements, attributes and their values handed on; what comes after is not read. Each takes some 150 bytes of the
    /// tree. The largest article page of the measured 785 has 50,000.
    package static let nodeLimit = 150_000
    /// Bytes of markup handed on; what comes after is not read.
    package static let markupLimit = 4 * 1024 * 1024
    /// Bytes of linked data kept of one page, in all.
    package static let linkedDataLimit = 2 * 1024 * 1024

    /// - Parameters:
    ///   - utf8: the page in UTF-8.
    ///   - keepsEveryAttribute: for XPath hints, which may ask for any. Else only those that extraction reads stay.
    ///   - keepsFallbacks: whether `noscript` with paragraphs is part of the page.
    package init(
        _ utf8: UnsafeBufferPointer<UInt8>, keepsEveryAttribute: Bool = false, keepsFallbacks: Bool = false
    ) {
        self.keepsFallbacks = keepsFallbacks
        markup.reserveCapacity(min(utf8.count / 2, HTMLGuard.markupLimit))
        var scanner = HTMLScanner(utf8)
        while markup.count < HTMLGuard.markupLimit, nodes < HTMLGuard.nodeLimit, let start = scanner.nextAngle() {
            append(
                UnsafeBufferPointer(rebasing: scanner.textBefore(start).prefix(HTMLGuard.markupLimit - markup.count)))
            switch scanner.markup(at: start) {
            case .text:
                append("&lt;")
            case .gone:
                break
            case .endTag(let name):
                append("</")
                append(name)
                markup.append(0x3E)
            case .startTag(let tag):
                open(tag, &scanner, keepsEveryAttribute)
            }
        }
        guard nodes < HTMLGuard.nodeLimit else { return }
        append(UnsafeBufferPointer(rebasing: scanner.rest().prefix(max(0, HTMLGuard.markupLimit - markup.count))))
    }

    private mutating func open(_ tag: HTMLScanner.Tag, _ scanner: inout HTMLScanner, _ keepsEveryAttribute: Bool) {
        if let raw = RawText(tag.name), !(raw == .template && tag.isShadowRoot) {
            skip(raw, tag, &scanner)
            return
        }
        markup.append(0x3C)
        append(tag.name)
        var kept = 0
        for attribute in tag.attributes where keepsEveryAttribute || attribute.isRead {
            guard kept < HTMLGuard.attributeLimit, attribute.value.count <= HTMLGuard.valueLimit else { continue }
            kept += 1
            append(attribute)
        }
        // With the text that follows it.
        nodes += 2 + 2 * kept
        if tag.closesItself { markup.append(0x2F) }
        markup.append(0x3E)
    }

    /// Leaves out an element that holds no text for readers. One that never ends is taken for a stray tag.
    private mutating func skip(_ raw: RawText, _ tag: HTMLScanner.Tag, _ scanner: inout HTMLScanner) {
        guard !tag.closesItself || !raw.mayCloseItself, !endsNotFound.contains(raw) else { return }
        guard let content = scanner.content(of: raw) else {
            endsNotFound.insert(raw)
            return
        }
        if raw == .noscript, HTMLGuard.holdsStory(content) {
            fallbackText += HTMLGuard.textLength(content)
            if keepsFallbacks { return scanner.goBack(to: content) }
        }
        if raw == .script, tag.isLinkedData,
            linkedData.reduce(content.count, { $0 + $1.count }) <= HTMLGuard.linkedDataLimit
        {
            linkedData.append(Array(content))
        }
    }

    /// Whether the fallback for readers without scripts has paragraphs: some pages keep their whole text there.
    private static func holdsStory(_ content: UnsafeBufferPointer<UInt8>) -> Bool {
        guard content.count > 250 else { return false }
        var (paragraphs, last) = (0, UInt8(0))
        for (index, byte) in content.enumerated() {
            if byte | 0x20 == 0x70, last == 0x3C, index + 1 < content.count,
                content[index + 1] == 0x3E || content[index + 1] == 0x20
            {
                paragraphs += 1
                if paragraphs > 2 { return true }
            }
            last = byte
        }
        return false
    }

    /// Bytes outside tags.
    private static func textLength(_ content: UnsafeBufferPointer<UInt8>) -> Int {
        var (length, isText) = (0, true)
        for byte in content {
            if byte == 0x3C { isText = false } else if byte == 0x3E { isText = true } else if isText { length += 1 }
        }
        return length
    }

    private mutating func append(_ attribute: HTMLScanner.Attribute) {
        let quote: UInt8 = attribute.value.contains(0x22) ? 0x27 : 0x22
        guard quote == 0x22 || !attribute.value.contains(0x27) else { return }
        markup.append(0x20)
        append(attribute.name)
        markup.append(0x3D)
        markup.append(quote)
        append(attribute.value)
        markup.append(quote)
    }

    /// Bytes without NUL, which ends libxml2's strings.
    private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress, bytes.count > 0 else { return }
        if memchr(start, 0, bytes.count) == nil {
            markup.append(contentsOf: bytes)
        } else {
            markup.append(contentsOf: bytes.lazy.filter { $0 != 0 })
        }
    }

    private mutating func append(_ literal: StaticString) {
        literal.withUTF8Buffer { markup.append(contentsOf: $0) }
    }
}

/// An element whose content is no text of the page: code, styles, drawings, fallbacks, choices.
enum RawText: String, CaseIterable {
    case script, style, noscript, template, svg, iframe, textarea, select, canvas, audio, video, object, noembed,
        noframes

    init?(_ name: UnsafeBufferPointer<UInt8>) {
        guard (3...8).contains(name.count) else { return nil }
        guard let found = RawText.allCases.first(where: { equalsIgnoringCase(name, $0.bytes) }) else { return nil }
        self = found
    }

    /// `<svg/>` is an empty drawing, `<script/>` is not an empty script.
    var mayCloseItself: Bool { self == .svg }
    /// Whether one may stand inside another, so that ends are counted.
    var nests: Bool { self == .template || self == .svg || self == .object }

    var bytes: StaticString {
        switch self {
        case .script: "script"
        case .style: "style"
        case .noscript: "noscript"
        case .template: "template"
        case .svg: "svg"
        case .iframe: "iframe"
        case .textarea: "textarea"
        case .select: "select"
        case .canvas: "canvas"
        case .audio: "audio"
        case .video: "video"
        case .object: "object"
        case .noembed: "noembed"
        case .noframes: "noframes"
        }
    }
}

/// Whether `bytes` spell `lower`, which is lower-case ASCII, in any case.
func equalsIgnoringCase(_ bytes: some Collection<UInt8>, _ lower: StaticString) -> Bool {
    guard bytes.count == lower.utf8CodeUnitCount else { return false }
    return lower.withUTF8Buffer { wanted in zip(bytes, wanted).allSatisfy { ($0 | 0x20) == $1 } }
}
