import NewsModel
import Testing

@testable import Configuring

/// A feed that is right, to stand below what is tested.
let oneFeed = """
    feeds:
      - name: example
        url: https://example.org/feed

    """

/// The settings of `yaml` in the directory /srv.
func settings(_ yaml: String) throws -> Settings {
    try Configuration.read(yaml, directory: "/srv")
}

/// The mistakes of `yaml` as `line:column message`.
func mistakes(_ yaml: String) -> [String] {
    do throws(ConfigurationError) {
        _ = try Configuration.read(yaml, directory: "/srv")
        return []
    } catch {
        return error.mistakes.map { "\($0.line ?? 0):\($0.column ?? 0) \($0.message)" }
    }
}

/// The value that a scalar reads from a text; `nil` when it is refused.
func value<Value>(_ text: String, of scalar: Scalar<Value>) -> Value? {
    var mistakes = Mistakes()
    let node = Node(place: Place(line: 1, column: 1), tag: nil, content: .text(text))
    let value = scalar.read(node, "x", &mistakes)
    #expect((value == nil) != mistakes.isEmpty)
    return value
}
