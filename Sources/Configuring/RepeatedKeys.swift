internal import Yams

/// A YAML text with keys that are set twice. The parser stops at the first of them, so each is marked in the text
/// and the text parsed again: one run then tells of all of them, and of the other mistakes.
struct RepeatedKeys {
    private var lines: [Substring.UnicodeScalarView]
    private var names: [String] = []

    /// Each costs a run over the whole text.
    private static let most = 20
    /// Marks stand at this code point and after: private use, so that they meet no key.
    private static let firstMark: UInt32 = 0xF0000

    init(in text: String) {
        lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
            .map { Substring.UnicodeScalarView($0) }
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

    private var text: String {
        lines.map { String($0) }.joined(separator: "\n")
    }

    /// Puts a mark in place of the key's first letter. `false` when that letter is not where the key begins,
    /// as behind a tag, or when there are too many.
    private mutating func mark(_ key: String, line: Int, column: Int) -> Bool {
        let row = line - 1
        guard names.count < RepeatedKeys.most, lines.indices.contains(row), let first = key.unicodeScalars.first,
            let mark = Unicode.Scalar(RepeatedKeys.firstMark + UInt32(names.count))
        else { return false }
        var letters = Array(lines[row])
        var index = column - 1
        guard letters.indices.contains(index) else { return false }
        if letters[index] == "\"" || letters[index] == "'" { index += 1 }
        guard letters.indices.contains(index), letters[index] == first else { return false }
        letters[index] = mark
        var view = Substring.UnicodeScalarView()
        view.append(contentsOf: letters)
        lines[row] = view
        names.append(name(of: key) ?? key)
        return true
    }
}
