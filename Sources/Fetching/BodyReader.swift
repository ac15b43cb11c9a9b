/// A body while it arrives: decompressed, counted, and broken off when it grows too large.
final class BodyReader {
    /// Decoded bytes for each byte sent. Honest pages stay below 100; a bomb of gzip reaches 1032.
    static let highestRatio = 200
    /// Decoded bytes below which the ratio does not matter: small bodies of one letter are no danger.
    static let ratioFree = 1024 * 1024

    private var stages: [any StreamDecoder] = []
    private let codings: [ContentCoding]
    private let limit: Int
    private let distrustsLabel: Bool
    private let cuts: Bool
    private var bytes: [UInt8] = []
    private var received = 0
    /// Bytes between two stacked codings, so that a bomb inside a bomb costs no more time than room.
    private var handedOn = 0

    /// - Parameters:
    ///   - codings: in the order they were applied.
    ///   - limit: bytes after decoding; encoded bytes may not be more either.
    ///   - announced: the body's length as sent, to reserve room.
    ///   - cuts: keeps the beginning of a body that is too large.
    ///   - distrustsLabel: the body was asked for uncompressed, so it may be whatever its label says.
    init(_ codings: [ContentCoding], limit: Int, announced: Int?, cuts: Bool = false, distrustsLabel: Bool = false)
        throws(BodyFault)
    {
        self.codings = codings
        self.limit = limit
        self.distrustsLabel = distrustsLabel
        self.cuts = cuts
        guard cuts || announced ?? 0 <= limit else { throw .tooLarge }
        for coding in codings.reversed() { stages.append(try coding.makeDecoder()) }
        if codings.isEmpty { bytes.reserveCapacity(min(announced ?? 0, BodyReader.ratioFree)) }
    }

    func receive(_ input: UnsafeRawBufferPointer) throws(BodyFault) {
        if received == 0, distrustsLabel, let outermost = codings.last, !outermost.mayBegin(with: input) { stages = [] }
        received += input.count
        guard received <= limit || cuts else { throw .tooLarge }
        do {
            try pass(input, through: 0)
        } catch .corrupt where bytes.isEmpty && !distrustsLabel {
            throw .mislabelled
        }
    }

    /// What there is of the body, whether whole or not.
    var beginning: [UInt8] { bytes }

    /// The whole body. A compressed one must have come to its end mark; an empty one need not be a stream at all.
    func finish() throws(BodyFault) -> [UInt8] {
        guard received == 0 || stages.allSatisfy(\.isComplete) else { throw .truncated }
        return bytes
    }

    private func pass(_ piece: UnsafeRawBufferPointer, through stage: Int) throws(BodyFault) {
        guard stage < stages.count else { return try append(piece) }
        if stage > 0 { handedOn += piece.count }
        guard handedOn <= limit else { throw .tooLarge }
        try stages[stage].decode(piece) { piece throws(BodyFault) in try pass(piece, through: stage + 1) }
    }

    private func append(_ piece: UnsafeRawBufferPointer) throws(BodyFault) {
        let count = bytes.count + piece.count
        guard count <= BodyReader.ratioFree || count / BodyReader.highestRatio <= received else { throw .tooLarge }
        guard count <= limit else {
            guard cuts else { throw .tooLarge }
            bytes.append(contentsOf: piece.prefix(limit - bytes.count))
            throw .enough
        }
        bytes.append(contentsOf: piece)
    }
}
