internal import LibXML

/// What the attributes of an element say about it, read in one go.
struct ElementMarks {
    private(set) var cues: Cues = []
    private(set) var classHash: UInt64 = 0
    private(set) var isHidden = false
    private(set) var isLink = false
    /// Readers are to write or choose something.
    private(set) var isField = false

    init(_ node: Node, _ tag: Tag) {
        isLink = tag == .a
        isField = tag == .input
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
            case (UInt8(ascii: "t"), 4):
                // A box to tick opens a fold or keeps a list of things to do.
                if value.elementsEqual("hidden".utf8) || value.elementsEqual("checkbox".utf8) { isField = false }
            case (UInt8(ascii: "s"), 5):
                read(style: value)
            case (UInt8(ascii: "h"), 6):
                isHidden = isHidden || name.elementsEqual("hidden".utf8)
            default:
                break
            }
        }
        if isHidden { cues.insert(.hidden) }
        if cues.contains(.unseen) { isHidden = true }
    }

    private mutating func read(style value: UnsafeBufferPointer<UInt8>) {
        let style = squeezed(value)
        if contains(style, "display:none") || contains(style, "visibility:hidden") { isHidden = true }
        // Stands still while the page moves: over the story, not in it.
        if contains(style, "position:fixed") { cues.insert(.notice) }
    }

    private mutating func property(_ value: UnsafeBufferPointer<UInt8>) {
        let found = Cues.of(value)
        if found.contains(.storyBody) { cues.insert(.storyBody) }
        cues.formUnion(found.intersection([.byline, .caption, .comment, .title]))
        if found.contains(.date) { cues.insert(.date) }
    }
}

/// A `style` in lower case without blanks.
private func squeezed(_ style: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    style.lazy.filter { $0 > 0x20 }.map { $0 | 0x20 }
}

private func contains(_ bytes: [UInt8], _ wanted: StaticString) -> Bool {
    wanted.withUTF8Buffer { wanted in
        guard bytes.count >= wanted.count else { return false }
        return (0...bytes.count - wanted.count).contains { bytes[$0...].starts(with: wanted) }
    }
}
