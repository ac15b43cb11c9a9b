/// What the index keeps of one article in its window.
struct Document: Sendable {
    /// The 48 bits of the article's id, of its story's, and of the article's it is a copy of.
    let id: UInt64
    let story: UInt64
    let original: UInt64?
    /// By the index's own clock, milliseconds.
    let seen: Int64
    /// When it was published, as far as known; milliseconds since 1970.
    let time: Int64
    /// Words of the whole text, and those that are kept.
    let length: Int
    let kept: Int
    /// The low bytes of the kept words' codes, then the numbers, two bytes each.
    let body: [UInt8]
    let terms: [Term]
    /// False once withdrawn or replaced: no article is compared with it any more, only its story is remembered.
    fileprivate(set) var isAlive = true

    init(id: UInt64, story: UInt64, original: UInt64?, seen: Int64, time: Int64, fingerprint: Fingerprint) {
        self.id = id
        self.story = story
        self.original = original
        self.seen = seen
        self.time = time
        length = fingerprint.length
        kept = fingerprint.words.count
        terms = fingerprint.terms
        var body: [UInt8] = []
        body.reserveCapacity(fingerprint.words.count + 2 * fingerprint.numbers.count)
        for word in fingerprint.words { body.append(UInt8(truncatingIfNeeded: word)) }
        for number in fingerprint.numbers {
            body.append(UInt8(number >> 8))
            body.append(UInt8(truncatingIfNeeded: number))
        }
        self.body = body
    }

    var numberCount: Int { (body.count - kept) / 2 }

    func number(_ index: Int) -> UInt16 {
        UInt16(body[kept + 2 * index]) << 8 | UInt16(body[kept + 2 * index + 1])
    }
}

/// The articles of the window, in order of arrival, found by number or by id.
struct Documents: Sendable {
    private var ring: [Document?] = []
    /// Numbers of the oldest article and of the next one to come.
    private(set) var oldest: UInt32 = 1
    private(set) var next: UInt32 = 1
    private var numbers: [UInt64: UInt32] = [:]

    var count: Int { Int(next - oldest) }

    /// The article of a number; `nil` when it is not in the window.
    subscript(number: UInt32) -> Document? {
        number >= oldest && number < next ? ring[place(of: number)] : nil
    }

    /// The number of the latest article with this id.
    func number(of id: UInt64) -> UInt32? { numbers[id] }

    mutating func append(_ document: Document) {
        if count == ring.count { grow() }
        ring[place(of: next)] = document
        numbers[document.id] = next
        next += 1
    }

    mutating func removeOldest() {
        guard count > 0 else { return }
        if let document = self[oldest], numbers[document.id] == oldest { numbers[document.id] = nil }
        ring[place(of: oldest)] = nil
        oldest += 1
    }

    mutating func retire(_ number: UInt32) {
        guard number >= oldest, number < next else { return }
        ring[place(of: number)]?.isAlive = false
    }

    /// Looks at all articles: for what happens rarely.
    mutating func retireCopies(of id: UInt64) {
        for place in ring.indices where ring[place]?.original == id { ring[place]?.isAlive = false }
    }

    private func place(of number: UInt32) -> Int {
        Int(number) % ring.count
    }

    private mutating func grow() {
        var larger = [Document?](repeating: nil, count: max(64, ring.count / 2 * 3))
        for number in oldest..<next { larger[Int(number) % larger.count] = ring[place(of: number)] }
        ring = larger
    }
}
