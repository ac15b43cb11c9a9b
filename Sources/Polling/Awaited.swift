import Synchronization

/// Lets any number of callers wait for what happens later, by key.
final class Awaited<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private struct Waiting: Sendable {
        var all: [Key: [CheckedContinuation<Value?, Never>]] = [:]
        var isClosed = false
    }

    private let waiting = Mutex(Waiting())

    /// The next value of `key`; `nil` after ``close()``.
    ///
    /// - Parameter ask: makes it happen. Called when nothing that happens can be missed any more.
    func value(of key: Key, ask: () -> Void) async -> Value? {
        await withCheckedContinuation { continuation in
            let isOpen = waiting.withLock { waiting in
                guard !waiting.isClosed else { return false }
                waiting.all[key, default: []].append(continuation)
                return true
            }
            if isOpen { ask() } else { continuation.resume(returning: nil) }
        }
    }

    /// It happened: everyone who waits for it goes on.
    func resolve(_ key: Key, _ value: Value) {
        resolve(where: { $0 == key }, value)
    }

    func resolve(where isMeant: (Key) -> Bool, _ value: Value) {
        let met = waiting.withLock { waiting in
            let keys = waiting.all.keys.filter(isMeant)
            return keys.flatMap { waiting.all.removeValue(forKey: $0) ?? [] }
        }
        for continuation in met { continuation.resume(returning: value) }
    }

    /// Nothing will happen any more.
    func close() {
        let left = waiting.withLock { waiting in
            defer { waiting = Waiting(all: [:], isClosed: true) }
            return waiting.all.values.flatMap(\.self)
        }
        for continuation in left { continuation.resume(returning: nil) }
    }
}
