internal import LibXML

/// A page laid flat: its elements and its lines of text in document order, each in one array. Made in one walk over the
/// tree; what is asked of a subtree afterwards is a range of either array.
struct Page {
    var elements: [Element] = []
    var blocks: [Block] = []
    /// The text of all blocks, UTF-8, white space collapsed.
    var text: [UInt8] = []

    struct Element {
        let node: Node
        let tag: Tag
        /// Index of the element it stands in, -1 for the root.
        let parent: Int32
        let depth: Int32
        let cues: Cues
        /// Of `class` alone; equal ones are of one make.
        let classHash: UInt64
        /// Index after its last descendant.
        var end: Int32 = 0
        var firstBlock: Int32
        var endBlock: Int32 = 0
        /// Pictures inside.
        var pictures: Int32 = 0
        /// Fields to fill in inside.
        var fields: Int32 = 0
    }

    /// A line of text: what stands between two breaks of the layout.
    struct Block {
        enum Kind: Equatable {
            case paragraph, listItem, quotation, cell, preformatted, caption
            case heading(Int)
        }

        /// The innermost element that holds all of it.
        let owner: Int32
        let kind: Kind
        let bytes: Range<Int>
        /// Letters and digits, those of scripts without blanks counted twice.
        let letters: Int32
        let linkLetters: Int32
        let boldLetters: Int32
        let links: Int32
        /// Ends of sentences inside.
        let sentences: Int32
        let commas: Int32
        let endsLikeSentence: Bool
        let hash: UInt64

        var linkShare: Double { letters > 0 ? Double(linkLetters) / Double(letters) : 0 }
        var isHeading: Bool {
            if case .heading = kind { return true }
            return false
        }
    }

    func string(_ block: Block) -> String {
        String(decoding: text[block.bytes], as: UTF8.self)
    }

    /// - Parameter limit: bytes. What is longer ends after a whole word.
    func string(_ block: Block, limit: Int) -> String {
        guard block.bytes.count > limit else { return string(block) }
        let start = text[block.bytes].prefix(limit)
        let isCut: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x0A }
        // A script without blanks is cut between two of its characters.
        let end = start.suffix(500).lastIndex(where: isCut) ?? start.lastIndex { $0 & 0xC0 != 0x80 } ?? start.startIndex
        return String(decoding: start[..<end], as: UTF8.self)
    }

    /// Whether the bytes of one part of the text stand in another part.
    func holds(_ part: Range<Int>, in place: Range<Int>) -> Bool {
        guard part.upperBound <= text.count, place.upperBound <= text.count, let first = text[part].first else {
            return false
        }
        return text.withUnsafeBufferPointer { text in
            var index = place.lowerBound
            while index + part.count <= place.upperBound {
                if text[index] == first, text[index..<index + part.count].elementsEqual(text[part]) { return true }
                index += 1
            }
            return false
        }
    }

    /// The blocks inside an element.
    func blockRange(_ element: Int) -> Range<Int> {
        Int(elements[element].firstBlock)..<Int(elements[element].endBlock)
    }

    /// The elements directly inside one, in order.
    func children(_ element: Int) -> ChildIndices {
        ChildIndices(elements: elements, upcoming: element + 1, end: Int(elements[element].end))
    }

    /// An element and those around it, from the inside out.
    func ancestors(from element: Int) -> UnfoldFirstSequence<Int> {
        sequence(first: element) { index in
            let parent = Int(elements[index].parent)
            return parent >= 0 ? parent : nil
        }
    }

    struct ChildIndices: Sequence, IteratorProtocol {
        fileprivate let elements: [Page.Element]
        fileprivate var upcoming: Int
        fileprivate let end: Int

        mutating func next() -> Int? {
            guard upcoming < end else { return nil }
            defer { upcoming = Int(elements[upcoming].end) }
            return upcoming
        }
    }
}
