/// What a page says of its article in schema.org's words, as JSON-LD.
///
/// Source: schema.org `Article` and its kinds; JSON-LD 1.1 `@graph` and `@id` as far as publishers use them.
struct LinkedData {
    private(set) var headline: String?
    private(set) var published: String?
    private(set) var modified: String?
    private(set) var authors: [Author] = []
    private(set) var publisher: String?
    private(set) var image: String?
    private(set) var description: String?
    private(set) var keywords: [String] = []
    private(set) var body: String?
    /// Names of organisations anywhere in the data: not people.
    private(set) var organisations: Set<String> = []

    struct Author {
        let name: String
        /// Declared a `Person`, not just a name.
        let isPerson: Bool
    }

    private var named: [String: JSONValue] = [:]

    init(_ blocks: [[UInt8]]) {
        var nodes: [JSONValue] = []
        for block in blocks {
            if let value = JSONValue(block) { LinkedData.gather(value, into: &nodes, depth: 0) }
        }
        for node in nodes {
            if let id = node["@id"]?.text, named[id] == nil || node["name"] != nil { named[id] = node }
            if LinkedData.isOrganisation(node), let name = name(of: node) {
                organisations.insert(name)
            }
        }
        let articles = nodes.filter { LinkedData.types($0).contains(where: LinkedData.isArticle) }
        // Several: teasers, or the same one by two plug-ins. The one with the most to say is the page's.
        if let article = articles.max(by: { richness($0) < richness($1) }) { read(article) }
        if authors.isEmpty { authors = lonePerson(nodes) }
        if let page = nodes.first(where: { LinkedData.types($0).contains { $0.hasSuffix("WebPage") } }) {
            complete(page)
        }
    }

    private mutating func read(_ article: JSONValue) {
        headline = text(article["headline"]) ?? text(article["name"])
        published = text(article["datePublished"]) ?? text(article["dateCreated"]) ?? text(article["uploadDate"])
        modified = text(article["dateModified"])
        authors = people(article["author"]) + (article["author"] == nil ? people(article["creator"]) : [])
        publisher = article["publisher"].flatMap { $0.list.first }.flatMap { name(of: resolve($0)) }
        image = article["image"].flatMap(imageLink) ?? text(article["thumbnailUrl"])
        description = text(article["description"])
        body = text(article["articleBody"]) ?? text(article["text"])
        keywords = words(article["keywords"])
    }

    /// What only the `WebPage` around the article tells.
    private mutating func complete(_ page: JSONValue) {
        published = published ?? text(page["datePublished"])
        modified = modified ?? text(page["dateModified"])
        description = description ?? text(page["description"])
    }

    /// The only person in the data, where the article names none.
    private func lonePerson(_ nodes: [JSONValue]) -> [Author] {
        let names = Set(nodes.filter { LinkedData.types($0).contains("Person") }.compactMap(name(of:)))
        guard names.count == 1, let only = names.first else { return [] }
        return [Author(name: only, isPerson: true)]
    }

    private func richness(_ node: JSONValue) -> Int {
        ["headline", "datePublished", "author", "articleBody", "image", "description", "publisher"]
            .reduce(0) { node[$1] == nil ? $0 : $0 + 1 }
    }

    private static func gather(_ value: JSONValue, into nodes: inout [JSONValue], depth: Int) {
        guard depth < 6, nodes.count < 500 else { return }
        switch value {
        case .array(let values):
            for inner in values { gather(inner, into: &nodes, depth: depth + 1) }
        case .object(let members):
            nodes.append(value)
            for member in members where nests(member.key) { gather(member.value, into: &nodes, depth: depth + 1) }
        default: break
        }
    }

    /// Members that may hold the article or its people. Parts of a list or of a live blog are other stories.
    private static func nests(_ key: String) -> Bool {
        ["@graph", "mainEntity", "mainEntityOfPage", "publisher", "author", "subjectOf"].contains(key)
    }

    private static func types(_ node: JSONValue) -> [String] {
        (node["@type"] ?? node["type"])?.list.compactMap(\.text).map { String($0.split(separator: "/").last ?? "") }
            ?? []
    }

    private static func isArticle(_ type: String) -> Bool {
        type.hasSuffix("Article") || type.hasSuffix("Posting") || type == "Report" || type == "BlogPost"
            || type == "Review" || type == "Recipe" || type == "CreativeWork" || type == "NewsStory"
    }

    private static func isOrganisation(_ node: JSONValue) -> Bool {
        let types = types(node)
        // One plug-in calls its authors a person and an organisation.
        return types.contains(where: isOrganisation) && !types.contains("Person")
    }

    private static func isOrganisation(_ type: String) -> Bool {
        type.hasSuffix("Organization") || type == "WebSite" || type == "Corporation" || type == "Brand"
    }

    private func resolve(_ value: JSONValue) -> JSONValue {
        guard value["name"] == nil, let id = value["@id"]?.text, let found = named[id] else { return value }
        return found
    }

    private func people(_ value: JSONValue?) -> [Author] {
        (value?.list ?? []).map(resolve).flatMap { person -> [Author] in
            let types = LinkedData.types(person)
            guard !LinkedData.isOrganisation(person) else { return [] }
            let names = person["name"]?.list.compactMap { text($0) } ?? [text(person)].compactMap(\.self)
            return names.map { Author(name: $0, isPerson: types.contains("Person")) }
        }
    }

    private func name(of node: JSONValue) -> String? {
        text(node["name"]) ?? text(node)
    }

    private func imageLink(_ value: JSONValue) -> String? {
        for candidate in value.list.map(resolve) {
            if let link = text(candidate) ?? text(candidate["url"]) ?? text(candidate["contentUrl"]) { return link }
        }
        return nil
    }

    private func words(_ value: JSONValue?) -> [String] {
        (value?.list ?? []).flatMap { word -> [String] in
            guard let line = text(word) ?? text(word["name"]) else { return [] }
            return line.split(separator: ",").map { PlainText.trimmed(String($0)) }
        }
    }

    private func text(_ value: JSONValue?) -> String? {
        guard let first = value?.list.first, let raw = first.text else { return nil }
        let plain = PlainText.trimmed(PlainText.unescaped(raw))
        return plain.isEmpty ? nil : plain
    }
}
