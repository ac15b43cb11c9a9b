import CCompression
import CLinux

/// Undoes `gzip` and `deflate`.
///
/// A gzip body may be several members one after another (RFC 1952 section 2.2); what follows them and is no member
/// is ignored, as all browsers do. `deflate` should be a zlib stream (RFC 1950), but some servers send the bare one
/// (RFC 1951); the first two bytes tell.
final class Inflater: StreamDecoder {
    enum Format {
        case gzip, deflate
    }

    private enum Position {
        /// The first bytes, not enough yet to tell what stream this is.
        case beginning
        case inside
        /// After a complete member; another may follow.
        case between
        /// After the end, where nothing counts.
        case after
    }

    /// Does not move: zlib keeps a pointer to it.
    private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    private let scratch = Scratch()
    private let format: Format
    private var position = Position.beginning
    /// Bytes held back until two of them tell what follows.
    private let held = UnsafeMutableRawBufferPointer.allocate(byteCount: 2, alignment: 1)
    private var heldCount = 0
    private var isOpen = false

    init(_ format: Format) throws(BodyFault) {
        self.format = format
        stream.initialize(to: z_stream())
        if format == .gzip { try open(windowBits: 15 + 16) }
    }

    deinit {
        if isOpen { inflateEnd(stream) }
        stream.deinitialize(count: 1)
        stream.deallocate()
        held.deallocate()
    }

    var isComplete: Bool {
        switch position {
        case .between, .after: true
        case .beginning, .inside: false
        }
    }

    func decode(
        _ input: UnsafeRawBufferPointer, into sink: (UnsafeRawBufferPointer) throws(BodyFault) -> Void
    ) throws(BodyFault) {
        var rest = input[...]
        while !rest.isEmpty {
            switch position {
            case .beginning, .between:
                held[heldCount] = rest.removeFirst()
                heldCount += 1
                if heldCount == 2 { try begin(sink) }
            case .inside:
                let used = try inflateSome(UnsafeRawBufferPointer(rebasing: rest), sink)
                rest = rest.dropFirst(used)
            case .after:
                return
            }
        }
    }

    /// Decides by the two bytes held back what follows.
    private func begin(_ sink: (UnsafeRawBufferPointer) throws(BodyFault) -> Void) throws(BodyFault) {
        heldCount = 0
        let isMember = held[0] == 0x1F && held[1] == 0x8B
        if position == .between {
            guard format == .gzip, isMember else {
                position = .after
                return
            }
            inflateReset(stream)
        } else if format == .gzip {
            guard isMember else { throw .mislabelled }
        } else {
            try open(windowBits: hasZlibHeader ? 15 : -15)
        }
        position = .inside
        // A stream of two bytes or less is none, so both are always used up.
        _ = try inflateSome(UnsafeRawBufferPointer(held), sink)
    }

    /// Source: RFC 1950 section 2.2: method 8, and a multiple of 31.
    private var hasZlibHeader: Bool {
        held[0] & 0x0F == 8 && (Int(held[0]) << 8 | Int(held[1])) % 31 == 0
    }

    private func open(windowBits: Int32) throws(BodyFault) {
        let result = rasid_inflate_init(stream, windowBits)
        guard result == Z_OK else { throw fault(result) }
        isOpen = true
    }

    /// Inflates until the input or the stream ends; gives back how many bytes were used.
    private func inflateSome(
        _ input: UnsafeRawBufferPointer, _ sink: (UnsafeRawBufferPointer) throws(BodyFault) -> Void
    ) throws(BodyFault) -> Int {
        let bytes = input.assumingMemoryBound(to: UInt8.self)
        stream.pointee.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
        stream.pointee.avail_in = UInt32(clamping: input.count)
        while true {
            stream.pointee.next_out = scratch.bytes.assumingMemoryBound(to: UInt8.self).baseAddress
            stream.pointee.avail_out = UInt32(clamping: scratch.bytes.count)
            let result = inflate(stream, Z_NO_FLUSH)
            let produced = scratch.bytes.count - Int(stream.pointee.avail_out)
            if produced > 0 { try sink(scratch.filled(produced)) }
            switch result {
            case Z_STREAM_END:
                position = .between
                return input.count - Int(stream.pointee.avail_in)
            case Z_OK where stream.pointee.avail_in > 0 || stream.pointee.avail_out == 0: continue
            case Z_OK, Z_BUF_ERROR: return input.count
            default: throw fault(result)
            }
        }
    }

    private func fault(_ result: Int32) -> BodyFault {
        if result == Z_MEM_ERROR { rasid_end_without_memory() }
        return .corrupt(stream.pointee.msg.map { String(cString: $0) } ?? "zlib error \(result)")
    }
}
