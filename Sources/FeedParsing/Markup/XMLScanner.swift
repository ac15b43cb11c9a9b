/// Reads a document into an ``XMLTree``, whatever state it is in, in one pass and in time linear in its length.
///
/// Where the document is not well-formed, the reading that loses least is taken: an end tag closes what was left
/// open inside, one that closes nothing is passed over, a `<` or `&` that starts nothing is text, an attribute needs
/// no quotes, an item inside an item ends the outer one. Names match in any case. No entity is expanded here, none
/// is fetched.
///
/// Source: XML 1.0, fifth edition; Namespaces in XML 1.0.
struct XMLScanner {
    let tree: XMLTree
    private let bytes: [UInt8]
    private var index: Int
    private var open: [OpenElement] = []
    private var namespaces = NamespaceScope()
    private var names = NameCache()
    /// Open elements by the number of their name, so that an end tag without a start is known at once.
    private var openCounts = Array(repeating: 0, count: NameCache.limit + 1)
    private var isClosed = false
    private var commentEnds = ForwardSearch("-->")
    private var sectionEnds = ForwardSearch("]]>")
    private var instructionEnds = ForwardSearch("?>")

    private struct OpenElement {
        let node: Int
        var lastChild = -1
        let key: UInt64
        let id: Int
        /// Bindings of namespaces before this element's own.
        let scope: Int
    }

    /// Elements open inside each other; what is nested deeper is passed over, its text kept by those around it.
    private static let depthLimit = 500
    /// Elements of a document.
    private static let elementLimit = 4_000_000
    private static let attributeLimit = 128

    /// - Parameter start: where the root element's tag opens.
    static func scan(_ bytes: [UInt8], from start: Int, rules: XMLDeclarations) -> XMLTree {
        var scanner = XMLScanner(bytes: bytes, start: start)
        for (name, text) in rules.entities { scanner.tree.define(entity: name, as: text) }
        for fault in rules.faults { scanner.tree.complain(fault.code, fault.message, at: fault.offset) }
        scanner.run()
        return scanner.tree
    }

    private init(bytes: [UInt8], start: Int) {
        self.bytes = bytes
        tree = XMLTree(bytes: bytes)
        index = start
    }

    private mutating func run() {
        while !isClosed, let found = bytes.position(of: 0x3C, in: index..<bytes.count) {
            index = found
            readMarkup()
        }
        if !isClosed {
            tree.complain("truncated", "the document ends inside an element", at: bytes.count)
            while !open.isEmpty { close(insideEnds: bytes.count) }
        } else {
            checkTail()
        }
    }

    /// Only comments, instructions and blanks may follow the root.
    private func checkTail() {
        guard let rest = bytes[index...].firstIndex(where: { !Byte.isBlank($0) }) else { return }
        if !bytes.has("<!--", at: rest), !bytes.has("<?", at: rest) {
            tree.complain("trailing_junk", "there is more after the root element", at: rest)
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
            tree.complain("stray_sign", "a < that opens no tag", at: index)
            index += 1
        }
    }

    private mutating func readDeclaration() {
        if bytes.has("<!--", at: index) {
            skip(past: \.commentEnds, elseTo: index + 2)
        } else if bytes.has("<![CDATA[", at: index) {
            skip(past: \.sectionEnds, elseTo: bytes.count)
        } else {
            tree.complain("stray_sign", "a <! inside an element", at: index)
            index += 2
        }
    }

    /// Goes behind the end of a section, or on from `fallback` where it has none.
    private mutating func skip(past end: WritableKeyPath<XMLScanner, ForwardSearch>, elseTo fallback: Int) {
        if let found = self[keyPath: end].next(in: bytes, from: index, to: bytes.count) {
            index = found + self[keyPath: end].text.utf8CodeUnitCount
            return
        }
        tree.complain("unclosed_section", "a comment, section or instruction that does not end", at: index)
        index = fallback
    }
}

// MARK: Tags

extension XMLScanner {
    private mutating func readStartTag() {
        let start = index
        let name = nameRange(from: index + 1)
        index = name.upperBound
        let firstAttribute = tree.attributes.count
        let isEmpty = readAttributes()
        let inside = index
        let scope = namespaces.count
        if tree.attributes.count > firstAttribute { bindNamespaces(of: name, from: firstAttribute) }
        let known = names.resolve(name, in: bytes, namespaces)
        if known.isUnbound { tree.complain("unbound_prefix", "a prefix that is not declared", at: start) }
        if !isEmpty { makeRoom(for: known, hasAttributes: tree.attributes.count > firstAttribute, at: start) }
        guard open.count < XMLScanner.depthLimit, tree.nodes.count < XMLScanner.elementLimit else { return }
        let node = appendNode(name, known, inside: inside, firstAttribute: firstAttribute)
        open.append(OpenElement(node: node, key: known.key, id: known.id, scope: scope))
        openCounts[known.id] += 1
        if isEmpty { close(insideEnds: inside) }
    }

    private mutating func appendNode(_ name: Range<Int>, _ known: KnownName, inside: Int, firstAttribute: Int) -> Int {
        let parent = open.last?.node ?? -1
        let above = parent >= 0 ? tree.nodes[parent] : nil
        var node = XMLNode(
            vocabulary: known.vocabulary, tag: known.tag, parent: Int32(parent), name: name.packed,
            inside: (inside..<inside).packed, firstAttribute: Int32(firstAttribute),
            base: above?.base ?? -1, language: above?.language ?? -1)
        node.attributeCount = Int32(tree.attributes.count - firstAttribute)
        let own = Int32(tree.nodes.count)
        for attribute in tree.attributes[firstAttribute...] {
            if attribute.isNamed("xml:base", in: bytes, qualified: true) { node.base = own }
            if attribute.isNamed("xml:lang", in: bytes, qualified: true) { node.language = own }
        }
        let index = tree.append(node)
        guard let last = open.indices.last else { return index }
        if open[last].lastChild < 0 {
            tree.update(parent) {
                $0.firstChild = own
                $0.hasElements = true
            }
        } else {
            tree.update(open[last].lastChild) { $0.next = own }
        }
        open[last].lastChild = index
        return index
    }

    /// Closes what cannot hold the element that is about to open: an item the next item, a title the link after it.
    private mutating func makeRoom(for name: KnownName, hasAttributes: Bool, at start: Int) {
        guard name.vocabulary == .rss || name.vocabulary == .atom else { return }
        if name.tag == .item || name.tag == .entry {
            guard let outer = open.lastIndex(where: { tree.nodes[$0.node].tag == name.tag }), !isEmbedding(above: outer)
            else { return }
            tree.complain("unclosed_element", "an item that is not closed", at: start)
            while open.count > outer { close(insideEnds: start) }
        } else if name.tag.isItemField {
            while let top = open.last, !tree.nodes[top.node].mayHold(name.tag, hasAttributes: hasAttributes) {
                tree.complain("unclosed_element", "an element that is not closed", at: start)
                close(insideEnds: start)
            }
        }
    }

    /// Whether an open element inside `outer` may hold an entry of its own: `atom:content`, or what is no feed's
    /// element, as the versions that Simple Sharing Extensions keep of an item.
    private func isEmbedding(above outer: Int) -> Bool {
        open[(outer + 1)...].contains { element in
            let node = tree.nodes[element.node]
            return node.vocabulary == .other || node.vocabulary == .atom && node.tag == .content
        }
    }

    private mutating func readEndTag() {
        let start = index
        let name = nameRange(from: index + 2)
        if let close = bytes.position(of: 0x3E, in: name.upperBound..<bytes.count) {
            index = close + 1
        } else {
            tree.complain("truncated", "the document ends inside a tag", at: start)
            index = bytes.count
        }
        let key = NameCache.key(of: bytes[name])
        if let top = open.last, top.key != key {
            guard openCounts[names.id(of: key)] > 0, open.contains(where: { $0.key == key }) else {
                tree.complain("stray_end", "an end tag that closes nothing", at: start)
                return
            }
            tree.complain("unclosed_element", "an element that is not closed", at: start)
        }
        while let top = open.last {
            self.close(insideEnds: start)
            if top.key == key { break }
        }
    }

    private mutating func close(insideEnds end: Int) {
        guard let top = open.popLast() else { return }
        tree.update(top.node) { $0.inside = $0.inside.lowerBound..<Swift.max($0.inside.lowerBound, Int32(end)) }
        openCounts[top.id] -= 1
        namespaces.truncate(to: top.scope)
        isClosed = open.isEmpty
    }

    private func nameRange(from start: Int) -> Range<Int> {
        var end = start
        while end < bytes.count, Byte.continuesName(bytes[end]) { end += 1 }
        return start..<end
    }

    private mutating func bindNamespaces(of element: Range<Int>, from first: Int) {
        for attribute in tree.attributes[first...] {
            let name = attribute.name.indices(in: bytes)
            guard bytes.has("xmlns", at: name.lowerBound) else { continue }
            let isDefault = name.count == 5
            guard isDefault || bytes[name.lowerBound + 5] == 0x3A else { continue }
            let prefix =
                isDefault ? "" : String(decoding: bytes[(name.lowerBound + 6)..<name.upperBound], as: UTF8.self)
            let uri = XMLText.attribute(attribute.value.indices(in: bytes), of: tree)
            namespaces.bind(prefix, to: uri, isOfFeed: open.isEmpty || Tag(name: bytes[element]).isContainer)
        }
    }
}

// MARK: Attributes

extension XMLScanner {
    /// Reads the attributes and the end of a start tag. Answers whether it closes itself.
    private mutating func readAttributes() -> Bool {
        let first = tree.attributes.count
        while true {
            skipBlanks()
            guard index < bytes.count else { return false }
            switch bytes[index] {
            case 0x3E:
                index += 1
                return false
            case 0x2F where index + 1 < bytes.count && bytes[index + 1] == 0x3E:
                index += 2
                return true
            case 0x3C:
                // The next tag begins: this one was never ended.
                tree.complain("unclosed_tag", "a tag without an end", at: index)
                return false
            case let byte where Byte.startsName(byte):
                readAttribute(first)
            default:
                tree.complain("bad_attribute", "a sign that no attribute can have", at: index)
                index += 1
            }
        }
    }

    private mutating func readAttribute(_ first: Int) {
        let name = nameRange(from: index)
        index = name.upperBound
        skipBlanks()
        var value = index..<index
        if index < bytes.count, bytes[index] == 0x3D {
            index += 1
            skipBlanks()
            value = readValue()
        } else {
            tree.complain("bad_attribute", "an attribute without a value", at: index)
        }
        guard tree.attributes.count - first < XMLScanner.attributeLimit else { return }
        let isRepeated = tree.attributes[first...].contains { attribute in
            bytes[attribute.name.indices(in: bytes)].elementsEqual(bytes[name])
        }
        if isRepeated {
            tree.complain("repeated_attribute", "an attribute that is there twice", at: name.lowerBound)
        } else {
            tree.append(XMLAttribute(name: name.packed, value: value.packed))
        }
    }

    /// A value in quotes, or what stands up to a blank where there are none.
    private mutating func readValue() -> Range<Int> {
        guard index < bytes.count else { return index..<index }
        let quote = bytes[index]
        if quote == 0x22 || quote == 0x27 {
            let start = index + 1
            if let end = bytes.position(of: quote, in: start..<bytes.count), !swallowsTags(start..<end) {
                index = end + 1
                return start..<end
            }
            tree.complain("bad_attribute", "a quotation mark that is not closed", at: index)
            let end = bytes.position(of: 0x3E, in: start..<bytes.count) ?? bytes.count
            index = end
            return start..<(end > start && bytes[end - 1] == 0x2F ? end - 1 : end)
        }
        tree.complain("bad_attribute", "a value without quotation marks", at: index)
        let start = index
        while index < bytes.count, !Byte.isBlank(bytes[index]), bytes[index] != 0x3E { index += 1 }
        if index > start, index < bytes.count, bytes[index] == 0x3E, bytes[index - 1] == 0x2F { index -= 1 }
        return start..<index
    }

    /// Whether a value runs over the end of its tag into the next ones, as it does when a quotation mark is missing.
    private func swallowsTags(_ value: Range<Int>) -> Bool {
        guard let opening = bytes.position(of: 0x3C, in: value) else { return false }
        return bytes.position(of: 0x3E, in: value.lowerBound..<opening) != nil
    }

    private mutating func skipBlanks() {
        while index < bytes.count, Byte.isBlank(bytes[index]) { index += 1 }
    }
}

extension Range<Int> {
    fileprivate var packed: Range<Int32> {
        Int32(clamping: lowerBound)..<Int32(clamping: upperBound)
    }
}

extension XMLNode {
    /// Whether the element of a feed may hold a field of an item. Most hold text; a text may be the markup of a page,
    /// which has elements of the same names, but no bare `link` and no `pubDate`.
    fileprivate func mayHold(_ field: Tag, hasAttributes: Bool) -> Bool {
        switch vocabulary {
        case .media, .itunes, .dublinCore, .dublinCoreTerms, .slash, .commentAPI, .feedburner: return false
        case .rss, .atom: break
        default: return true
        }
        switch tag {
        case .title, .link, .guid, .pubdate, .comments, .enclosure: return false
        case .description, .summary: return hasAttributes || ![.link, .guid, .pubdate, .comments].contains(field)
        default: return true
        }
    }
}

extension Tag {
    /// Elements that hold all of a feed or of an item.
    fileprivate var isContainer: Bool {
        switch self {
        case .rss, .rdf, .feed, .channel, .item, .entry: true
        default: false
        }
    }

    /// Fields whose start ends an unclosed one before them.
    fileprivate var isItemField: Bool {
        switch self {
        case .title, .link, .guid, .pubdate, .comments, .description, .enclosure, .author, .category: true
        default: false
        }
    }
}
