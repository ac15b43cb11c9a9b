import FoundationEssentials

/// Values that the index keeps whole, as JSON an operator can read.
enum StoredJSON {
    static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    /// `nil` for what is not such a value, which a later version of the program or a damaged page may leave.
    static func value<Value: Decodable>(_ type: Value.Type, _ text: String) -> Value? {
        do {
            return try JSONDecoder().decode(type, from: Data(text.utf8))
        } catch {
            return nil
        }
    }
}
