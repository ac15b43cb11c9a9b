import CCompression
import CLinux

/// Undoes `zstd`. There may be several frames; what follows them and is no frame is ignored.
///
/// Source: RFC 8878; the largest window, 8 MiB, is that of RFC 9659.
final class ZstdDecoder: StreamDecoder {
    private let context: OpaquePointer
    private let scratch = Scratch()
    private var isBetweenFrames = true
    private var frames = 0
    private var isAfterEnd = false

    init() {
        guard let context = ZSTD_createDCtx() else { rasid_end_without_memory() }
        self.context = context
        ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, 23)
    }

    deinit {
        ZSTD_freeDCtx(context)
    }

    var isComplete: Bool { isAfterEnd || (isBetweenFrames && frames > 0) }

    func decode(
        _ input: UnsafeRawBufferPointer, into sink: (UnsafeRawBufferPointer) throws(BodyFault) -> Void
    ) throws(BodyFault) {
        var source = ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
        var isFull = false
        while !isAfterEnd, source.pos < source.size || isFull {
            var output = ZSTD_outBuffer(dst: scratch.bytes.baseAddress, size: scratch.bytes.count, pos: 0)
            let result = ZSTD_decompressStream(context, &output, &source)
            if ZSTD_isError(result) != 0 {
                if ZSTD_getErrorCode(result) == ZSTD_error_memory_allocation { rasid_end_without_memory() }
                guard isBetweenFrames, frames > 0 else { throw .corrupt(String(cString: ZSTD_getErrorName(result))) }
                isAfterEnd = true
                return
            }
            if output.pos > 0 { try sink(scratch.filled(output.pos)) }
            isBetweenFrames = result == 0
            if result == 0 { frames += 1 }
            isFull = result != 0 && output.pos == output.size
        }
    }
}
