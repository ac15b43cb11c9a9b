/// The fields of an answer's header: names in lower case, in the order they came, repeated ones kept.
package struct HeaderFields: Equatable, Sendable {
    package struct Field: Equatable, Sendable {
        package let name: String
        package var value: String

        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    package private(set) var fields: [Field] = []

    package init() {}

    /// - Parameter pairs: names in any case.
    package init(_ pairs: [(String, String)]) {
        for (name, value) in pairs { append(Field(name: name.lowercased(), value: value)) }
    }

    /// The first value of `name`, given in lower case.
    package subscript(_ name: String) -> String? {
        fields.first { $0.name == name }?.value
    }

    /// All values of `name` in the order they came.
    package func values(_ name: String) -> [String] {
        fields.filter { $0.name == name }.map(\.value)
    }

    /// The elements of a comma-separated list over all its lines, without blanks and empty ones, in lower case.
    ///
    /// Source: RFC 9110 section 5.6.1. Not for fields whose elements may hold quoted commas.
    package func tokens(_ name: String) -> [String] {
        values(name).flatMap { value in
            value.split(separator: ",").map { trimmed(String($0)).lowercased() }.filter { !$0.isEmpty }
        }
    }

    mutating func append(_ field: Field) {
        // Most answers have about so many, and one allocation is cheaper than four.
        if fields.isEmpty { fields.reserveCapacity(12) }
        fields.append(field)
    }

    /// Adds to the last field what an old server wrote on a line of its own (RFC 9112 section 5.2).
    mutating func extendLast(with value: String) {
        guard let last = fields.indices.last, !value.isEmpty else { return }
        fields[last].value += " " + value
    }
}

/// `text` without blanks and tabs at its ends.
func trimmed(_ text: String) -> String {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    let bytes = text.utf8
    guard let first = bytes.firstIndex(where: { !isBlank($0) }), let last = bytes.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(text[first...last])
}
