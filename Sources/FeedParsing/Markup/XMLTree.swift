internal import NewsModel

/// The bytes of a document, with what it declares and gets wrong.
final class XMLSource {
    /// The document in UTF-8.
    let bytes: [UInt8]
    /// Internal entities of the DOCTYPE, their text.
    let entities: [String: [UInt8]]
    /// What the document gets wrong, the first few.
    private(set) var warnings: [Feed.Warning] = []
    private(set) var isWellFormed = true

    /// Warnings kept; a document can be wrong at every byte.
    private static let warningLimit = 10

    init(bytes: [UInt8], entities: [String: [UInt8]]) {
        self.bytes = bytes
        self.entities = entities
    }

    /// Notes that the document is not well-formed at a byte.
    func complain(_ code: String, _ message: String, at offset: Int) {
        isWellFormed = false
        guard warnings.count < XMLSource.warningLimit else { return }
        let line = bytes[..<min(offset, bytes.count)].reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
        warnings.append(Feed.Warning(code: code, message: message, line: line))
    }
}

/// The elements of a feed document, in document order, over the bytes they were read from.
///
/// Text is not stored: an element knows where its inside lies, and ``XMLText`` reads it when it is asked for. So the
/// tree of a feed takes 44 bytes an element, whatever the feed's texts weigh.
final class XMLTree {
    let source: XMLSource
    let nodes: [XMLNode]
    let attributes: [XMLAttribute]

    init(source: XMLSource, nodes: [XMLNode], attributes: [XMLAttribute]) {
        self.source = source
        self.nodes = nodes
        self.attributes = attributes
    }

    var bytes: [UInt8] { source.bytes }
    var root: Element? { nodes.isEmpty ? nil : Element(tree: self, index: 0) }
}

/// One element: its name, its place in the tree, and where its inside lies in the bytes.
struct XMLNode {
    var vocabulary: Vocabulary
    var tag: Tag
    /// Whether there are elements inside, and not only text.
    var hasElements = false
    var parent: Int32
    var firstChild: Int32 = -1
    var next: Int32 = -1
    /// The qualified name.
    var name: Range<Int32>
    var inside: Range<Int32>
    var firstAttribute: Int32
    var attributeCount: Int32 = 0
    /// The nearest element, this one or above, with `xml:base` or `xml:lang`; -1 for none.
    var base: Int32
    var language: Int32
}

struct XMLAttribute {
    /// The qualified name.
    var name: Range<Int32>
    /// What stands between the quotes.
    var value: Range<Int32>
}

/// An element of a tree: a place in it, free to copy.
struct Element {
    let tree: XMLTree
    let index: Int

    private var node: XMLNode { tree.nodes[index] }

    var tag: Tag { node.tag }
    var vocabulary: Vocabulary { node.vocabulary }
    var hasElements: Bool { node.hasElements }
    /// Where the inside lies in the document's bytes.
    var inside: Range<Int> { Int(node.inside.lowerBound)..<Int(node.inside.upperBound) }
    var parent: Element? { at(node.parent) }
    /// The nearest element, this one or above, that sets `xml:base`.
    var baseHolder: Element? { at(node.base) }
    /// The nearest element, this one or above, that sets `xml:lang`.
    var languageHolder: Element? { at(node.language) }
    /// The qualified name as written.
    var name: String { String(decoding: tree.bytes[node.name.indices(in: tree.bytes)], as: UTF8.self) }

    func isNamed(_ tag: Tag, _ vocabulary: Vocabulary) -> Bool {
        self.tag == tag && self.vocabulary == vocabulary
    }

    /// The elements directly inside.
    var children: Children { Children(tree: tree, upcoming: node.firstChild) }

    /// The first child of that local name, whatever its vocabulary.
    func child(_ tag: Tag) -> Element? {
        children.first { $0.tag == tag }
    }

    /// The value of an attribute by local name, whatever its prefix, references resolved; `nil` when it is absent.
    func attribute(_ name: StaticString) -> String? {
        guard node.attributeCount > 0 else { return nil }
        return attributes.first { $0.isNamed(name, in: tree.bytes, qualified: false) }.map(value)
    }

    /// The value of an attribute by the whole name, `xml:base`.
    func attribute(qualified name: StaticString) -> String? {
        guard node.attributeCount > 0 else { return nil }
        return attributes.first { $0.isNamed(name, in: tree.bytes, qualified: true) }.map(value)
    }

    /// The namespaces this element itself declares.
    var namespaces: [String] {
        attributes.filter { tree.bytes.has("xmlns", at: $0.name.indices(in: tree.bytes).lowerBound) }.map(value)
    }

    private func value(_ attribute: XMLAttribute) -> String {
        XMLText.attribute(attribute.value.indices(in: tree.bytes), of: tree.source)
    }

    private var attributes: ArraySlice<XMLAttribute> {
        let first = Int(node.firstAttribute)
        return tree.attributes[first..<first + Int(node.attributeCount)]
    }

    private func at(_ index: Int32) -> Element? {
        index < 0 ? nil : Element(tree: tree, index: Int(index))
    }

    struct Children: Sequence, IteratorProtocol {
        let tree: XMLTree
        var upcoming: Int32

        mutating func next() -> Element? {
            guard upcoming >= 0 else { return nil }
            defer { upcoming = tree.nodes[Int(upcoming)].next }
            return Element(tree: tree, index: Int(upcoming))
        }
    }
}

extension XMLAttribute {
    /// Whether the attribute has that name, in any case.
    func isNamed(_ wanted: StaticString, in bytes: [UInt8], qualified: Bool) -> Bool {
        let own = name.indices(in: bytes)
        let length = wanted.utf8CodeUnitCount
        guard qualified ? own.count == length : own.count >= length else { return false }
        let start = own.upperBound - length
        if !qualified, start > own.lowerBound, bytes[start - 1] != 0x3A { return false }
        return wanted.withUTF8Buffer { wanted in
            zip(bytes[start..<own.upperBound], wanted).allSatisfy { $0 == $1 || $0 | 0x20 == $1 }
        }
    }
}

extension Range<Int32> {
    /// The range as indices of an array it was measured in.
    func indices(in bytes: [UInt8]) -> Range<Int> {
        Int(lowerBound)..<Swift.min(Int(upperBound), bytes.count)
    }
}
