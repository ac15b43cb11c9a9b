/// What a setting may be: the words for it, how it is read, and how it would stand in the file.
struct Kind<Value>: Sendable {
    /// Completes "allowed is …".
    let allowed: String
    /// A value as the file would hold it.
    let written: @Sendable (Value) -> String
    /// The value of a node that stands at the named path; `nil` after a mistake.
    let read: @Sendable (Node, String, inout Mistakes) -> Value?
}

/// A kind whose values are one text in the file. Of these, lists are made.
struct Scalar<Value>: Sendable {
    let allowed: String
    let written: @Sendable (Value) -> String
    /// Is told the text without white space around it.
    let parse: @Sendable (String) throws(Refusal) -> Value

    /// The same with the word `word` for `nil`.
    func or(_ word: String) -> Scalar<Value?> {
        let inner = self
        return Scalar<Value?>(
            allowed: "\(allowed), or \(word)", written: { $0.map(inner.written) ?? word },
            parse: { text throws(Refusal) in text == word ? nil : try inner.parse(text) })
    }

    /// The same for a setting that has no value unless it is set.
    var optional: Scalar<Value?> {
        let inner = self
        return Scalar<Value?>(
            allowed: allowed, written: { $0.map(inner.written) ?? "not set" },
            parse: { text throws(Refusal) in try inner.parse(text) })
    }

    func read(_ node: Node, _ path: String, _ mistakes: inout Mistakes) -> Value? {
        if let tag = node.tag {
            mistakes.refuse(node, path, found: "the tag \(quoted(tag))", allowed: allowed)
            return nil
        }
        guard case .text(let text) = node.content else {
            mistakes.refuse(node, path, found: node.found, allowed: allowed)
            return nil
        }
        do throws(Refusal) {
            return try parse(trimmed(text))
        } catch {
            mistakes.refuse(node, path, found: error.found ?? node.found, allowed: allowed, hint: error.hint)
            return nil
        }
    }

    var kind: Kind<Value> {
        let scalar = self
        return Kind(allowed: allowed, written: written) { node, path, mistakes in
            scalar.read(node, path, &mistakes)
        }
    }

    /// A list of such values; a single one may stand without brackets, and a list whose items are all commented out
    /// is empty. Each wrong item is a mistake of its own.
    func list(atMost most: Int = 1_000) -> Kind<[Value]> {
        let scalar = self
        return Kind<[Value]>(
            allowed: "a list, each item \(allowed)",
            written: { "[\($0.map(scalar.written).joined(separator: ", "))]" },
            read: { node, path, mistakes in
                guard case .list(let items) = node.content else {
                    if node.content == .nothing { return [] }
                    return scalar.read(node, path, &mistakes).map { [$0] }
                }
                guard items.count <= most else {
                    mistakes.refuse(node, path, found: "\(items.count) items", allowed: "a list of up to \(most)")
                    return nil
                }
                return items.enumerated().compactMap { index, item in
                    scalar.read(item, "\(path)[\(index)]", &mistakes)
                }
            })
    }
}

/// Why a text is not allowed, where more can be said than what is.
struct Refusal: Error {
    /// Stands in place of the text itself, as when that holds a password.
    var found: String?
    /// What would help.
    var hint: String?
}

/// The text without ASCII white space at its ends.
func trimmed(_ text: String) -> String {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    let bytes = text.utf8
    guard let first = bytes.firstIndex(where: { !isSpace($0) }), let last = bytes.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(text[first...last])
}
