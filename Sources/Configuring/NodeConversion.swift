internal import Yams

/// Turns the parser's nodes into ours.
struct NodeConversion {
    let repeats: RepeatedKeys
    var mistakes: Mistakes
    /// Values that may still come: references multiply what the file holds.
    private var left = 4_000_000

    /// Lists and mappings in each other. feeds.yaml needs 4: root, feeds, feed, headers.
    private static let deepest = 8

    init(repeats: RepeatedKeys, mistakes: Mistakes) {
        self.repeats = repeats
        self.mistakes = mistakes
    }

    mutating func node(_ node: Yams.Node, depth: Int) -> Node {
        let place = place(of: node)
        return Node(place: place, tag: ownTag(node), content: content(node, place, depth))
    }

    private mutating func content(_ node: Yams.Node, _ place: Place, _ depth: Int) -> Node.Content {
        guard depth < NodeConversion.deepest else {
            mistakes.add(place, "lists and mappings are nested too deep, allowed are \(NodeConversion.deepest) levels")
            return .nothing
        }
        guard left > 0 else {
            mistakes.add(place, "too many values in one file, or too many by references")
            return .nothing
        }
        left -= 1
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
            let place = place(of: key)
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

    private func place(of node: Yams.Node) -> Place {
        node.mark.map { Place(line: $0.line, column: $0.column) } ?? Place(line: 1, column: 1)
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
