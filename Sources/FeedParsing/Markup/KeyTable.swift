/// A dictionary from keys that are hashes already, as those of names: no hashing, one or two steps to a value.
struct KeyTable<Value> {
    private var slots: [(key: UInt64, value: Value)?]
    private(set) var count = 0

    /// - Parameter capacity: values that can be held; what is put in beyond it is dropped.
    init(capacity: Int) {
        var size = 16
        while size < capacity * 2 { size *= 2 }
        slots = Array(repeating: nil, count: size)
    }

    init(_ entries: [(UInt64, Value)]) {
        self.init(capacity: entries.count)
        for (key, value) in entries { self[key] = value }
    }

    subscript(_ key: UInt64) -> Value? {
        get { slots[slot(of: key)]?.value }
        set {
            let slot = slot(of: key)
            guard let newValue, slots[slot] != nil || count < slots.count / 2 else { return }
            if slots[slot] == nil { count += 1 }
            slots[slot] = (key, newValue)
        }
    }

    /// Where the key is, or would be. At most half of the slots are taken, so that there always is one.
    private func slot(of key: UInt64) -> Int {
        let mask = slots.count - 1
        var index = Int(truncatingIfNeeded: key ^ key >> 32) & mask
        while let taken = slots[index], taken.key != key { index = (index + 1) & mask }
        return index
    }
}

extension KeyTable: Sendable where Value: Sendable {}
