/// The sentence about a key that no setting has: the nearest one that is known, or where it belongs.
func unknownKey(_ key: String, in path: String, keys: [String]) -> String {
    let place = path.isEmpty ? "" : "\(path): "
    if secretKeys.contains(key.lowercased()) {
        return "\(place)\(quoted(key)) has no place in this file: put user:password into a credential and write "
            + "auth: !credential NAME"
    }
    if key == "<<" { return "\(place)merge keys (<<) are not read: defaults for all feeds stand at the top" }
    let advice =
        nearest(to: key, in: keys).map { "did you mean \($0)?" }
        ?? home(of: key, besides: path).map { "it belongs \($0)" }
        ?? "known are \(keys.sorted().joined(separator: ", "))"
    return "\(place)unknown key \(quoted(key)) (\(advice))"
}

/// Where in the file a setting of this key stands.
private func home(of key: String, besides path: String) -> String? {
    if SettingsTable.root.contains(where: { $0.key == key }) { return "to the top of the file" }
    if let group = SettingsTable.root.first(where: { $0.parts.contains { $0.key == key } }) {
        return "under \(group.key)"
    }
    let isOfFeeds = SettingsTable.feedKeys.contains(key) && !path.hasPrefix("feeds")
    return isOfFeeds ? "to a feed, under feeds" : nil
}
