/// The content codings that are understood.
///
/// Source: RFC 9110 section 8.4.1, RFC 7932, RFC 8878.
enum ContentCoding: String, Sendable {
    case gzip, deflate, br, zstd

    /// More than this are refused: nobody honest compresses a body three times.
    static let mostStacked = 2

    /// The codings of a body in the order they were applied.
    static func list(_ headers: HeaderFields) throws(BodyFault) -> [ContentCoding] {
        var codings: [ContentCoding] = []
        for token in headers.tokens("content-encoding") where token != "identity" && token != "none" {
            guard let coding = ContentCoding(rawValue: token.hasPrefix("x-") ? String(token.dropFirst(2)) : token)
            else { throw .unknownCoding(String(token.prefix(40))) }
            codings.append(coding)
        }
        guard codings.count <= mostStacked else { throw .unknownCoding("\(codings.count) codings at once") }
        return codings
    }

    func makeDecoder() throws(BodyFault) -> any StreamDecoder {
        switch self {
        case .gzip: try Inflater(.gzip)
        case .deflate: try Inflater(.deflate)
        case .br: BrotliDecoder()
        case .zstd: ZstdDecoder()
        }
    }

    /// Whether a body that begins with `bytes` can have this coding. Brotli has no mark, so all can.
    func mayBegin(with bytes: UnsafeRawBufferPointer) -> Bool {
        let mark: [UInt8] =
            switch self {
            case .gzip: [0x1F, 0x8B]
            case .zstd: [0x28, 0xB5, 0x2F, 0xFD]
            case .deflate, .br: []
            }
        return zip(mark, bytes).allSatisfy { $0 == $1 }
    }
}
