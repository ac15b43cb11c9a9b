package import NewsModel

extension Settings {
    /// What is allowed and yet looks like an oversight, a sentence each, feeds in the order of the file.
    package var warnings: [String] {
        var warnings: [String] = []
        if feeds.allSatisfy(\.isPaused) { warnings.append("all feeds are paused: nothing will be polled") }
        if let kept = indexRetention, kept < duplicateWindow {
            warnings.append(
                "retention.index (\(kept.inOneUnit)) is shorter than duplicates.window (\(duplicateWindow.inOneUnit)): "
                    + "the index forgets before duplicates are found")
        }
        if let file = metrics.file, !file.hasSuffix(".prom") {
            warnings.append("metrics.file does not end in .prom: node_exporter will not read it")
        }
        return warnings + feeds.flatMap(\.warnings)
    }
}

extension FeedSettings {
    fileprivate var warnings: [String] {
        var warnings: [String] = []
        if poll.min < .seconds(60), WebLink.host(of: url).map(isPublicName) ?? false {
            warnings.append(
                "may be polled each \(poll.min.inOneUnit): many sites shut out who asks more than once a minute")
        }
        if credential != nil, url.lowercased().hasPrefix("http:") {
            warnings.append("sends its password over http, where others can read it")
        }
        let both = keep.filter(drop.contains)
        if let word = both.first { warnings.append("has \(quoted(word)) in keep and in drop, so no article holds it") }
        return warnings.map { "feed \(id): \($0)" }
    }
}

/// Whether a host of this name is someone else's: no numeric address and not this machine.
private func isPublicName(_ host: String) -> Bool {
    host.contains(".") && !host.hasPrefix("[") && !host.hasSuffix(".localhost") && addressBytes(host) == nil
}
