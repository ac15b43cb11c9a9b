internal import Yams

extension Node {
    /// The tree of a YAML text; `nil` when it is none, and then `mistakes` say why.
    ///
    /// A key that is set twice is a mistake like any other: the last one counts and the rest is still read.
    static func read(yaml text: String, _ mistakes: inout Mistakes) -> Node? {
        guard isHarmless(text, &mistakes) else { return nil }
        var repeats = RepeatedKeys(in: text)
        do {
            guard let root = try repeats.compose() else {
                return Node(place: Place(line: 1, column: 1), tag: nil, content: .nothing)
            }
            var conversion = Conversion(repeats: repeats, mistakes: mistakes)
            let node = conversion.node(root, depth: 0)
            mistakes = conversion.mistakes
            return node
        } catch let error as YamlError {
            let (place, message) = explain(error, in: text)
            mistakes.add(place, message)
        } catch {
            mistakes.add(nil, "cannot be read as YAML")
        }
        return nil
    }
}

/// Whether the parser may see `text`: no control characters, and no more references than a person writes.
/// A reference to a list of references to lists grows by a power with each line, so they are counted before.
private func isHarmless(_ text: String, _ mistakes: inout Mistakes) -> Bool {
    var place = Place(line: 1, column: 0)
    var previous: Unicode.Scalar = "\n"
    var references = 0
    for scalar in text.unicodeScalars {
        if previous == "\n" && place.column > 0 { place = Place(line: place.line + 1, column: 0) }
        place.column += 1
        if isForbidden(scalar) {
            let code = String(scalar.value, radix: 16, uppercase: true)
            mistakes.add(place, "a control character, U+\(code), allowed is text")
            return false
        }
        if previous == "*", isNameCharacter(scalar) { references += 1 }
        if references > mostReferences {
            mistakes.add(place, "too many references (*name), allowed are \(mostReferences)")
            return false
        }
        // What follows a letter or a digit is a product or an emphasis, never a reference.
        previous = scalar == "*" && isNameCharacter(previous) ? "x" : scalar
    }
    return true
}

/// 32 references can make 3¹⁰ nodes of one, which is no burden.
private let mostReferences = 32

/// What the parser would stop at: controls, and code points that are no characters.
private func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x85: false
    case 0..<0x20, 0x7F...0x9F, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
}

private func isNameCharacter(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar == "-" || scalar.isASCII && scalar.properties.isAlphabetic
        || ("0"..."9").contains(scalar)
}

/// Turns the parser's nodes into ours.
private struct Conversion {
    let repeats: RepeatedKeys
    var mistakes: Mistakes
    private var left = 4_000_000

    /// Lists and mappings in each other. feeds.yaml needs 4: root, feeds, feed, headers.
    private static let deepest = 8

    init(repeats: RepeatedKeys, mistakes: Mistakes) {
        self.repeats = repeats
        self.mistakes = mistakes
    }

    mutating func node(_ node: Yams.Node, depth: Int) -> Node {
        let place = node.mark.map { Place(line: $0.line, column: $0.column) } ?? Place(line: 1, column: 1)
        return Node(place: place, tag: ownTag(node), content: content(node, place, depth))
    }

    private mutating func content(_ node: Yams.Node, _ place: Place, _ depth: Int) -> Node.Content {
        guard depth < Conversion.deepest else {
            mistakes.add(place, "lists and mappings are nested too deep, allowed are \(Conversion.deepest) levels")
            return .nothing
        }
        left -= 1
        guard left >= 0 else {
            if left == -1 { mistakes.add(place, "too many values in one file, or too many by references") }
            return .nothing
        }
        switch node {
        case .scalar(let scalar):
            return scalar.style == .plain && meansNothing(scalar.string) ? .nothing : .text(scalar.string)
        case .sequence(let sequence):
            return .list(sequence.map { self.node($0, depth: depth + 1) })
        case .mapping(let mapping):
            return .map(pairs(mapping, depth))
        case .alias:
            mistakes.add(place, "a reference that was not resolved")
            return .nothing
        }
    }

    private mutating func pairs(_ mapping: Yams.Node.Mapping, _ depth: Int) -> [Node.Pair] {
        var pairs: [Node.Pair] = []
        var repeated: [String: Int] = [:]
        for (key, value) in mapping {
            let place = key.mark.map { Place(line: $0.line, column: $0.column) } ?? Place(line: 1, column: 1)
            guard case .scalar(let scalar) = key else {
                mistakes.add(place, "a key that is a list or a mapping, allowed is a name")
                continue
            }
            if let name = repeats.name(of: scalar.string) {
                repeated[name] = repeated[name] ?? place.line
                continue
            }
            pairs.append(Node.Pair(key: scalar.string, place: place, value: node(value, depth: depth + 1)))
        }
        for pair in pairs {
            guard let line = repeated[pair.key] else { continue }
            mistakes.add(pair.place, "\(quoted(pair.key)) is set twice, the first time in line \(line)")
        }
        return pairs
    }

    private func ownTag(_ node: Yams.Node) -> String? {
        let tag =
            switch node {
            case .scalar(let scalar): scalar.tag.rawValue
            case .sequence(let sequence): sequence.tag.rawValue
            case .mapping(let mapping): mapping.tag.rawValue
            case .alias: ""
            }
        return tag.isEmpty || tag == "!" || tag.hasPrefix("tag:yaml.org,2002:") ? nil : tag
    }

    private func meansNothing(_ text: String) -> Bool {
        ["", "~", "null", "Null", "NULL"].contains(text)
    }
}
