import Glibc

/// The bytes of a file that is small enough to be read at once.
enum InputFile {
    /// - Parameters:
    ///   - path: a file, `-` for standard input.
    ///   - limit: bytes; a larger file is an error.
    static func read(_ path: String, limit: Int) throws(LineReadError) -> [UInt8] {
        let descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw LineReadError(path: path, reason: String(cString: strerror(errno))) }
        defer { if descriptor > 0 { close(descriptor) } }
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = Glibc.read(descriptor, &part, part.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw LineReadError(path: path, reason: String(cString: strerror(errno))) }
            guard count > 0 else { return bytes }
            bytes += part.prefix(count)
            guard bytes.count <= limit else {
                throw LineReadError(path: path, reason: "larger than \(limit >> 20) MiB, which is the limit")
            }
        }
    }
}
