import NewsModel

/// What the index keeps of one article in its window.
struct Document: Sendable {
    /// The 48 bits of the article's id, of its story's, and of the article it is a copy of.
    let id: UInt64
    let story: UInt64
    let original: UInt64?
    /// The index's own clock when the article came, milliseconds.
    let seen: Int64
    /// When it was published, as far as known; milliseconds since 1970.
    let time: Int64
    /// Words of the whole text.
    let length: Int
    /// Words that are kept.
    let kept: Int
    /// The low bytes of the words' codes, then the numbers, two bytes each.
    let body: [UInt8]
    /// Empty once the article is too old to draw others into its story.
    var terms: [Term]
    let source: UInt16
    /// False once withdrawn or replaced: it is no longer compared with, only its story is remembered.
    var isAlive = true

    var numberCount: Int { (body.count - kept) / 2 }

    func number(_ index: Int) -> UInt16 {
        UInt16(body[kept + 2 * index]) << 8 | UInt16(body[kept + 2 * index + 1])
    }
}

extension Document {
    init(
        id: UInt64, story: UInt64, original: UInt64?, seen: Int64, time: Int64, fingerprint: Fingerprint, terms: [Term]
    ) {
        var body: [UInt8] = []
        body.reserveCapacity(fingerprint.words.count + 2 * fingerprint.numbers.count)
        for word in fingerprint.words { body.append(UInt8(truncatingIfNeeded: word)) }
        for number in fingerprint.numbers {
            body.append(UInt8(number >> 8))
            body.append(UInt8(truncatingIfNeeded: number))
        }
        self.init(
            id: id, story: story, original: original, seen: seen, time: time, length: fingerprint.length,
            kept: fingerprint.words.count, body: body, terms: terms, source: fingerprint.source)
    }
}

/// The articles of the window in order of arrival, found by number or by id.
struct Documents: Sendable {
    private var ring: [Document?] = []
    /// Numbers of the oldest article and of the next one to come. Numbers start at 1.
    private(set) var oldest: UInt32 = 1
    private(set) var next: UInt32 = 1
    private var numbers: [UInt64: UInt32] = [:]

    var count: Int { Int(next - oldest) }

    subscript(number: UInt32) -> Document? {
        number >= oldest && number < next ? ring[Int(number) % ring.count] : nil
    }

    /// Number of the latest article with this id.
    func number(of id: UInt64) -> UInt32? { numbers[id] }

    mutating func append(_ document: Document) {
        if count == ring.count { grow() }
        ring[Int(next) % ring.count] = document
        numbers[document.id] = next
        next += 1
    }

    mutating func removeOldest() {
        let place = Int(oldest) % ring.count
        if let document = ring[place], numbers[document.id] == oldest { numbers[document.id] = nil }
        ring[place] = nil
        oldest += 1
    }

    /// Changes an article of the window in place.
    mutating func update(_ number: UInt32, _ change: (inout Document) -> Void) {
        guard number >= oldest, number < next else { return }
        if var document = ring[Int(number) % ring.count] {
            ring[Int(number) % ring.count] = nil
            change(&document)
            ring[Int(number) % ring.count] = document
        }
    }

    private mutating func grow() {
        var larger = [Document?](repeating: nil, count: max(64, ring.count / 2 * 3))
        for number in oldest..<next { larger[Int(number) % larger.count] = ring[Int(number) % ring.count] }
        ring = larger
    }
}
