/// A qualified name, understood.
struct KnownName {
    let vocabulary: Vocabulary
    let tag: Tag
    /// Of the name in lower case; equal for names that match.
    let key: UInt64
    /// The prefix is not declared and means nothing by itself.
    var isUnbound = false
}

/// What qualified names mean, worked out once for each while the bindings stay.
struct NameCache {
    private var known: [UInt64: (name: KnownName, version: Int)] = [:]

    /// Names remembered; a hostile document makes up a new one each time.
    private static let limit = 4096

    mutating func resolve(_ range: Range<Int>, in bytes: [UInt8], _ namespaces: NamespaceScope) -> KnownName {
        let key = NameCache.key(of: bytes[range])
        if let hit = known[key], hit.version == namespaces.version { return hit.name }
        let text = String(decoding: bytes[range], as: UTF8.self)
        let colon = text.utf8.firstIndex(of: 0x3A)
        let prefix = colon.map { String(text[..<$0]) } ?? ""
        let local = colon.map { String(text[text.utf8.index(after: $0)...]) } ?? text
        let tag = local.utf8.count <= 24 ? Tag.byName[local.lowercased()] ?? .other : .other
        let bound = namespaces.vocabulary(of: prefix)
        let name = KnownName(
            vocabulary: bound ?? Vocabulary.usual(prefix: prefix), tag: tag, key: key,
            isUnbound: bound == nil && !prefix.isEmpty)
        if known.count < NameCache.limit { known[key] = (name, namespaces.version) }
        return name
    }

    /// A hash of the name in lower case (FNV-1a, 64 bit).
    static func key(of name: ArraySlice<UInt8>) -> UInt64 {
        name.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64(Byte.lowered($1))) &* 0x100_0000_01B3 }
    }
}

/// The namespaces in force, inner ones last.
struct NamespaceScope {
    private var bindings: [(prefix: String, vocabulary: Vocabulary, version: Int)] = []
    private var lastVersion = 0

    /// Bindings in force at once.
    private static let limit = 256

    var count: Int { bindings.count }
    /// Changes whenever the bindings do, and is the same again when they are.
    var version: Int { bindings.last?.version ?? 0 }

    /// - Parameter isRoot: for the root element, whose own namespace is that of the feed even when it is misspelt.
    mutating func bind(_ prefix: String, to uri: String, isRoot: Bool) {
        guard bindings.count < NamespaceScope.limit else { return }
        lastVersion += 1
        var vocabulary = uri.isEmpty ? .rss : Vocabulary.named(uri, prefix: prefix)
        if vocabulary == .other, prefix.isEmpty, isRoot { vocabulary = .rss }
        bindings.append((prefix, vocabulary, lastVersion))
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
