/// What stands before the root element: where the root is, and the entities a DOCTYPE declares.
struct XMLDeclarations {
    struct Fault {
        let code: String
        let message: String
        let offset: Int
    }

    /// Where the tag of the root element opens; `nil` when there is no root of a feed.
    private(set) var root: Int?
    /// The name of the first element, in lower case and without prefix: `html`, `opml`, `urlset`.
    private(set) var firstElement: String?
    private(set) var entities: [(String, [UInt8])] = []
    private(set) var faults: [Fault] = []

    private static let roots: Set<String> = ["rss", "rdf", "feed", "channel", "entry"]

    /// Looks for the root of a feed, past whatever a server printed before it.
    init(_ bytes: [UInt8]) {
        if let first = bytes.first, first != 0x3C { judgeStart(bytes) }
        var comments = ForwardSearch("-->")
        var ends = ForwardSearch(">")
        var index = 0
        while root == nil, let opening = bytes.position(of: 0x3C, in: index..<bytes.count) {
            if bytes.has("<!--", at: opening) {
                index = comments.next(in: bytes, from: opening, to: bytes.count).map { $0 + 3 } ?? opening + 4
            } else if bytes.hasLowered("<!doctype", at: opening) {
                index = readDoctype(bytes, from: opening)
            } else if bytes.has("<?", at: opening) {
                index = ends.next(in: bytes, from: opening, to: bytes.count).map { $0 + 1 } ?? opening + 2
            } else {
                index = opening + 1
                judgeTag(XMLDeclarations.localName(bytes, at: index), at: opening)
            }
        }
    }

    private mutating func judgeTag(_ name: String, at offset: Int) {
        if XMLDeclarations.roots.contains(name) {
            root = offset
            if firstElement != nil { complainOfJunk(at: offset) }
        } else if firstElement == nil, !name.isEmpty, name.utf8.allSatisfy({ $0 < 0x80 }) {
            firstElement = name
        }
    }

    /// Blanks may stand before the root, but not before an XML declaration; anything else may not at all.
    private mutating func judgeStart(_ bytes: [UInt8]) {
        guard let first = bytes.firstIndex(where: { !Byte.isBlank($0) }) else { return }
        if bytes[first] != 0x3C || bytes.has("<?xml", at: first) { complainOfJunk(at: 0) }
    }

    private mutating func complainOfJunk(at offset: Int) {
        guard faults.isEmpty else { return }
        faults.append(
            Fault(code: "leading_junk", message: "there is something before the root element", offset: offset))
    }

    /// The local name of a tag in lower case; empty for what is no start tag.
    private static func localName(_ bytes: [UInt8], at start: Int) -> String {
        guard start < bytes.count, Byte.startsName(bytes[start]) else { return "" }
        let name = bytes[start...].prefix(40).prefix(while: Byte.continuesName)
        let local = name.lastIndex(of: 0x3A).map { name[($0 + 1)...] } ?? name
        return String(decoding: local.map(Byte.lowered), as: UTF8.self)
    }
}

// MARK: DOCTYPE

extension XMLDeclarations {
    /// Characters of an entity's text, and entities of a document. What is longer is no abbreviation but a bomb.
    private static let entityLengthLimit = 1024
    private static let entityLimit = 500

    /// Reads the entities of the internal subset and answers where the declaration ends.
    private mutating func readDoctype(_ bytes: [UInt8], from start: Int) -> Int {
        let end = bytes.position(of: 0x3E, in: start..<bytes.count) ?? bytes.count
        guard let bracket = bytes.position(of: 0x5B, in: start..<end) else { return min(end + 1, bytes.count) }
        let subsetEnd = bytes.position(of: 0x5D, in: bracket..<bytes.count) ?? bytes.count
        var index = bracket
        while entities.count < XMLDeclarations.entityLimit,
            let found = bytes.position(of: "<!ENTITY", in: index..<subsetEnd)
        {
            index = found + 8
            if let entity = XMLDeclarations.entity(bytes, in: index..<subsetEnd) { entities.append(entity) }
        }
        return bytes.position(of: 0x3E, in: subsetEnd..<bytes.count).map { $0 + 1 } ?? bytes.count
    }

    /// `name "text"`, when the text is short and refers to nothing but characters.
    private static func entity(_ bytes: [UInt8], in range: Range<Int>) -> (String, [UInt8])? {
        let declaration = bytes[range].prefix(entityLengthLimit + 100)
        let trimmed = declaration.drop(while: Byte.isBlank)
        let name = trimmed.prefix(while: Byte.continuesName)
        let rest = trimmed.dropFirst(name.count).drop(while: Byte.isBlank)
        guard !name.isEmpty, let quote = rest.first, quote == 0x22 || quote == 0x27 else { return nil }
        let literal = rest.dropFirst()
        guard let end = literal.firstIndex(of: quote) else { return nil }
        let text = literal[..<end]
        guard text.count <= entityLengthLimit, !text.contains(0x3C) else { return nil }
        var resolved: [UInt8] = []
        var index = text.startIndex
        while index < text.endIndex {
            if text[index] == 0x26 {
                guard let reference = CharacterReference(bytes, at: index, end: text.endIndex), reference.isNumeric
                else { return nil }
                reference.append(to: &resolved)
                index += reference.length
            } else {
                resolved.append(text[index])
                index += 1
            }
        }
        return (String(decoding: name, as: UTF8.self), resolved)
    }
}
