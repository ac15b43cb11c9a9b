import Glibc

/// Whether a directory of the settings can be used, found out by doing it. Leaves nothing behind.
package struct DirectoryProof: Equatable, Sendable {
    /// Absolute.
    package let path: String
    /// Whether it is there already; else it can be made when it is `isWritable`.
    package let exists: Bool
    /// Why no file can be made in it, in words; `nil` when one can.
    package let problem: String?

    package var isWritable: Bool { problem == nil }

    /// Makes a file in the directory and removes it; when there is no directory yet, makes and removes one in the
    /// nearest that there is. Its name begins with a dot, so who watches the directory passes it over.
    ///
    /// - Parameter path: absolute.
    package init(of path: String) {
        self.path = path
        var information = stat()
        guard stat(path, &information) != 0 else {
            exists = true
            let isDirectory = information.st_mode & S_IFMT == S_IFDIR
            problem = isDirectory ? problemOfFile(in: path) : "is no directory"
            return
        }
        exists = false
        problem = errno == ENOENT ? problemOfDirectory(under: path) : lastError()
    }
}

private func problemOfFile(in directory: String) -> String? {
    made(in: directory) { template in
        let descriptor = mkstemp(template)
        guard descriptor >= 0 else { return false }
        close(descriptor)
        return unlink(template) == 0
    }
}

private func problemOfDirectory(under path: String) -> String? {
    var parent = path
    var information = stat()
    repeat {
        guard let slash = parent.lastIndex(of: "/") else { return "no such directory" }
        parent = slash == parent.startIndex ? "/" : String(parent[..<slash])
        if stat(parent, &information) == 0 { break }
        guard errno == ENOENT else { return "\(parent): \(lastError())" }
    } while parent != "/"
    guard information.st_mode & S_IFMT == S_IFDIR else { return "\(parent) is no directory" }
    return made(in: parent) { mkdtemp($0) != nil && rmdir($0) == 0 }.map { "cannot be made in \(parent): \($0)" }
}

/// What the system says when `make` fails on a name that no file in `directory` has.
private func made(in directory: String, _ make: (UnsafeMutablePointer<CChar>) -> Bool) -> String? {
    var template = Array("\(directory)/.rasid-check-XXXXXX".utf8CString)
    return template.withUnsafeMutableBufferPointer { buffer in
        guard let name = buffer.baseAddress, !make(name) else { return nil }
        return lastError()
    }
}

private func lastError() -> String {
    String(cString: strerror(errno))
}
