/// Reads a document into an ``XMLTree``, whatever state it is in, in one pass and in time linear in its length.
///
/// Where the document is not well-formed, the reading that loses least is taken: an end tag closes what was left
/// open inside, one that closes nothing is passed over, a `<` or `&` that starts nothing is text, an attribute needs
/// no quotes, an item inside an item ends the outer one. Names match in any case. No entity is expanded here, none
/// is fetched.
///
/// Source: XML 1.0, fifth edition; Namespaces in XML 1.0.
struct XMLScanner {
    let source: XMLSource
    let bytes: [UInt8]
    var nodes: [XMLNode] = []
    var attributes: [XMLAttribute] = []
    var index: Int
    var open: [OpenElement] = []
    var namespaces = NamespaceScope()
    var names = NameCache()
    /// Open elements by the number of their name, so that an end tag without a start is known at once.
    var openCounts = Array(repeating: 0, count: NameCache.limit + 1)
    /// Elements that began too deep to be opened, by the key of their name, so that their end tags close nothing else.
    var passedOver: [UInt64: Int] = [:]
    var isClosed = false
    private var commentEnds = ForwardSearch("-->")
    private var sectionEnds = ForwardSearch("]]>")
    /// Where the section that was read last ends, which may hold the starts of others.
    private var sectionEnd = 0
    private var instructionEnds = ForwardSearch("?>")

    struct OpenElement {
        let node: Int
        var lastChild = -1
        let key: UInt64
        let id: Int
        /// Up to here it is known that the element is closed in its place.
        var heldUntil = 0
        /// Bindings of namespaces before this element's own.
        let scope: Int
    }

    /// Elements open inside each other. What is nested deeper holds nothing: what is inside it lies beside it.
    static let depthLimit = 500
    /// Elements of a document.
    static let elementLimit = 4_000_000
    static let attributeLimit = 128

    /// - Parameter start: where the root element's tag opens.
    static func scan(_ bytes: [UInt8], from start: Int, rules: XMLDeclarations) -> XMLTree {
        let entities = Dictionary(rules.entities) { _, last in last }
        let source = XMLSource(bytes: bytes, entities: entities)
        for fault in rules.faults { source.complain(fault.code, fault.message, at: fault.offset) }
        var scanner = XMLScanner(source: source, start: start)
        scanner.run()
        return XMLTree(source: source, nodes: scanner.nodes, attributes: scanner.attributes)
    }

    private init(source: XMLSource, start: Int) {
        self.source = source
        bytes = source.bytes
        index = start
    }

    private mutating func run() {
        while !isClosed, let found = bytes.position(of: 0x3C, in: index..<bytes.count) {
            index = found
            readMarkup()
        }
        if !isClosed {
            source.complain("truncated", "the document ends inside an element", at: bytes.count)
            while !open.isEmpty { close(insideEnds: bytes.count) }
        } else {
            checkTail()
        }
    }

    /// Only comments, instructions and blanks may follow the root.
    private func checkTail() {
        guard let rest = bytes[index...].firstIndex(where: { !Byte.isBlank($0) }) else { return }
        if !bytes.has("<!--", at: rest), !bytes.has("<?", at: rest) {
            source.complain("trailing_junk", "there is more after the root element", at: rest)
        }
    }

    /// At a `<`: reads the tag, comment, section or instruction, or passes over the sign as text.
    private mutating func readMarkup() {
        guard index + 1 < bytes.count else {
            index = bytes.count
            return
        }
        switch bytes[index + 1] {
        case 0x2F:
            readEndTag()
        case 0x21:
            readDeclaration()
        case 0x3F:
            skip(past: \.instructionEnds, elseTo: index + 2)
        case let byte where Byte.startsName(byte):
            readStartTag()
        default:
            source.complain("stray_sign", "a < that opens no tag", at: index)
            index += 1
        }
    }

    private mutating func readDeclaration() {
        if bytes.has("<!--", at: index) {
            skip(past: \.commentEnds, elseTo: index + 2)
        } else if bytes.has("<![CDATA[", at: index) {
            readSection()
        } else {
            source.complain("stray_sign", "a <! inside an element", at: index)
            index += 2
        }
    }

    private mutating func readSection() {
        if sectionEnd < index + 9 {
            sectionEnd = sectionEnds.next(in: bytes, from: index + 9, to: bytes.count) ?? bytes.count
        }
        let end = sectionEnd
        if end < bytes.count, bytes.position(of: "<![CDATA[", in: index + 9..<end) == nil {
            index = end + 3
        } else if let fieldEnd = endOfField(before: end) {
            source.complain("unclosed_section", "a section that does not end before its item does", at: index)
            index = fieldEnd
        } else if end < bytes.count {
            index = end + 3
        } else {
            source.complain("unclosed_section", "a section that does not end", at: index)
            index = end
        }
    }

    /// Goes behind the end of a section, or on from `fallback` where it has none.
    private mutating func skip(past end: WritableKeyPath<XMLScanner, ForwardSearch>, elseTo fallback: Int) {
        if let found = self[keyPath: end].next(in: bytes, from: index, to: bytes.count) {
            index = found + self[keyPath: end].text.utf8CodeUnitCount
            return
        }
        source.complain("unclosed_section", "a comment, section or instruction that does not end", at: index)
        index = fallback
    }
}
