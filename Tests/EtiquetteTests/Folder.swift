import Glibc

/// A directory of one test, gone when the test is.
final class Folder {
    let path: String

    struct Fault: Error { let path: String }

    init() throws {
        var template = Array("/tmp/rasid-XXXXXX".utf8CString)
        let made = template.withUnsafeMutableBufferPointer { $0.baseAddress.flatMap { mkdtemp($0) } }
        guard let made else { throw Fault(path: "/tmp") }
        path = String(cString: made)
    }

    deinit {
        Folder.remove(path)
    }

    func write(_ name: String, _ text: String) throws {
        guard let file = fopen("\(path)/\(name)", "w") else { throw Fault(path: name) }
        defer { fclose(file) }
        guard fputs(text, file) >= 0 else { throw Fault(path: name) }
    }

    /// The visible files of a directory in it.
    func files(in name: String) throws -> [String: String] {
        let directory = "\(path)/\(name)"
        var found: [String: String] = [:]
        for entry in Folder.entries(directory) where !entry.hasPrefix(".") {
            found[entry] = try Folder.read("\(directory)/\(entry)")
        }
        return found
    }

    private static func read(_ path: String) throws -> String {
        guard let file = fopen(path, "r") else { throw Fault(path: path) }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 * 1024)
        while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk.prefix(count) }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func entries(_ directory: String) -> [String] {
        guard let stream = opendir(directory) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names
    }

    private static func remove(_ path: String) {
        for entry in entries(path) {
            let child = "\(path)/\(entry)"
            if unlink(child) != 0 { remove(child) }
        }
        rmdir(path)
    }
}
