/// The articles of the window, in order of arrival, found by number or by id.
struct Documents: Sendable {
    /// The first may begin before the window does.
    private var segments: [DocumentSegment] = []
    /// The number of the first article of the first segment.
    private var start: UInt32 = 1
    /// Numbers of the oldest article and of the next one to come.
    private(set) var oldest: UInt32 = 1
    private(set) var next: UInt32 = 1
    /// By id: 64 tables, each of which grows by itself.
    private var numbers: [[UInt64: UInt32]] = Array(repeating: [:], count: 64)

    var count: Int { Int(next - oldest) }

    /// The numbers of the articles in the window.
    var span: Range<UInt32> { oldest..<next }

    /// The article of a number; `nil` when it is not in the window.
    subscript(number: UInt32) -> Document? {
        guard number >= oldest, number < next else { return nil }
        let place = Int(number - start)
        return segments[place / DocumentSegment.size].documents[place % DocumentSegment.size]
    }

    /// What `body` makes of an article; `nil` when it is not in the window.
    @inline(__always)
    func withText<Result>(_ number: UInt32, _ body: (OldText) -> Result) -> Result? {
        guard number >= oldest, number < next else { return nil }
        let place = Int(number - start)
        return segments[place / DocumentSegment.size].withText(at: place % DocumentSegment.size, body)
    }

    /// The number of the latest article with this id.
    func number(of id: UInt64) -> UInt32? { numbers[table(of: id)][id] }

    mutating func append(_ document: Document, _ fingerprint: Fingerprint) {
        let segment = Int(next - start) / DocumentSegment.size
        if segment == segments.count { segments.append(DocumentSegment()) }
        segments[segment].append(document, fingerprint)
        numbers[table(of: document.id)][document.id] = next
        next += 1
    }

    mutating func removeOldest() {
        guard let document = self[oldest] else { return }
        let table = table(of: document.id)
        if numbers[table][document.id] == oldest { numbers[table][document.id] = nil }
        oldest += 1
        if Int(oldest - start) == DocumentSegment.size {
            segments.removeFirst()
            start = oldest
        }
    }

    mutating func retire(_ number: UInt32) {
        guard number >= oldest, number < next else { return }
        let place = Int(number - start)
        segments[place / DocumentSegment.size].retire(at: place % DocumentSegment.size)
    }

    /// Looks at all articles: for what happens rarely.
    mutating func retireCopies(of id: UInt64) {
        for segment in segments.indices {
            for place in segments[segment].documents.indices
            where segments[segment].documents[place].original == id { segments[segment].retire(at: place) }
        }
    }

    private func table(of id: UInt64) -> Int {
        Int(truncatingIfNeeded: id & 63)
    }
}
