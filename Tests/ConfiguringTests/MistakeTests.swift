import Testing

@testable import Configuring

@Suite("mistakes")
struct MistakeTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let yaml: String
        let mistakes: [String]

        init(_ name: String, _ yaml: String, _ mistakes: String...) {
            testDescription = name
            self.yaml = yaml
            self.mistakes = mistakes
        }
    }

    /// A feed with more lines, which begin in line 4.
    private static func feed(_ lines: String...) -> String {
        oneFeed + lines.map { "    \($0)\n" }.joined()
    }

    static let wrongKeys = [
        Case("a letter left out", "formt: json\n" + oneFeed, #"1:1 unknown key "formt" (did you mean format?)"#),
        Case(
            "letters swapped, below another key", "poll: { intreval: 5m }\n" + oneFeed,
            #"1:9 poll: unknown key "intreval" (did you mean interval?)"#),
        Case(
            "capitals and dashes", feed("Full-Text: always"),
            #"4:5 feeds[0]: unknown key "Full-Text" (did you mean full_text?)"#),
        Case(
            "a key of fetch at the top", "timeout: 3s\n" + oneFeed,
            #"1:1 unknown key "timeout" (it belongs under fetch)"#),
        Case(
            "a key of the top in a feed", feed("outbox: x"),
            #"4:5 feeds[0]: unknown key "outbox" (it belongs to the top of the file)"#),
        Case(
            "a key of feeds at the top", "paused: true\n" + oneFeed,
            #"1:1 unknown key "paused" (it belongs to a feed, under feeds)"#),
        Case(
            "a key like no other", "duplicates: { colour: red }\n" + oneFeed,
            #"1:15 duplicates: unknown key "colour" (known are window)"#),
        Case(
            "a merge key",
            "feeds:\n  - &a { name: a, url: https://a.example/ }\n  - { <<: *a, name: b, url: https://b.example/ }",
            "3:7 feeds[1]: merge keys (<<) are not read: defaults for all feeds stand at the top"),
        Case(
            "a key that is a list", "[a, b]: c\n" + oneFeed, "1:1 a key that is a list or a mapping, allowed is a name"),
        Case(
            "a key set twice", "state: a\nstate: b\n" + oneFeed, #"2:1 "state" is set twice, the first time in line 1"#),
        Case(
            "a key set three times", "poll: { min: 1m, min: 2m, 'min': 3m }\n" + oneFeed,
            #"1:27 "min" is set twice, the first time in line 1"#),
        Case(
            "keys set twice in two mappings, and another mistake",
            "state: a\nstate: b\n" + feed("tags: x", "tags: y", "backlog: z"),
            #"2:1 "state" is set twice, the first time in line 1"#,
            #"7:5 "tags" is set twice, the first time in line 6"#,
            #"8:14 feeds[0].backlog: found "z", allowed is a whole number of items from 0 to 100000"#),
    ]

    static let wrongValues = [
        Case(
            "a wrong word", "format: markdwon\n" + oneFeed,
            #"1:9 format: found "markdwon", allowed is markdown, json or text (did you mean markdown?)"#),
        Case(
            "a list for a word", "format: [json]\n" + oneFeed,
            "1:9 format: found a list, allowed is markdown, json or text"),
        Case(
            "nothing for a word", "format:\n" + oneFeed, "1:8 format: found nothing, allowed is markdown, json or text"),
        Case(
            "a text for a mapping", "poll: 5m\n" + oneFeed,
            #"1:7 poll: found "5m", allowed is a mapping with the keys interval, min, max"#),
        Case(
            "a number above the range", "fetch: { per_host: 65 }\n" + oneFeed,
            #"1:20 fetch.per_host: found "65", allowed is a whole number of connections from 1 to 64"#),
        Case(
            "a size without a unit", "fetch: { max_body: 8 }\n" + oneFeed,
            #"1:20 fetch.max_body: found "8", allowed is a size such as 500KB, 8MiB from 1KiB to 256MiB (it has no unit: 8B, 8KiB or 8MiB)"#
        ),
        Case(
            "a word that is not forever", "retention: { outbox: for ever }\n" + oneFeed,
            #"1:22 retention.outbox: found "for ever", allowed is a duration such as 30s, 15m, 1h, 2d from 1m to 36500d, or forever"#
        ),
        Case(
            "each wrong item of a list", feed("tags: [a, [b], ~, c]"),
            "4:15 feeds[0].tags[1]: found a list, allowed is a tag, one line of 1 to 200 characters",
            "4:20 feeds[0].tags[2]: found nothing, allowed is a tag, one line of 1 to 200 characters"),
        Case(
            "an XPath that is not closed", feed("content: //div[@class='x'"),
            #"4:14 feeds[0].content: found "//div[@class='x'", allowed is an XPath expression, one line of 1 to 2000 characters (a predicate that makes no sense)"#
        ),
        Case(
            "an XPath for a number, among others", feed("remove: ['//nav', 'count(//p)', '//x:p']"),
            #"4:23 feeds[0].remove[1]: found "count(//p)", allowed is an XPath expression, one line of 1 to 2000 characters (it gives a value, not elements)"#,
            #"4:37 feeds[0].remove[2]: found "//x:p", allowed is an XPath expression, one line of 1 to 2000 characters (a prefix that means nothing)"#
        ),
        Case(
            "an XPath for attributes", feed("content: //a/@href"),
            #"4:14 feeds[0].content: found "//a/@href", allowed is an XPath expression, one line of 1 to 2000 characters (it selects attributes or text, not elements)"#
        ),
        Case(
            "a tag where none is allowed", feed("title: !credential x"),
            #"4:12 feeds[0].title: found the tag "!credential", allowed is a name for people, one line of 1 to 200 characters"#
        ),
        Case(
            "a region with the language", feed("languages: ar-EG"),
            #"4:16 feeds[0].languages: found "ar-EG", allowed is a language code of two or three small letters such as ar, en, fa (write ar)"#
        ),
        Case(
            "state in the outbox", "state: ./articles/state\n" + oneFeed,
            #"1:8 state: found "/srv/articles/state", allowed is a directory outside of the outbox, "/srv/articles""#),
        Case(
            "state and outbox the same", "outbox: ././state/\n" + oneFeed,
            #"1:9 state: found "/srv/state", allowed is a directory outside of the outbox, "/srv/state""#),
        Case(
            "a layout nobody knows", "outbox: { path: x, layout: dayly }\n" + oneFeed,
            #"1:28 outbox.layout: found "dayly", allowed is flat, daily or hashed (did you mean daily?)"#),
        Case(
            "a list of outboxes", "outbox: [x, y]\n" + oneFeed,
            "1:9 outbox: found a list, allowed is a mapping with the keys path, layout, updates, temp, max_files, max_bytes"
        ),
        Case(
            "a limit without a unit", "outbox: { path: x, max_bytes: 20 }\n" + oneFeed,
            #"1:31 outbox.max_bytes: found "20", allowed is a size such as 500KB, 8MiB from 1MiB to 1024TiB, or none "#
                + "(it has no unit: 20B, 20KiB or 20MiB)"),
        Case(
            "figures among the articles", "outbox: ./articles\nmetrics:\n  file: articles/rasid.prom\n" + oneFeed,
            #"3:3 metrics.file: found "/srv/articles/rasid.prom", allowed is a file outside of the outbox, "/srv/articles""#
        ),
    ]

    static let wrongFeeds = [
        Case("no feeds", "state: x\n", "1:1 no feeds: the list feeds is missing, each feed with name and url"),
        Case("an empty file", "", "1:1 no feeds: the list feeds is missing, each feed with name and url"),
        Case("only comments", "# feeds:\n", "1:1 no feeds: the list feeds is missing, each feed with name and url"),
        Case(
            "an empty list", "feeds: []\n",
            "1:8 feeds: found 0 feeds, allowed is a list of feeds, 1 to 100000, each with name and url"),
        Case(
            "all feeds commented out", "feeds:\n  # - name: x\n",
            "1:7 feeds: found nothing, allowed is a list of feeds, 1 to 100000, each with name and url"),
        Case(
            "a mapping of feeds", "feeds: { name: a }\n",
            "1:8 feeds: found a mapping, allowed is a list of feeds, 1 to 100000, each with name and url"),
        Case(
            "a feed that is a URL", "feeds: [https://a.example/]\n",
            #"1:9 feeds[0]: found "https://a.example/", allowed is a mapping with name and url"#),
        Case(
            "a list in place of the file", "- a\n",
            "1:1 the file: found a list, allowed is a mapping with the keys outbox, state, format, contact, poll, fetch, articles, duplicates, retention, metrics, disk, feeds"
        ),
        Case(
            "neither name nor url", "feeds:\n  - title: x\n",
            "2:5 feeds[0]: name is missing, allowed is 1 to 64 characters of a-z 0-9 . _ - that do not begin with a dot",
            "2:5 feeds[0]: url is missing, allowed is an http or https URL of a feed"),
        Case(
            "a name for people", "feeds:\n  - { name: Al Jazeera, url: https://a.example/ }\n",
            #"2:13 feeds[0].name: found "Al Jazeera", allowed is 1 to 64 characters of a-z 0-9 . _ - that do not begin with a dot (al-jazeera would do)"#
        ),
        Case(
            "a name in Arabic", "feeds:\n  - { name: الجزيرة, url: https://a.example/ }\n",
            #"2:13 feeds[0].name: found "الجزيرة", allowed is 1 to 64 characters of a-z 0-9 . _ - that do not begin with a dot (text in any script goes into title)"#
        ),
        Case(
            "a name used twice", oneFeed + "  - { name: example, url: https://a.example/ }\n",
            #"4:13 feeds[1].name: "example" is the name of the feed in line 2 already"#),
        Case(
            "a URL used twice, written differently", oneFeed + "  - { name: a, url: HTTPS://EXAMPLE.org:443/feed }\n",
            #"4:21 feeds[1].url: "HTTPS://EXAMPLE.org:443/feed" is the URL of the feed in line 3 already"#),
        Case(
            "a scheme of feed readers", "feeds:\n  - { name: a, url: feed://a.example/rss }\n",
            #"2:21 feeds[0].url: found "feed://a.example/rss", allowed is an http or https URL of a feed (write https:// in place of feed://)"#
        ),
        Case(
            "a repeated header", feed("headers: { X-A: 1, x-a: 2 }"),
            #"4:24 feeds[0].headers: header "x-a" is set twice; small and capital letters are the same"#),
        Case(
            "a header of ours", feed("headers: { If-None-Match: x }"),
            #"4:16 feeds[0].headers: header "If-None-Match" is set by Rasid itself"#),
        Case(
            "a header with a setting", feed("headers: { User-Agent: x }"),
            #"4:16 feeds[0].headers: header "User-Agent" is set with user_agent"#),
        Case(
            "a header that injects another", feed(#"headers: { X-A: "a\r\nX-B: b" }"#),
            #"4:21 feeds[0].headers.X-A: found "a\u{D}\u{A}X-B: b", allowed is the text of a header, 1 to 200 printable ASCII characters"#
        ),
    ]

    @Test("keys", arguments: wrongKeys) func keys(_ c: Case) { #expect(mistakes(c.yaml) == c.mistakes) }
    @Test("values", arguments: wrongValues) func values(_ c: Case) { #expect(mistakes(c.yaml) == c.mistakes) }
    @Test("feeds", arguments: wrongFeeds) func feeds(_ c: Case) { #expect(mistakes(c.yaml) == c.mistakes) }

    static let secretsInFile = [
        Case("in the URL", "feeds:\n  - { name: a, url: https://me:hunter2@a.example/ }\n"),
        Case("in a key of its own", feed("password: hunter2")),
        Case("in auth", feed("auth: me:hunter2")),
        Case("in auth, as a mapping", feed("auth: { user: me, password: hunter2 }")),
        Case("behind the tag", feed("auth: !credential me:hunter2")),
        Case("in a header", feed("headers: { Authorization: Basic hunter2 }")),
        Case("in the proxy", "fetch: { proxy: 'http://me:hunter2@localhost:3128' }\n" + oneFeed),
    ]

    @Test("a secret in the file is refused, pointed to a credential, and not repeated", arguments: secretsInFile)
    func secret(_ c: Case) throws {
        let mistakes = mistakes(c.yaml)
        let only = try #require(mistakes.first)
        #expect(mistakes.count == 1)
        #expect(only.contains("!credential NAME"))
        #expect(!only.contains("hunter2"))
    }

    @Test("all mistakes are told, by line")
    func allOfThem() {
        let lines = mistakes("format: x\npoll: { min: 5, max: 6 }\nfeeds:\n  - { name: A, url: b }\nstat: c\n")
            .map { $0.prefix { $0 != " " } }
        #expect(lines == ["1:9", "2:14", "2:22", "4:13", "4:21", "5:1"])
    }

    @Test("a file of another kind does not fill the memory with mistakes")
    func bounded() {
        let many = (0..<2_000).map { "key\($0): value\n" }.joined()
        let found = mistakes(many)
        #expect(found.count == Mistakes.limit + 1)
        #expect(found.last == "0:0 and 1500 more mistakes")
    }

    @Test("the error is one line a mistake, with the file's name")
    func description() {
        let error = ConfigurationError(
            path: "feeds.yaml",
            mistakes: [Mistake(line: 14, column: 3, message: "a"), Mistake(line: nil, column: nil, message: "b")])
        #expect(error.description == "feeds.yaml:14: a\nfeeds.yaml: b")
    }
}
