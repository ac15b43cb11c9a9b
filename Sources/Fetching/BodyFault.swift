/// Why a body cannot be used.
enum BodyFault: Error, Equatable {
    case tooLarge
    /// Larger than the limit, but its beginning, which is kept, will do.
    case enough
    /// The stream is no valid gzip, deflate, brotli or zstd.
    case corrupt(String)
    /// The body is not compressed as its label says, from its first byte on.
    case mislabelled
    case truncated
    case unknownCoding(String)
}

/// A content coding undone while bytes arrive. A reference, since libraries keep pointers into their state.
protocol StreamDecoder: AnyObject {
    /// Undoes the next bytes, handing on what comes out piece by piece.
    func decode(
        _ input: UnsafeRawBufferPointer, into sink: (UnsafeRawBufferPointer) throws(BodyFault) -> Void
    ) throws(BodyFault)

    /// The stream has come to its own end mark.
    var isComplete: Bool { get }
}

/// Room for decoded bytes on their way. Belongs to one decoder.
struct Scratch: ~Copyable {
    let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: 32 * 1024, alignment: 16)

    deinit {
        bytes.deallocate()
    }

    /// What has been written into it, from its beginning on.
    func filled(_ count: Int) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: bytes.prefix(count))
    }
}
