import Glibc

/// The bytes of a configuration file and where it lies.
struct ConfigurationFile {
    /// Larger files are refused before they fill the memory.
    static let limit = 16 << 20

    let bytes: [UInt8]
    /// Without a byte order mark.
    let text: String
    /// Absolute; the directory the file is in.
    let directory: String

    init(path: String) throws(ConfigurationError) {
        func failure(_ message: String, line: Int? = nil) -> ConfigurationError {
            ConfigurationError(path: path, mistakes: [Mistake(line: line, column: nil, message: message)])
        }
        do throws(Unreadable) {
            bytes = try readBytes(path)
            directory = try parent(of: path)
        } catch {
            throw failure(error.reason)
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw failure("not UTF-8: save the file as UTF-8", line: lineOfBadByte(bytes))
        }
        self.text = text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
    }
}

private struct Unreadable: Error {
    let reason: String

    init(_ reason: String) {
        self.reason = reason
    }

    /// What the system said of its last call.
    static func system(_ doing: String) -> Unreadable {
        Unreadable("\(doing): \(String(cString: strerror(errno)))")
    }
}

private func readBytes(_ path: String) throws(Unreadable) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system("cannot be opened") }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while true {
        let count = read(descriptor, &part, part.count)
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { throw .system("cannot be read") }
        guard count > 0 else { return bytes }
        bytes += part.prefix(count)
        guard bytes.count <= ConfigurationFile.limit else {
            throw Unreadable("larger than \(ConfigurationFile.limit >> 20) MiB, which is the limit")
        }
    }
}

private func parent(of path: String) throws(Unreadable) -> String {
    let directory = path.lastIndex(of: "/").map { String(path[..<$0]) + "/" } ?? "."
    guard let resolved = realpath(directory, nil) else { throw .system("its directory cannot be found") }
    defer { free(resolved) }
    return String(cString: resolved)
}

private func lineOfBadByte(_ bytes: [UInt8]) -> Int {
    var line = 1
    for part in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
        if String(validating: part, as: UTF8.self) == nil { return line }
        line += 1
    }
    return line
}
