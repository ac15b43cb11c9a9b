import Glibc
import Synchronization

/// Writes down everything that becomes visible in a directory, as inotify tells it to any watcher.
final class OutboxWatcher: Sendable {
    struct Event: Equatable, Sendable {
        let name: String
        let isMovedIn: Bool
    }

    private let descriptor: Int32
    private let seen = Mutex<[Event]>([])

    /// - Parameter path: a directory that exists.
    init(_ path: String) {
        descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        inotify_add_watch(
            descriptor, path, UInt32(IN_CREATE | IN_MODIFY | IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE))
    }

    deinit { close(descriptor) }

    /// Every event so far, in order.
    func events() -> [Event] {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            guard count > 0 else { break }
            note(Array(buffer[..<count]))
        }
        return seen.withLock { $0 }
    }

    /// Source: inotify(7), struct inotify_event: wd, mask, cookie, len (4 bytes each), name.
    private func note(_ bytes: [UInt8]) {
        var offset = 0
        while offset + 16 <= bytes.count {
            let mask = bytes.loadUInt32(at: offset + 4)
            let length = Int(bytes.loadUInt32(at: offset + 12))
            let name = String(decoding: bytes[(offset + 16)..<(offset + 16 + length)].prefix { $0 != 0 }, as: UTF8.self)
            seen.withLock { $0.append(Event(name: name, isMovedIn: mask & UInt32(IN_MOVED_TO) != 0)) }
            offset += 16 + length
        }
    }
}

extension [UInt8] {
    fileprivate func loadUInt32(at offset: Int) -> UInt32 {
        (0..<4).reduce(0) { $0 | UInt32(self[offset + $1]) << (8 * UInt32($1)) }
    }
}
