internal import LibXML

/// The `meta` and `link` elements of a page, by name.
struct MetaTags {
    private var values: [String: [String]] = [:]
    private(set) var canonical: String?
    private(set) var language: String?
    /// The `title` element under `head`; drawings have titles too.
    private(set) var title: String?

    init(_ page: Page) {
        for element in page.elements {
            switch element.tag {
            case .meta: readMeta(element.node)
            case .link:
                if canonical == nil, element.node.attribute("rel")?.lowercased() == "canonical" {
                    canonical = element.node.attribute("href")
                }
            case .title:
                if title == nil { title = PlainText.trimmed(PlainText.unescaped(element.node.text)) }
            case .html:
                language = language ?? element.node.attribute("lang")
            default: break
            }
        }
    }

    private mutating func readMeta(_ node: Node) {
        guard let content = node.attribute("content") else { return }
        let text = PlainText.trimmed(PlainText.unescaped(content))
        guard !text.isEmpty,
            let name = node.attribute("property") ?? node.attribute("name")
                ?? node.attribute("itemprop") ?? node.attribute("http-equiv")
        else { return }
        for word in name.split(separator: " ") { values[word.lowercased(), default: []].append(text) }
    }

    /// The first value of the first of the names that has one.
    func first(_ names: String...) -> String? {
        for name in names {
            if let value = values[name]?.first { return value }
        }
        return nil
    }

    func all(_ names: String...) -> [String] {
        names.flatMap { values[$0] ?? [] }
    }
}
