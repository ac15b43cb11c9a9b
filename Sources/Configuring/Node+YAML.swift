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
            var conversion = NodeConversion(repeats: repeats, mistakes: mistakes)
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
