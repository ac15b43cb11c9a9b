/// One setting of feeds.yaml: its key, what it may be, what it is when it is not set, and what it does.
///
/// The table of these is all that knows keys, units, ranges and defaults; reading, messages and reference follow it.
struct Setting<Owner>: Sendable {
    let key: String
    /// Completes "allowed is …".
    let allowed: String
    /// What it does, in a sentence; units that `allowed` does not tell.
    let about: String
    /// The value in an owner that nobody has set, as the file would hold it.
    let unset: @Sendable (Owner) -> String
    /// Keys below this one; empty for a plain value.
    let parts: [Part]
    /// Whether a value was found that is allowed.
    fileprivate let apply: @Sendable (Node, String, inout Owner, inout Mistakes) -> Bool

    /// What the reference says of a setting below another one.
    struct Part: Sendable {
        let key: String
        let allowed: String
        let about: String
        let unset: @Sendable (Owner) -> String
    }

    init<Value>(
        _ key: String, _ kind: Kind<Value>, _ target: any WritableKeyPath<Owner, Value> & Sendable, _ about: String
    ) {
        self.key = key
        self.about = about
        allowed = kind.allowed
        unset = { kind.written($0[keyPath: target]) }
        parts = []
        apply = { node, path, owner, mistakes in
            guard let value = kind.read(node, path, &mistakes) else { return false }
            owner[keyPath: target] = value
            return true
        }
    }

    init<Value>(
        _ key: String, _ scalar: Scalar<Value>, _ target: any WritableKeyPath<Owner, Value> & Sendable, _ about: String
    ) {
        self.init(key, scalar.kind, target, about)
    }

    /// A setting with settings below it. `check` is told which of them were set, and where.
    ///
    /// - Parameter short: the one of them that is meant when the setting is a plain value.
    init<Group>(
        _ key: String, _ table: [Setting<Group>], _ target: any WritableKeyPath<Owner, Group> & Sendable,
        _ about: String, short: String? = nil,
        check: @escaping @Sendable (inout Group, Written, inout Mistakes) -> Void = { _, _, _ in }
    ) {
        self.key = key
        self.about = about
        allowed =
            (short.map { "its \($0), or " } ?? "") + "a mapping with the keys "
            + table.map(\.key).joined(separator: ", ")
        unset = { _ in "" }
        parts = table.map { part in
            Part(key: part.key, allowed: part.allowed, about: part.about, unset: { part.unset($0[keyPath: target]) })
        }
        apply = { node, path, owner, mistakes in
            if let single = table.first(where: { $0.key == short }), case .text = node.content {
                return single.apply(node, path, &owner[keyPath: target], &mistakes)
            }
            let written = table.read(node, path, into: &owner[keyPath: target], &mistakes)
            check(&owner[keyPath: target], written, &mistakes)
            return true
        }
    }
}

/// The settings of one mapping that were set to what is allowed: their nodes by key.
struct Written {
    /// Of the mapping: `poll`, `feeds[3]`; empty at the top.
    let path: String
    fileprivate(set) var nodes: [String: Node] = [:]

    var isEmpty: Bool { nodes.isEmpty }

    subscript(key: String) -> Node? { nodes[key] }

    func path(of key: String) -> String {
        path.isEmpty ? key : "\(path).\(key)"
    }
}

extension Array {
    /// Sets in `owner` what the mapping `node` sets.
    ///
    /// - Parameter apart: keys that are allowed and left to the caller.
    func read<Owner>(
        _ node: Node, _ path: String, into owner: inout Owner, apart: [String] = [], _ mistakes: inout Mistakes
    ) -> Written where Element == Setting<Owner> {
        var written = Written(path: path)
        guard case .map(let pairs) = node.content else {
            // Every line of a mapping may be commented out.
            if node.content != .nothing {
                let keys = (map(\.key) + apart).joined(separator: ", ")
                mistakes.refuse(
                    node, path.isEmpty ? "the file" : path, found: node.found,
                    allowed: "a mapping with the keys \(keys)")
            }
            return written
        }
        for pair in pairs {
            if let setting = first(where: { $0.key == pair.key }) {
                guard setting.apply(pair.value, written.path(of: pair.key), &owner, &mistakes) else { continue }
                written.nodes[pair.key] = pair.value
            } else if apart.contains(pair.key) {
                written.nodes[pair.key] = pair.value
            } else {
                let keys = map(\.key) + apart
                mistakes.add(pair.place, unknownKey(pair.key, in: path, keys: keys))
            }
        }
        return written
    }
}
