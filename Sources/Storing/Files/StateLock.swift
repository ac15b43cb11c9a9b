import Glibc
import Synchronization

/// The right to be the one daemon of a state directory, held until it is given back or this value ends.
///
/// The kernel drops the lock with the process, so one left by a killed daemon blocks nobody.
/// Source: flock(2).
final class StateLock: Sendable {
    static let name = "rasid.lock"
    private let descriptor: Mutex<Int32?>

    /// - Throws: ``StorageError`` of kind `locked` with the other's process id when there is another.
    init(in state: Directory) throws(StorageError) {
        let opened = openat(state.descriptor, StateLock.name, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o640)
        guard opened >= 0 else { throw state.failure(StateLock.name, .notWritable) }
        guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
            let isHeld = errno == EWOULDBLOCK
            let process = StateLock.process(readFrom: opened)
            close(opened)
            throw isHeld
                ? StorageError(.locked(by: process), path: state.path) : state.failure(StateLock.name, .notWritable)
        }
        descriptor = Mutex(opened)
        let line = Array("\(getpid())\n".utf8)
        let isWritten = ftruncate(opened, 0) == 0 && line.withUnsafeBytes { writeAll($0, to: opened) }
        if !isWritten { throw state.failure(StateLock.name, .notWritable) }
    }

    deinit { release() }

    /// Gives the right back; a second time does nothing.
    func release() {
        descriptor.withLock { descriptor in
            if let held = descriptor { close(held) }
            descriptor = nil
        }
    }

    /// The process that holds the lock of a state directory; `nil` when nobody does.
    static func holder(of state: String) -> Int32? {
        let file = open(state + "/" + name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        if flock(file, LOCK_SH | LOCK_NB) == 0 { return nil }
        return process(readFrom: file)
    }

    private static func process(readFrom file: Int32) -> Int32? {
        guard let bytes = readAll(file, limit: 64) else { return nil }
        return Int32(String(decoding: bytes.prefix { (0x30...0x39).contains($0) }, as: UTF8.self))
    }
}
