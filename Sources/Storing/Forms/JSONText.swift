import FoundationEssentials

/// JSON scalars, which are YAML scalars too, so nothing a title holds can end one early or begin another key.
///
/// Source: RFC 8259 section 7; YAML 1.2.2 section 1.3 (JSON is a subset).
enum JSONText {
    static func string(_ text: String) -> String {
        var text = text
        return text.withUTF8 { utf8 in
            var result: [UInt8] = [0x22]
            result.reserveCapacity(utf8.count + 2)
            for byte in utf8 {
                switch byte {
                case 0x22: result += [0x5C, 0x22]
                case 0x5C: result += [0x5C, 0x5C]
                case 0x0A: result += [0x5C, 0x6E]
                case 0..<0x20, 0x7F: result += escape(byte)
                default: result.append(byte)
                }
            }
            result.append(0x22)
            return String(decoding: result, as: UTF8.self)
        }
    }

    static func strings(_ texts: [String]) -> String {
        "[" + texts.map(string).joined(separator: ", ") + "]"
    }

    private static func escape(_ byte: UInt8) -> [UInt8] {
        let digits = String(byte, radix: 16)
        return Array("\\u00".utf8) + Array((digits.utf8.count < 2 ? "0" : "").utf8) + Array(digits.utf8)
    }

    /// The string a JSON scalar stands for; `nil` for anything else.
    static func readString(_ text: some StringProtocol) -> String? {
        read(text)
    }

    static func readStrings(_ text: some StringProtocol) -> [String]? {
        read(text)
    }

    private static func read<Value: Decodable>(_ text: some StringProtocol) -> Value? {
        do {
            return try JSONDecoder().decode(Value.self, from: Data(text.utf8))
        } catch {
            return nil
        }
    }
}
