import Glibc

/// What the kernel says of this process and of a file system. 0 where /proc does not tell.
package enum ProcessFacts {
    /// Bytes of memory in use.
    package static var residentBytes: Int64 {
        guard let fields = contents(of: "/proc/self/statm")?.split(separator: " "), fields.count > 1 else { return 0 }
        return (Int64(fields[1]) ?? 0) * Int64(sysconf(Int32(_SC_PAGESIZE)))
    }

    /// Open file descriptors.
    package static var descriptors: Int {
        guard let directory = opendir("/proc/self/fd") else { return 0 }
        defer { closedir(directory) }
        var count = 0
        while readdir(directory) != nil { count += 1 }
        return max(count - 3, 0)
    }

    /// Bytes free for us on the file system that holds `path`, and of all of it; `nil` when it cannot be asked.
    package static func space(at path: String) -> (free: Int64, total: Int64)? {
        var facts = statvfs()
        guard statvfs(path, &facts) == 0 else { return nil }
        func bytes(_ blocks: fsblkcnt_t) -> Int64 {
            Int64(clamping: UInt64(blocks).multipliedReportingOverflow(by: UInt64(facts.f_frsize)).partialValue)
        }
        return (bytes(facts.f_bavail), bytes(facts.f_blocks))
    }

    private static func contents(of path: String) -> String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var buffer = [UInt8](repeating: 0, count: 256)
        let count = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
        guard count > 0 else { return nil }
        return String(decoding: buffer[..<count], as: UTF8.self)
    }
}
