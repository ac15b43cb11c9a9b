import Glibc
import NewsModel
import Testing

@testable import Configuring

@Suite("feeds added to a configuration")
struct AddedFeedTests {
    struct Naming: Sendable, CustomTestStringConvertible {
        let title: String?
        let url: String
        let name: String

        var testDescription: String { "\(title ?? "no title"), \(url)" }
    }

    static let namings = [
        Naming(title: "Le Monde – Économie", url: "https://x.example/", name: "le-monde-economie"),
        Naming(title: "People's Daily", url: "https://x.example/", name: "peoples-daily"),
        Naming(title: "الجزيرة", url: "https://www.aljazeera.net/rss", name: "aljazeera"),
        Naming(title: "BBC عربي والشرق", url: "https://feeds.bbci.co.uk/arabic/rss.xml", name: "bbci"),
        Naming(title: nil, url: "https://arabic.cnn.com/rss", name: "arabic-cnn"),
        Naming(title: nil, url: "http://127.0.0.1:80/rss", name: "127-0-0-1"),
        Naming(title: "…", url: "https://مثال.إختبار/", name: "feed"),
        Naming(
            title: "A title with so many words that no name could hold them all", url: "https://x.example/",
            name: "a-title-with-so-many-words-that-no-name"),
        Naming(title: "null", url: "https://x.example/", name: "null"),
    ]

    @Test("a name is made of what is known", arguments: namings)
    func names(_ c: Naming) {
        var entries = FeedEntries()
        #expect(entries.add(url: c.url, title: c.title, tags: []) == .added)
        #expect(entries.entries.map(\.id.name) == [c.name])
    }

    @Test("names are unique, also against those of the file; addresses are compared in their canonical form")
    func unique() throws {
        let old = FeedSettings(id: try #require(FeedID("news")), url: "https://old.example/feed")
        var entries = FeedEntries(besides: [old])
        #expect(entries.add(url: "http://old.example/feed/?utm_source=x", title: nil, tags: []) == .known(old.id))
        for number in 1...3 {
            #expect(entries.add(url: "https://\(number).example/", title: "News", tags: []) == .added)
        }
        #expect(entries.add(url: "https://4.example/", title: "News", tags: [], name: "news-2") == .added)
        #expect(entries.add(url: "https://5.example/", title: "News", tags: [], name: "free") == .added)
        #expect(entries.add(url: "https://6.example/", title: "Six", tags: [], name: "../Not a name") == .added)
        #expect(entries.entries.map(\.id.name) == ["news-2", "news-3", "news-4", "news-2-2", "free", "six"])
    }

    @Test("feed: before an address is understood, what cannot be asked is refused")
    func addresses() {
        var entries = FeedEntries()
        #expect(entries.add(url: "feed://a.example/rss", title: nil, tags: []) == .added)
        #expect(entries.add(url: "feed:https://b.example/rss", title: nil, tags: []) == .added)
        for url in ["ftp://c.example/", "https://user:word@c.example/", "c.example", "", "javascript:alert(1)"] {
            guard case .refused = entries.add(url: url, title: nil, tags: []) else {
                Issue.record("\(url) was taken")
                continue
            }
        }
        #expect(entries.entries.map(\.url) == ["http://a.example/rss", "https://b.example/rss"])
    }

    /// Texts that mean something in YAML, to the eyes or to neither.
    static let texts = [
        "الجزيرة «نت»", "\"quoted\" 'text'", "a: b # c", "- item", "*reference &anchor", "{a, b}", "null", "1e5", "\\n",
        "مي\u{200C}خواهم", "\u{202E}turned\u{200F}", "%tag !x", "@ `", "😀 👩‍👩‍👧", String(repeating: "x", count: 200),
    ]

    static let files = [
        "feeds:\n  - name: a\n    url: https://a.example/\n",
        "feeds:\n- name: a\n  url: https://a.example/",
        "feeds: # all\n  - name: a\n    url: https://a.example/\n    # interval: 10m\n\n# the end\nformat: text\n",
        "format: json\r\nfeeds:\r\n  - name: a\r\n    url: https://a.example/\r\n",
        "feeds:\r\n  - name: a\r\n    url: https://a.example/",
        "feeds:\n\n  # first\n  - {name: a, url: https://a.example/}\n  # - name: later\n\npoll: { interval: 10m }\n",
    ]

    @Test("the file reads as before with the feeds behind its own, and its lines are all still there", arguments: files)
    func adds(_ file: String) throws {
        var entries = FeedEntries(besides: try Configuration.read(file, directory: "/d").feeds)
        for (number, text) in Self.texts.enumerated() {
            #expect(
                entries.add(url: "https://b.example/\(number)?a=*b#\(number):", title: text, tags: Self.texts) == .added
            )
        }
        let old = try Configuration.read(file, directory: "/d")
        let text = try Configuration.text(file, adding: entries.entries, to: old, in: "/d")
        let new = try Configuration.read(text, directory: "/d")
        #expect(new.feeds.dropFirst().map(\.title) == Self.texts)
        #expect(new.feeds.last?.tags == Self.texts)
        var rest = text.split(whereSeparator: \.isNewline)[...]
        for line in file.split(whereSeparator: \.isNewline) {
            let place = try #require(rest.firstIndex(of: line))
            rest = rest[(place + 1)...]
        }
        let ends = Set(text.filter(\.isNewline))
        #expect(ends == Set(file.filter(\.isNewline)), "line ends stay those of the file")
        #expect(text.last?.isNewline == file.last?.isNewline)
    }

    @Test(
        "a list in another form is left alone",
        arguments: [
            "feeds: [{name: a, url: https://a.example/}]\n", "feeds: &f\n  - {name: a, url: https://a.example/}\n",
            "{feeds: [{name: a, url: https://a.example/}]}", "\"feeds\":\n  - {name: a, url: https://a.example/}\n",
        ])
    func otherForms(_ file: String) throws {
        var entries = FeedEntries()
        #expect(entries.add(url: "https://b.example/", title: nil, tags: []) == .added)
        let old = try Configuration.read(file, directory: "/d")
        #expect(throws: ConfigurationError.self) {
            try Configuration.text(file, adding: entries.entries, to: old, in: "/d")
        }
    }

    @Test("many feeds of one title take no time by their square")
    func many() {
        var entries = FeedEntries()
        for number in 0..<20_000 { _ = entries.add(url: "https://a.example/\(number)", title: "News", tags: []) }
        #expect(Set(entries.entries.map(\.id)).count == 20_000)
        #expect(entries.entries.last?.id.name == "news-20000")
    }

    @Test("a file is replaced behind a link, its byte order mark stays, and nothing is left beside it")
    func replaced() throws {
        try withDirectory { directory in
            let (path, link) = ("\(directory)/feeds.yaml", "\(directory)/link.yaml")
            try write("\u{FEFF}" + oneFeed, to: path)
            #expect(symlink("feeds.yaml", link) == 0)
            var entries = FeedEntries()
            #expect(entries.add(url: "https://b.example/", title: nil, tags: []) == .added)
            try Configuration.add(entries.entries, toFile: link)

            #expect(try Configuration.load(path: path).settings.feeds.count == 2)
            #expect(try ConfigurationFile(path: path).bytes.starts(with: [0xEF, 0xBB, 0xBF]))
            var status = stat()
            #expect(lstat(link, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
            // Only an empty directory can be removed.
            #expect(unlink(path) == 0 && unlink(link) == 0)
            #expect(rmdir(directory) == 0 && mkdir(directory, 0o700) == 0)
        }
    }

    @Test("a file that was changed meanwhile is left alone")
    func changedMeanwhile() throws {
        try withDirectory { directory in
            let path = "\(directory)/feeds.yaml"
            try write(oneFeed, to: path)
            #expect(throws: ReplacementError.self) {
                try FileReplacement(path: path).replace(Array("before".utf8), by: Array("after".utf8))
            }
            #expect(try ConfigurationFile(path: path).text == oneFeed)
            #expect(unlink(path) == 0 && rmdir(directory) == 0 && mkdir(directory, 0o700) == 0)
        }
    }
}
