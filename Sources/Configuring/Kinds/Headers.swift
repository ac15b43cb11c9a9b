extension Kind where Value == [String: String] {
    /// Headers of requests by name. Those that Rasid sets itself, and those that carry secrets, are refused.
    static var headers: Kind {
        Kind(
            allowed: headersForm, written: { $0.isEmpty ? "none" : "\($0.count) headers" }, read: readHeaders)
    }
}

private let mostHeaders = 20
private let headersForm = "a mapping of up to \(mostHeaders) header names to texts"
private let headerValue = Scalar<String>.headerText("the text of a header")

private func readHeaders(_ node: Node, _ path: String, _ mistakes: inout Mistakes) -> [String: String]? {
    if node.content == .nothing { return [:] }
    guard case .map(let pairs) = node.content, pairs.count <= mostHeaders else {
        mistakes.refuse(node, path, found: node.found, allowed: headersForm)
        return nil
    }
    var headers: [String: String] = [:]
    var seen: Set<String> = []
    for pair in pairs {
        let isRepeated = !seen.insert(pair.key.lowercased()).inserted
        if let problem = problem(pair.key, isRepeated: isRepeated) {
            mistakes.add(pair.place, "\(path): header \(quoted(pair.key)) \(problem)")
        } else {
            headers[pair.key] = headerValue.read(pair.value, "\(path).\(pair.key)", &mistakes)
        }
    }
    return headers
}

/// Set by Rasid, for each request or for the connection.
private let ownHeaders: Set<String> = [
    "host", "connection", "content-length", "transfer-encoding", "te", "upgrade", "range", "accept-encoding",
    "if-none-match", "if-modified-since", "if-match", "if-unmodified-since",
]

private func problem(_ name: String, isRepeated: Bool) -> String? {
    let lower = name.lowercased()
    if !isHeaderName(name) { return "is no header name, allowed are letters, digits and -" }
    if ownHeaders.contains(lower) { return "is set by Rasid itself" }
    if lower == "user-agent" { return "is set with user_agent" }
    if lower == "authorization" || lower == "proxy-authorization" {
        return "holds a secret, which does not belong in this file: write auth: !credential NAME"
    }
    return isRepeated ? "is set twice; small and capital letters are the same" : nil
}

/// Source: RFC 9110 section 5.1, less the signs that no header uses.
private func isHeaderName(_ name: String) -> Bool {
    (1...64).contains(name.utf8.count) && name.utf8.allSatisfy { isWordByte($0, or: "-_") }
}
