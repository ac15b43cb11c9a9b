import CCompression
import CLinux
import Glibc

/// Undoes `br`. What follows the end of the stream is ignored.
///
/// Source: RFC 7932.
final class BrotliDecoder: StreamDecoder {
    private let state: OpaquePointer
    private let scratch = Scratch()
    private(set) var isComplete = false

    init() {
        let allocate: brotli_alloc_func = { _, size in rasid_allocate(size) }
        let release: brotli_free_func = { _, memory in free(memory) }
        guard let state = BrotliDecoderCreateInstance(allocate, release, nil) else { rasid_end_without_memory() }
        self.state = state
    }

    deinit {
        BrotliDecoderDestroyInstance(state)
    }

    func decode(
        _ input: UnsafeRawBufferPointer, into sink: (UnsafeRawBufferPointer) throws(BodyFault) -> Void
    ) throws(BodyFault) {
        var available = input.count
        var next = input.assumingMemoryBound(to: UInt8.self).baseAddress
        while !isComplete {
            var room = scratch.bytes.count
            var output = scratch.bytes.assumingMemoryBound(to: UInt8.self).baseAddress
            let result = BrotliDecoderDecompressStream(state, &available, &next, &room, &output, nil)
            let produced = scratch.bytes.count - room
            if produced > 0 { try sink(scratch.filled(produced)) }
            switch result {
            case BROTLI_DECODER_RESULT_SUCCESS: isComplete = true
            case BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT: continue
            case BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT: return
            default: throw .corrupt(String(cString: BrotliDecoderErrorString(BrotliDecoderGetErrorCode(state))))
            }
        }
    }
}
