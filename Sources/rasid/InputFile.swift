import Fetching
import Glibc

/// The bytes of a file that is small enough to be read at once.
enum InputFile {
    /// The file, unpacked when it is one of gzip.
    ///
    /// - Parameters:
    ///   - path: a file, `-` for standard input.
    ///   - limit: bytes, also of what is unpacked; a larger file is an error.
    static func read(_ path: String, limit: Int) throws(LineReadError) -> [UInt8] {
        let bytes = try beginning(of: path, count: limit + 1)
        guard bytes.count <= limit else {
            throw LineReadError(path: path, reason: "larger than \(limit >> 20) MiB, which is the limit")
        }
        return bytes
    }

    /// The first bytes of a file, unpacked when it is one of gzip.
    ///
    /// - Parameter count: bytes, also of what is unpacked.
    static func beginning(of path: String, count: Int) throws(LineReadError) -> [UInt8] {
        let descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw LineReadError(path: path, reason: String(cString: strerror(errno))) }
        defer { if descriptor > 0 { close(descriptor) } }
        var status = stat()
        let size = fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
        var bytes: [UInt8] = []
        var chunk = min(max(size + 1, 1 << 16), count)
        while bytes.count < count {
            let read = append(min(chunk, count - bytes.count), from: descriptor, to: &bytes)
            if read < 0, errno == EINTR { continue }
            guard read >= 0 else { throw LineReadError(path: path, reason: String(cString: strerror(errno))) }
            guard read > 0 else { break }
            chunk = 1 << 16
        }
        return GzipFile.unpacked(bytes, limit: count)
    }

    /// Appends what one call of read(2) gives, at most `count` bytes; its answer.
    private static func append(_ count: Int, from descriptor: Int32, to bytes: inout [UInt8]) -> Int {
        guard !bytes.isEmpty else {
            var read = 0
            bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
                read = Glibc.read(descriptor, buffer.baseAddress, count)
                filled = max(read, 0)
            }
            return read
        }
        return withUnsafeTemporaryAllocation(byteCount: min(count, 1 << 16), alignment: 16) { buffer in
            let read = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            if read > 0 { bytes.append(contentsOf: buffer.prefix(read)) }
            return read
        }
    }
}
