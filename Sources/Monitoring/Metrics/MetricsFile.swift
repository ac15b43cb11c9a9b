import Glibc

/// The file that node_exporter's textfile collector reads.
package struct MetricsFile: Sendable {
    package let path: String

    package init(_ path: String) {
        self.path = path
    }

    /// Puts `text` in the place of the last one. Readers see the one or the other; everybody may read, since the
    /// collector is another user. Not synced: after a crash of the machine the figures are old anyway.
    package func write(_ text: String) throws(MetricsError) {
        // Same directory, so that the rename is one step; the collector takes only names that end in .prom. Always the
        // same name, so that killed processes leave one such file at most.
        let temporary = "\(path).tmp"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw failure() }
        let isWritten = fchmod(descriptor, 0o644) == 0 && writeAll(Array(text.utf8), to: descriptor)
        let number = errno
        close(descriptor)
        guard isWritten, rename(temporary, path) == 0 else {
            let error = isWritten ? failure() : MetricsError(kind: .file, place: path, number: number)
            unlink(temporary)
            throw error
        }
    }

    /// Takes the file away: figures of a daemon that is gone would look like those of one that lives.
    package func remove() {
        unlink(path)
    }

    private func failure() -> MetricsError { MetricsError(kind: .file, place: path, number: errno) }
}

private func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var written = 0
    while written < bytes.count {
        let count = bytes[written...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        written += count
    }
    return true
}
