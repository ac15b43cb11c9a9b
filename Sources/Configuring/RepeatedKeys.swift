internal import Yams

/// A YAML text with keys that are set twice. The parser stops at the first of them, so each is marked in the text
/// and the text parsed again: one run then tells of all of them, and of the other mistakes.
struct RepeatedKeys {
    private var text: String
    private var names: [String] = []

    /// Each costs a run over the whole text.
    private static let most = 20
    /// Marks stand at this code point and after: private use, so that they meet no key.
    private static let firstMark: UInt32 = 0xF0000

    init(in text: String) {
        self.text = text
    }

    /// The name of a key that was marked because another one of the same name follows.
    func name(of key: String) -> String? {
        guard let mark = key.unicodeScalars.first?.value, mark >= RepeatedKeys.firstMark else { return nil }
        let index = Int(mark - RepeatedKeys.firstMark)
        return names.indices.contains(index) ? names[index] : nil
    }

    /// The root of the text; `nil` when it holds only comments.
    mutating func compose() throws -> Yams.Node? {
        while true {
            do {
                return try Yams.compose(yaml: text, .basic, .default, .utf8)
            } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
                guard let key = keys.first, mark(key, line: context.mark.line, column: context.mark.column) else {
                    throw YamlError.duplicatedKeysInMapping(duplicates: keys, context: context)
                }
            }
        }
    }

    /// Puts a mark in place of the key's first letter. `false` when that letter is not where the key begins,
    /// as behind a tag, or when there are too many.
    private mutating func mark(_ key: String, line: Int, column: Int) -> Bool {
        let scalars = text.unicodeScalars
        guard names.count < RepeatedKeys.most, var index = start(of: line),
            let mark = Unicode.Scalar(RepeatedKeys.firstMark + UInt32(names.count)),
            scalars.formIndex(&index, offsetBy: column - 1, limitedBy: scalars.endIndex), index < scalars.endIndex
        else { return false }
        if scalars[index] == "\"" || scalars[index] == "'" { scalars.formIndex(after: &index) }
        guard index < scalars.endIndex, scalars[index] == key.unicodeScalars.first else { return false }
        text.unicodeScalars.replaceSubrange(index...index, with: CollectionOfOne(mark))
        names.append(name(of: key) ?? key)
        return true
    }

    /// Where a line begins that counts from 1.
    private func start(of line: Int) -> String.Index? {
        let bytes = text.utf8
        var start = bytes.startIndex
        for _ in 1..<max(line, 1) {
            guard let end = bytes[start...].firstIndex(of: 0x0A) else { return nil }
            start = bytes.index(after: end)
        }
        return start
    }
}
