import NewsModel

extension Configuration {
    /// Adds feeds to the file at `path` and leaves every other line as it is.
    ///
    /// The new file is read before it takes the old one's place, in one step: it must be right and differ from the old
    /// one by these feeds alone. Then it is synced. A crash at any point leaves the old file or the new one.
    ///
    /// - Throws: what is wrong with the file as it is, or why it cannot be written; the file is then untouched.
    package static func add(_ entries: [FeedEntry], toFile path: String) throws(ConfigurationError) {
        let file = try ConfigurationFile(path: path)
        let text: String
        do throws(ConfigurationError) {
            let old = try read(file.text, directory: file.directory)
            text = try self.text(file.text, adding: entries, to: old, in: file.directory)
        } catch {
            throw ConfigurationError(path: path, mistakes: error.mistakes)
        }
        let mark: [UInt8] = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? [0xEF, 0xBB, 0xBF] : []
        let bytes = mark + Array(text.utf8)
        guard bytes.count <= ConfigurationFile.limit else {
            throw refusal(path, "would be larger than \(ConfigurationFile.limit >> 20) MiB, which is the limit")
        }
        do throws(ReplacementError) {
            try FileReplacement(path: path).replace(file.bytes, by: bytes)
        } catch {
            throw refusal(path, error.reason)
        }
    }

    /// The text with the feeds; it reads as the old settings and these feeds.
    static func text(
        _ text: String, adding entries: [FeedEntry], to old: Settings, in directory: String
    ) throws(ConfigurationError) -> String {
        let unknown = refusal(
            nil,
            "the list feeds is not written one feed below the other, so none can be added to it: print them without "
                + "--write and put them where they belong")
        guard old.feeds.count + entries.count <= FeedList.limit else {
            throw refusal(nil, "would hold more than \(FeedList.limit) feeds, which is the limit")
        }
        guard let new = FeedInsertion(text)?.adding(entries) else { throw unknown }
        var wanted = old
        wanted.feeds += entries.map { $0.settings(defaults: old) }
        guard (try? read(new, directory: directory)) == wanted else { throw unknown }
        return new
    }

    private static func refusal(_ path: String?, _ message: String) -> ConfigurationError {
        ConfigurationError(path: path, mistakes: [Mistake(line: nil, column: nil, message: message)])
    }
}
