/// A place in feeds.yaml. Lines count from 1, columns count Unicode scalars from 1.
struct Place: Equatable, Sendable {
    var line: Int
    var column: Int
}

/// A value of feeds.yaml and where it stands. What it means is for the setting to say, so `no` stays a text
/// and may be a language.
struct Node: Equatable, Sendable {
    enum Content: Equatable, Sendable {
        /// Left empty, `~` or `null`.
        case nothing
        case text(String)
        case list([Node])
        case map([Pair])
    }

    /// A key, where it stands, and its value.
    struct Pair: Equatable, Sendable {
        let key: String
        let place: Place
        let value: Node
    }

    let place: Place
    /// An own tag such as `!credential`; `nil` for none and for those of YAML itself.
    let tag: String?
    let content: Content

    /// The value in an error message: a text is quoted, of the rest only the shape is said.
    var found: String {
        switch content {
        case .nothing: "nothing"
        case .text(let text): quoted(text)
        case .list: "a list"
        case .map: "a mapping"
        }
    }
}
