package import NewsModel

/// A configuration that was read from a file and found right.
package struct Configuration: Equatable, Sendable {
    package let settings: Settings
    /// As it was named.
    package let path: String
    /// Of the file's bytes: the same hash is the same file.
    package let hash: UInt64

    /// The settings of the file at `path`, at most 16 MiB, or all that is wrong with it.
    ///
    /// Directories in the file are relative to the directory the file is in; in the result they are absolute.
    package static func load(path: String) throws(ConfigurationError) -> Configuration {
        let file = try ConfigurationFile(path: path)
        do throws(ConfigurationError) {
            let settings = try read(file.text, directory: file.directory)
            return Configuration(settings: settings, path: path, hash: StableHash.of(file.bytes))
        } catch {
            throw ConfigurationError(path: path, mistakes: error.mistakes)
        }
    }

    /// The settings of a text in the format of feeds.yaml, or all that is wrong with it. Looks at the text alone.
    ///
    /// - Parameter directory: absolute; what relative directories in the text are relative to.
    package static func read(_ yaml: String, directory: String) throws(ConfigurationError) -> Settings {
        var mistakes = Mistakes()
        guard let root = Node.read(yaml: yaml, &mistakes) else {
            throw ConfigurationError(path: nil, mistakes: mistakes.sorted)
        }
        let settings = settings(of: root, in: directory, &mistakes)
        guard mistakes.isEmpty else { throw ConfigurationError(path: nil, mistakes: mistakes.sorted) }
        return settings
    }

    private static func settings(of root: Node, in directory: String, _ mistakes: inout Mistakes) -> Settings {
        var settings = SettingsTable.unset
        let written = SettingsTable.root.read(root, "", into: &settings, apart: ["feeds"], &mistakes)
        // A file of another kind has no feeds either; one mistake says enough.
        if let node = written["feeds"] {
            var list = FeedList(defaults: settings)
            list.read(node, &mistakes)
            settings.feeds = list.feeds
        } else if mistakes.isEmpty || !written.isEmpty {
            mistakes.add(root.place, "no feeds: the list feeds is missing, each feed with name and url")
        }
        settings.resolveDirectories(in: directory)
        checkDirectories(settings, written, &mistakes)
        return settings
    }

    private static func checkDirectories(_ settings: Settings, _ written: Written, _ mistakes: inout Mistakes) {
        let (outbox, state) = (settings.outbox.directory, settings.state)
        if state == outbox || state.hasPrefix(outbox + "/") {
            let place = (written["state"] ?? written["outbox"])?.place
            mistakes.add(
                place, "state: found \(quoted(state)), allowed is a directory outside of the outbox, \(quoted(outbox))")
        }
        // Whoever watches the outbox takes each file there for an article.
        if let file = settings.metrics.file, file.hasPrefix(outbox + "/") {
            mistakes.add(
                written["metrics"]?.place,
                "metrics.file: found \(quoted(file)), allowed is a file outside of the outbox, \(quoted(outbox))")
        }
    }
}

extension Settings {
    mutating func resolveDirectories(in directory: String) {
        outbox.directory = absolute(outbox.directory, in: directory)
        state = absolute(state, in: directory)
        fetch.caFile = fetch.caFile.map { absolute($0, in: directory) }
        metrics.file = metrics.file.map { absolute($0, in: directory) }
    }
}

/// The path from the root, without empty parts and `.`; `..` stays, since behind a link it leads elsewhere.
private func absolute(_ path: String, in directory: String) -> String {
    let whole = path.hasPrefix("/") ? path : "\(directory)/\(path)"
    return "/" + whole.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
}
