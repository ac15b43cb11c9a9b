internal import CLibXML2
import Glibc

/// A node of a ``Document``: a pointer, free to copy. Valid only while the document is being read.
///
/// Names and texts are offered as bytes, since a `String` for each would cost more than the parse.
package struct Node: Hashable {
    let pointer: xmlNodePtr

    init(pointer: xmlNodePtr) {
        self.pointer = pointer
    }

    package enum Kind: Sendable {
        case element, text, comment, entityReference, other
    }

    package var kind: Kind {
        switch pointer.pointee.type {
        case XML_ELEMENT_NODE: .element
        case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: .text
        case XML_COMMENT_NODE: .comment
        case XML_ENTITY_REF_NODE: .entityReference
        default: .other
        }
    }

    package var isElement: Bool { pointer.pointee.type == XML_ELEMENT_NODE }
    package var isText: Bool {
        pointer.pointee.type == XML_TEXT_NODE || pointer.pointee.type == XML_CDATA_SECTION_NODE
    }

    package var parent: Node? {
        guard let parent = pointer.pointee.parent, parent.pointee.type == XML_ELEMENT_NODE else { return nil }
        return Node(pointer: parent)
    }
    package var firstChild: Node? {
        // The children of an entity reference belong to its declaration.
        guard pointer.pointee.type != XML_ENTITY_REF_NODE else { return nil }
        return pointer.pointee.children.map(Node.init(pointer:))
    }
    package var lastChild: Node? { pointer.pointee.last.map(Node.init(pointer:)) }
    package var next: Node? { pointer.pointee.next.map(Node.init(pointer:)) }
    package var previous: Node? { pointer.pointee.prev.map(Node.init(pointer:)) }
    package var line: Int { Int(xmlGetLineNo(pointer)) }

    /// The local name's bytes; empty for a text.
    package var nameBytes: UnsafeBufferPointer<UInt8> { bytes(of: pointer.pointee.name) }
    package var name: String { String(decoding: nameBytes, as: UTF8.self) }
    /// The namespace's URI, `nil` where no declared namespace applies (the prefix then stands in the name).
    package var namespace: String? {
        pointer.pointee.ns.flatMap { $0.pointee.href }.map { String(cString: $0) }
    }
    package var prefix: String? {
        pointer.pointee.ns.flatMap { $0.pointee.prefix }.map { String(cString: $0) }
    }

    /// Whether this is an element of that local name.
    package func isNamed(_ name: StaticString) -> Bool {
        guard isElement, let own = pointer.pointee.name else { return false }
        return name.withUTF8Buffer { wanted in
            for (index, byte) in wanted.enumerated() where own[index] != byte { return false }
            return own[wanted.count] == 0
        }
    }

    /// The bytes of a text node; empty for others. Valid as long as the node.
    package var contentBytes: UnsafeBufferPointer<UInt8> {
        isText ? bytes(of: pointer.pointee.content) : UnsafeBufferPointer(start: nil, count: 0)
    }

    /// The children, elements and others.
    package var children: Siblings { Siblings(next: firstChild) }

    /// The value of an attribute by local name, whatever its namespace; `nil` when it is absent.
    package func attribute(_ name: StaticString) -> String? {
        attributeNode(name).map(value)
    }

    /// The value of an attribute of a namespace.
    package func attribute(_ name: StaticString, namespace: StaticString) -> String? {
        var candidate = pointer.pointee.properties
        while let attribute = candidate {
            if attributeIsNamed(attribute, name), let own = attribute.pointee.ns?.pointee.href,
                namespace.withUTF8Buffer({ wanted in bytes(of: own).elementsEqual(wanted) })
            {
                return value(attribute)
            }
            candidate = attribute.pointee.next
        }
        return nil
    }

    /// The bytes of an attribute that holds plain text, without a copy; `nil` when absent or empty. Valid as long
    /// as the node.
    package func attributeBytes(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
        guard let attribute = attributeNode(name), let text = attribute.pointee.children,
            text.pointee.next == nil, text.pointee.type == XML_TEXT_NODE
        else { return nil }
        return bytes(of: text.pointee.content)
    }

    /// Every attribute: local name, namespace URI, value.
    package var attributes: [(name: String, namespace: String?, value: String)] {
        var found: [(name: String, namespace: String?, value: String)] = []
        var candidate = isElement ? pointer.pointee.properties : nil
        while let attribute = candidate {
            let namespace = attribute.pointee.ns.flatMap { $0.pointee.href }.map { String(cString: $0) }
            found.append((String(cString: attribute.pointee.name), namespace, value(attribute)))
            candidate = attribute.pointee.next
        }
        return found
    }

    /// All text inside, as it stands.
    package var text: String {
        if isText { return String(decoding: contentBytes, as: UTF8.self) }
        var gathered: [UInt8] = []
        forEachDescendant { node in
            if node.isText { gathered.append(contentsOf: node.contentBytes) }
            return true
        }
        return String(decoding: gathered, as: UTF8.self)
    }

    /// Visits everything below in document order, without recursion: depth is the sender's choice.
    ///
    /// - Parameter visit: answers whether to go inside the node it was given.
    package func forEachDescendant(_ visit: (Node) throws -> Bool) rethrows {
        guard var current = firstChild else { return }
        while true {
            if try visit(current), let child = current.firstChild {
                current = child
                continue
            }
            while current.next == nil {
                guard let above = current.pointer.pointee.parent, above != pointer else { return }
                current = Node(pointer: above)
            }
            guard let sibling = current.next else { return }
            current = sibling
        }
    }

    private func attributeNode(_ name: StaticString) -> xmlAttrPtr? {
        guard isElement else { return nil }
        var candidate = pointer.pointee.properties
        while let attribute = candidate {
            if attributeIsNamed(attribute, name) { return attribute }
            candidate = attribute.pointee.next
        }
        return nil
    }
}

/// The nodes of one level, from one on.
package struct Siblings: Sequence, IteratorProtocol {
    private var upcoming: Node?

    init(next: Node?) {
        upcoming = next
    }

    package mutating func next() -> Node? {
        defer { upcoming = upcoming?.next }
        return upcoming
    }
}

private func attributeIsNamed(_ attribute: xmlAttrPtr, _ name: StaticString) -> Bool {
    guard let own = attribute.pointee.name else { return false }
    return name.withUTF8Buffer { wanted in bytes(of: own).elementsEqual(wanted) }
}

func bytes(of text: UnsafePointer<xmlChar>?) -> UnsafeBufferPointer<UInt8> {
    guard let text else { return UnsafeBufferPointer(start: nil, count: 0) }
    let length = text.withMemoryRebound(to: CChar.self, capacity: 1) { strlen($0) }
    return UnsafeBufferPointer(start: text, count: length)
}

/// An attribute's value, its entities resolved by the parser. Copies libxml2's string and frees it.
private func value(_ attribute: xmlAttrPtr) -> String {
    guard let list = attribute.pointee.children else { return "" }
    guard let string = xmlNodeListGetString(attribute.pointee.doc, list, 1) else { return "" }
    defer { rasid_xml_free(string) }
    return String(cString: string)
}
