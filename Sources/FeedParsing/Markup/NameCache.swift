/// A qualified name, understood.
struct KnownName {
    let vocabulary: Vocabulary
    let tag: Tag
    /// Of the name in lower case; equal for names that match.
    let key: UInt64
    /// A small number of its own; 0 for the names that were too many.
    let id: Int
    /// The prefix is not declared and means nothing by itself.
    var isUnbound = false
}

/// What qualified names mean, worked out once for each while the bindings stay.
struct NameCache {
    private var known = KeyTable<(name: KnownName, version: Int)>(capacity: NameCache.limit)

    /// Names remembered; a hostile document makes up a new one each time.
    static let limit = 500

    mutating func resolve(_ range: Range<Int>, in bytes: [UInt8], _ namespaces: NamespaceScope) -> KnownName {
        let key = NameCache.key(of: range, in: bytes)
        let hit = known[key]
        if let hit, hit.version == namespaces.version { return hit.name }
        let id = hit?.name.id ?? (known.count < NameCache.limit ? known.count + 1 : 0)
        let name = understand(bytes[range], key: key, id: id, namespaces)
        if id > 0 { known[key] = (name, namespaces.version) }
        return name
    }

    /// The number of a name that was resolved before; 0 for others.
    func id(of key: UInt64) -> Int {
        known[key]?.name.id ?? 0
    }

    private func understand(
        _ name: ArraySlice<UInt8>, key: UInt64, id: Int, _ namespaces: NamespaceScope
    ) -> KnownName {
        let prefix = name.firstIndex(of: 0x3A).map { String(decoding: name[..<$0], as: UTF8.self) } ?? ""
        let bound = namespaces.vocabulary(of: prefix)
        return KnownName(
            vocabulary: bound ?? Vocabulary.usual(prefix: prefix), tag: Tag(name: name), key: key, id: id,
            isUnbound: bound == nil && !prefix.isEmpty)
    }

    /// A hash of the name in lower case (FNV-1a, 64 bit).
    static func key(of name: ArraySlice<UInt8>) -> UInt64 {
        name.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64(Byte.lowered($1))) &* 0x100_0000_01B3 }
    }

    /// The same of a name where it stands.
    static func key(of name: Range<Int>, in bytes: [UInt8]) -> UInt64 {
        var key: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in name { key = (key ^ UInt64(Byte.lowered(bytes[index]))) &* 0x100_0000_01B3 }
        return key
    }
}

/// The namespaces in force, inner ones last.
struct NamespaceScope {
    private var bindings: [(prefix: String, vocabulary: Vocabulary, version: Int)] = []
    private var lastVersion = 0
    /// What namespaces mean, by prefix and name: feeds declare the same ones on every item.
    private var meanings: [String: Vocabulary] = [:]

    /// Bindings in force at once.
    private static let limit = 256

    var count: Int { bindings.count }
    /// Changes whenever the bindings do, and is the same again when they are.
    var version: Int { bindings.last?.version ?? 0 }

    /// - Parameter isOfFeed: for the root, a channel or an item, whose own namespace is that of the feed even when it is
    ///   misspelt or another's.
    mutating func bind(_ prefix: String, to uri: String, isOfFeed: Bool) {
        guard bindings.count < NamespaceScope.limit else { return }
        lastVersion += 1
        var vocabulary = uri.isEmpty ? .rss : meaning(of: uri, prefix: prefix)
        if vocabulary == .other, prefix.isEmpty, isOfFeed { vocabulary = self.vocabulary(of: "") ?? .rss }
        bindings.append((prefix, vocabulary, lastVersion))
    }

    private mutating func meaning(of uri: String, prefix: String) -> Vocabulary {
        let name = "\(prefix) \(uri)"
        if let known = meanings[name] { return known }
        let meaning = Vocabulary.named(uri, prefix: prefix)
        if meanings.count < NamespaceScope.limit { meanings[name] = meaning }
        return meaning
    }

    mutating func truncate(to count: Int) {
        if bindings.count > count { bindings.removeLast(bindings.count - count) }
    }

    /// The vocabulary bound to a prefix, `nil` when it is not declared. No prefix and no default means RSS.
    func vocabulary(of prefix: String) -> Vocabulary? {
        if let binding = bindings.last(where: { $0.prefix == prefix }) { return binding.vocabulary }
        return prefix.isEmpty ? .rss : prefix == "xml" ? .xml : nil
    }
}
