/// What the index keeps of one article in its window, but for its words and terms.
struct Document: Sendable {
    /// The 48 bits of the article's id, of its story's, and of the article's it is a copy of.
    let id: UInt64
    let story: UInt64
    private let originalOrNone: UInt64
    /// By the index's own clock, milliseconds.
    let seen: Int64
    /// When it was published, as far as known; milliseconds since 1970.
    let time: Int64
    /// Words of the whole text.
    let length: UInt32
    /// The sum of the squares of what its terms said when it had just been counted.
    let square: Float
    /// False once withdrawn or replaced: no article is compared with it any more, only its story is remembered.
    fileprivate(set) var isAlive = true
    fileprivate var extent = Extent()

    /// Where the words and terms stand in their segment.
    fileprivate struct Extent {
        var body: UInt32 = 0
        var terms: UInt32 = 0
        var kept: UInt16 = 0
        var numbers: UInt8 = 0
        var termCount: UInt8 = 0
    }

    init(id: UInt64, story: UInt64, original: UInt64?, seen: Int64, time: Int64, length: Int, square: Float) {
        self.id = id
        self.story = story
        originalOrNone = original ?? .max
        self.seen = seen
        self.time = time
        self.length = UInt32(clamping: length)
        self.square = square
    }

    var original: UInt64? { originalOrNone == .max ? nil : originalOrNone }
}

/// An old article as a new one is compared with it. Only good inside the call that hands it out.
struct OldText {
    let document: Document
    /// The low bytes of the kept words' codes.
    let words: UnsafeBufferPointer<UInt8>
    /// Ascending, two bytes each.
    private let numberBytes: UnsafeBufferPointer<UInt8>
    let terms: UnsafeBufferPointer<Term>

    fileprivate init(_ document: Document, _ body: UnsafeBufferPointer<UInt8>, _ terms: UnsafeBufferPointer<Term>) {
        let extent = document.extent
        let start = Int(extent.body)
        let end = start + Int(extent.kept)
        self.document = document
        words = UnsafeBufferPointer(rebasing: body[start..<end])
        numberBytes = UnsafeBufferPointer(rebasing: body[end..<end + 2 * Int(extent.numbers)])
        self.terms = UnsafeBufferPointer(rebasing: terms[Int(extent.terms)..<Int(extent.terms) + Int(extent.termCount)])
    }

    var numberCount: Int { numberBytes.count / 2 }

    func number(_ index: Int) -> UInt16 {
        UInt16(numberBytes[2 * index]) << 8 | UInt16(numberBytes[2 * index + 1])
    }
}

/// Some articles that follow one another, their words and their terms each in one piece of memory.
struct DocumentSegment: Sendable {
    static let size = 1024

    private(set) var documents: [Document] = []
    /// Of each article the words, then the numbers.
    private var bytes: [UInt8] = []
    private var terms: [Term] = []

    mutating func append(_ document: Document, _ fingerprint: Fingerprint) {
        var document = document
        document.extent = Document.Extent(
            body: UInt32(bytes.count), terms: UInt32(terms.count), kept: UInt16(clamping: fingerprint.words.count),
            numbers: UInt8(clamping: fingerprint.numbers.count), termCount: UInt8(clamping: fingerprint.terms.count))
        if documents.isEmpty { documents.reserveCapacity(DocumentSegment.size) }
        documents.append(document)
        bytes.append(contentsOf: fingerprint.words.lazy.map { UInt8(truncatingIfNeeded: $0) })
        for number in fingerprint.numbers.prefix(Int(UInt8.max)) {
            bytes.append(UInt8(number >> 8))
            bytes.append(UInt8(truncatingIfNeeded: number))
        }
        terms.append(contentsOf: fingerprint.terms.prefix(Int(UInt8.max)))
        if documents.count == DocumentSegment.size { giveRoomBack() }
    }

    /// Calls `body` with the article at a place.
    @inline(__always)
    func withText<Result>(at place: Int, _ body: (OldText) -> Result) -> Result {
        bytes.withUnsafeBufferPointer { bytes in
            terms.withUnsafeBufferPointer { body(OldText(documents[place], bytes, $0)) }
        }
    }

    mutating func retire(at place: Int) {
        documents[place].isAlive = false
    }

    /// Arrays grow by doubling: what a full segment will not fill any more is half a megabyte.
    private mutating func giveRoomBack() {
        bytes = bytes.withUnsafeBufferPointer { Array($0) }
        terms = terms.withUnsafeBufferPointer { Array($0) }
    }
}
