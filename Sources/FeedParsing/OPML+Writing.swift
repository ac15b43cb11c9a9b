extension OPML {
    /// The list as OPML 2.0, which ``read(_:)`` gives back as it was.
    ///
    /// A feed lies in the folder of its first tag, where readers without categories see it; the other tags are
    /// categories. A tag with a comma or slash, which a category cannot hold, is a folder, and so are those before it.
    /// The order of the feeds is kept, so that a folder may come twice.
    package var document: String {
        var writer = OPMLWriter()
        writer.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
        writer.open("opml version=\"2.0\" xmlns:rasid=\"\(OPML.namespace)\"")
        writer.open("head")
        if let title { writer.line("<title>\(escaped(title))</title>") }
        writer.close("head")
        writer.open("body")
        var folders: [String] = []
        for feed in feeds {
            let path = feed.folders
            if path != folders {
                for _ in folders { writer.close("outline") }
                for folder in path { writer.open("outline text=\"\(escaped(folder))\"") }
                folders = path
            }
            writer.line(feed.outline(without: path.count))
        }
        for _ in folders { writer.close("outline") }
        writer.close("body")
        writer.close("opml")
        return writer.text
    }
}

extension OPML.Subscription {
    /// The tags that are written as folders.
    fileprivate var folders: [String] {
        let last = tags.lastIndex { $0.contains { $0 == "," || $0 == "/" } } ?? 0
        return Array(tags.prefix(last + 1))
    }

    fileprivate func outline(without folders: Int) -> String {
        var attributes = [("text", title ?? name ?? url), ("type", "rss"), ("xmlUrl", url)]
        if let title { attributes.append(("title", title)) }
        let categories = tags.dropFirst(folders)
        if !categories.isEmpty { attributes.append(("category", categories.joined(separator: ","))) }
        if let name { attributes.append(("rasid:name", name)) }
        return "<outline \(attributes.map { "\($0)=\"\(escaped($1))\"" }.joined(separator: " "))/>"
    }
}

/// Lines, each as far to the right as its element is deep.
private struct OPMLWriter {
    private(set) var text = ""
    private var depth = 0

    mutating func line(_ line: String) {
        text += String(repeating: "  ", count: depth) + line + "\n"
    }

    mutating func open(_ tag: String) {
        line("<\(tag)>")
        depth += 1
    }

    mutating func close(_ name: String) {
        depth -= 1
        line("</\(name)>")
    }
}

/// Safe in an attribute and between tags. What XML cannot hold is left out.
private func escaped(_ text: String) -> String {
    var safe = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "&": safe += "&amp;"
        case "<": safe += "&lt;"
        case ">": safe += "&gt;"
        case "\"": safe += "&quot;"
        case "\t", "\n", "\r": safe += "&#\(scalar.value);"
        case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": continue
        default: safe.unicodeScalars.append(scalar)
        }
    }
    return safe
}
