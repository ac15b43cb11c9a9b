import NewsText

/// Finds places of a line's folded text in the line as it was printed.
struct Original {
    private let bytes: [UInt8]
    /// For each folded byte, and for the end, where the character it comes from starts.
    private let starts: [Int]

    init(_ text: String) {
        bytes = Array(text.utf8)
        starts = bytes.withUnsafeBufferPointer { Original.starts(of: $0) }
    }

    /// Folding looks at one character at a time, so folding them one by one tells which became which.
    private static func starts(of bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
        var starts: [Int] = []
        starts.reserveCapacity(bytes.count + 1)
        var index = 0
        while index < bytes.count {
            let length = decodeScalar(bytes, at: index).length
            let folded =
                bytes[index] < 0x80
                ? 1 : Folding.fold(UnsafeBufferPointer(rebasing: bytes[index..<index + length])).count
            for _ in 0..<folded { starts.append(index) }
            index += length
        }
        starts.append(bytes.count)
        return starts
    }

    /// The printed text of a range of folded bytes, with the marks that belong to its last letter.
    func text(_ folded: Range<Int>) -> String {
        let last = starts.count - 1
        let range = starts[min(folded.lowerBound, last)]..<starts[min(folded.upperBound, last)]
        return String(decoding: bytes[range], as: UTF8.self)
    }
}
