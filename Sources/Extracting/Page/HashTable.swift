/// A table that never changes, looked up by hashes of words: several times faster than a dictionary, which hashes the
/// hash once more.
struct HashTable<Value: Sendable>: Sendable {
    private let keys: [UInt64]
    private let values: [Value?]
    private let mask: Int

    init(_ entries: [UInt64: Value]) {
        var size = 16
        while size < 4 * entries.count { size *= 2 }
        var keys = [UInt64](repeating: 0, count: size)
        var values = [Value?](repeating: nil, count: size)
        for (key, value) in entries {
            var index = Int(truncatingIfNeeded: key) & (size - 1)
            while values[index] != nil { index = (index + 1) & (size - 1) }
            (keys[index], values[index]) = (key, value)
        }
        (self.keys, self.values, mask) = (keys, values, size - 1)
    }

    subscript(key: UInt64) -> Value? {
        var index = Int(truncatingIfNeeded: key) & mask
        while let value = values[index] {
            if keys[index] == key { return value }
            index = (index + 1) & mask
        }
        return nil
    }
}
