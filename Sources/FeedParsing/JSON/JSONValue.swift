/// A value of JSON. Numbers keep their text, so that an id of twenty digits stays what it is.
enum JSONValue: Equatable {
    case null
    case bool(Bool)
    case number(String)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    /// The member of an object; `nil` for anything else.
    subscript(_ name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members[name]
    }

    /// The text of a string or a number that has one.
    var text: String? {
        switch self {
        case .string(let text): text.trimmed.isEmpty ? nil : text
        case .number(let text): text
        default: nil
        }
    }

    var number: Double? {
        switch self {
        case .number(let text), .string(let text): Double(text)
        default: nil
        }
    }

    var integer: Int? {
        number.flatMap { Int(exactly: $0.rounded()) }
    }

    /// The elements of an array, or the value itself as the only one.
    var elements: [JSONValue] {
        switch self {
        case .array(let elements): elements
        case .null: []
        default: [self]
        }
    }
}
