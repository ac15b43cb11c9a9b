/// A dictionary from keys that are hashes already, as those of names: no hashing, one or two steps to a value.
struct KeyTable<Value> {
    /// 0 where nothing is. Beside the values, so that a search touches no value but the one it is for.
    private var keys: [UInt64]
    private var values: [Value?]
    private(set) var count = 0

    /// - Parameter capacity: values that can be held; what is put in beyond it is dropped.
    init(capacity: Int) {
        var size = 16
        while size < capacity * 2 { size *= 2 }
        keys = Array(repeating: 0, count: size)
        values = Array(repeating: nil, count: size)
    }

    init(_ entries: [(UInt64, Value)]) {
        self.init(capacity: entries.count)
        for (key, value) in entries { self[key] = value }
    }

    subscript(_ key: UInt64) -> Value? {
        get { values[slot(of: max(key, 1))] }
        set {
            let slot = slot(of: max(key, 1))
            guard let newValue, values[slot] != nil || count < values.count / 2 else { return }
            if values[slot] == nil { count += 1 }
            keys[slot] = max(key, 1)
            values[slot] = newValue
        }
    }

    /// Where the key is, or would be. At most half of the slots are taken, so that there always is one.
    private func slot(of key: UInt64) -> Int {
        let mask = keys.count - 1
        var index = Int(truncatingIfNeeded: key ^ key >> 32) & mask
        while keys[index] != 0, keys[index] != key { index = (index + 1) & mask }
        return index
    }
}

extension KeyTable: Sendable where Value: Sendable {}
