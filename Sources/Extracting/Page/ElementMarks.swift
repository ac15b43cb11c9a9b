internal import LibXML

/// What the attributes of an element say about it, read in one go.
struct ElementMarks {
    private(set) var cues: Cues = []
    private(set) var classHash: UInt64 = 0
    private(set) var isHidden = false
    private(set) var isLink = false

    init(_ node: Node, _ tag: Tag) {
        isLink = tag == .a
        node.forEachAttribute { name, value in
            guard let first = name.first else { return }
            switch (first, name.count) {
            case (UInt8(ascii: "c"), 5):
                cues.formUnion(Cues.of(value))
                var hash = WordHash()
                for byte in value { hash.add(byte) }
                classHash = hash.value
            case (UInt8(ascii: "i"), 2) where tag.headingLevel != nil:
                // The anchor of a heading is made from its text.
                break
            case (UInt8(ascii: "i"), 2), (UInt8(ascii: "r"), 4):
                cues.formUnion(Cues.of(value))
            case (UInt8(ascii: "i"), 8):
                property(value)
            case (UInt8(ascii: "s"), 5):
                isHidden = isHidden || hides(value)
            case (UInt8(ascii: "h"), 6):
                isHidden = isHidden || name.elementsEqual("hidden".utf8)
            default:
                break
            }
        }
        if isHidden { cues.insert(.hidden) }
        if cues.contains(.unseen) { isHidden = true }
    }

    private mutating func property(_ value: UnsafeBufferPointer<UInt8>) {
        let found = Cues.of(value)
        if found.contains(.storyBody) { cues.insert(.storyBody) }
        cues.formUnion(found.intersection([.byline, .caption, .comment, .title]))
        if found.contains(.date) { cues.insert(.date) }
    }
}

/// Whether a `style` takes the element from the page.
private func hides(_ style: UnsafeBufferPointer<UInt8>) -> Bool {
    var squeezed: [UInt8] = []
    for byte in style where byte > 0x20 { squeezed.append(byte | 0x20) }
    return contains(squeezed, "display:none") || contains(squeezed, "visibility:hidden")
}

private func contains(_ bytes: [UInt8], _ wanted: StaticString) -> Bool {
    wanted.withUTF8Buffer { wanted in
        guard bytes.count >= wanted.count else { return false }
        return (0...bytes.count - wanted.count).contains { bytes[$0...].starts(with: wanted) }
    }
}
