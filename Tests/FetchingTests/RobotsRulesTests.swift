import Testing

@testable import Fetching

@Suite("robots.txt")
struct RobotsRulesTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let robots: String
        let path: String
        let isAllowed: Bool
        var testDescription: String { name }

        init(_ name: String, _ robots: String, _ path: String, _ isAllowed: Bool) {
            self.name = name
            self.robots = robots
            self.path = path
            self.isAllowed = isAllowed
        }
    }

    static let all = "User-agent: *\n"
    static let cases = [
        Case("no rules", "", "/a", true),
        Case("a page instead", "<html><body>User: agent</body></html>", "/a", true),
        Case("all forbidden", all + "Disallow: /", "/a", false),
        Case("robots.txt itself", all + "Disallow: /", "/robots.txt", true),
        Case("nothing forbidden", all + "Disallow:", "/a", true),
        Case("a directory", all + "Disallow: /a/", "/a/b", false),
        Case("beside the directory", all + "Disallow: /a/", "/ab", true),
        Case("a prefix", all + "Disallow: /a", "/ab", false),
        Case("letter case counts", all + "Disallow: /A", "/a", true),
        Case("longest wins, allow", all + "Disallow: /a\nAllow: /a/b", "/a/b/c", true),
        Case("longest wins, disallow", all + "Allow: /a\nDisallow: /a/b", "/a/b", false),
        Case("equally long: allow", all + "Disallow: /a\nAllow: /a", "/a", true),
        Case("equally long, other order", all + "Allow: /a\nDisallow: /a", "/a", true),
        Case("star", all + "Disallow: /*.php", "/x/y.php?z", false),
        Case("star, not matching", all + "Disallow: /*.php", "/x/y.html", true),
        Case("star matches nothing too", all + "Disallow: /a*b", "/ab", false),
        Case("end mark", all + "Disallow: /*.php$", "/y.php", false),
        Case("end mark, more follows", all + "Disallow: /*.php$", "/y.php?z", true),
        Case("end mark without star", all + "Disallow: /a$", "/a", false),
        Case("end mark without star, longer", all + "Disallow: /a$", "/ab", true),
        Case("end mark finds the last one", all + "Disallow: /*b$", "/bab", false),
        Case("star before the end mark", all + "Disallow: /a*$", "/abc", false),
        Case("pieces may not overlap", all + "Disallow: /ab*b$", "/ab", true),
        Case("a dollar inside is a dollar", all + "Disallow: /a$b", "/a$bc", false),
        Case("query", all + "Disallow: /*?", "/a?b", false),
        Case("own group instead of star", all + "Disallow: /\n\nUser-agent: Rasid\nDisallow: /x", "/a", true),
        Case("own group, own rule", all + "Allow: /\n\nUser-agent: rasid\nDisallow: /x", "/x", false),
        Case("own group with version", "User-agent: RASID/1.0 (bot)\nDisallow: /x", "/x", false),
        Case("another robot", "User-agent: rasidbot\nDisallow: /", "/x", true),
        Case("own empty group", all + "Disallow: /\n\nUser-agent: rasid\n", "/x", true),
        Case("several names, one group", "User-agent: a\nUser-agent: rasid\nDisallow: /x", "/x", false),
        Case(
            "own groups are joined",
            "User-agent: rasid\nDisallow: /x\nUser-agent: b\nDisallow: /\nUser-agent: rasid\nDisallow: /y", "/y", false),
        Case("another group ends ours", "User-agent: rasid\nDisallow: /x\nUser-agent: b\nDisallow: /z", "/z", true),
        Case(
            "a sitemap between names does not end the group", "User-agent: rasid\nSitemap: http://x/\nDisallow: /x",
            "/x", false),
        Case("rules before any name", "Disallow: /\n" + all, "/x", true),
        Case("comments", all + "Disallow: /x # private\n# Disallow: /y", "/x", false),
        Case("a commented rule", all + "# Disallow: /y", "/y", true),
        Case("blanks and capitals", "  USER-AGENT :  * \n\tdisallow\t:\t/x  ", "/x", false),
        Case("byte order mark", "\u{FEFF}User-agent: *\nDisallow: /x", "/x", false),
        Case("lines of CR LF", "User-agent: *\r\nDisallow: /x\r\n", "/x", false),
        Case("lines of CR", "User-agent: *\rDisallow: /x", "/x", false),
        Case("Arabic rule, escaped path", all + "Disallow: /أ", "/%d8%a3/1", false),
        Case("escaped rule, lower case", all + "Disallow: /%d8%a3", "/%D8%A3", false),
        Case("needless escapes", all + "Disallow: /%61b", "/ab", false),
        Case("an escaped slash is no slash", all + "Disallow: /a%2fb", "/a/b", true),
        Case("rule that begins with a star", all + "Disallow: *private", "/x/private", false),
    ]

    @Test("each rule means what RFC 9309 says", arguments: cases)
    func rules(_ test: Case) {
        let rules = RobotsRules.parse(Array(test.robots.utf8), for: "rasid")
        #expect(rules.allows(test.path) == test.isAllowed)
    }

    @Test("written down and read again they are the same", arguments: cases.map(\.robots) + delays.map(\.0))
    func roundTrip(robots: String) {
        let rules = RobotsRules.parse(Array(robots.utf8), for: "rasid")
        #expect(RobotsRules.parse(Array(rules.text.utf8), for: "*") == rules)
    }

    static let delays: [(String, Duration?)] = [
        (all + "Crawl-delay: 5", .seconds(5)), (all + "crawl-delay: 0.5", .milliseconds(500)),
        (all + "Crawl-delay: soon", nil), (all + "Crawl-delay: -1", nil), (all + "Crawl-delay: nan", nil),
        (all + "Crawl-delay: 1e300", .seconds(86_400)), ("User-agent: b\nCrawl-delay: 5", nil),
        (all + "Crawl-delay: 5\nUser-agent: rasid\nCrawl-delay: 2", .seconds(2)),
    ]

    @Test("crawl delay of our group, in seconds", arguments: delays)
    func crawlDelay(robots: String, delay: Duration?) {
        #expect(RobotsRules.parse(Array(robots.utf8), for: "rasid").crawlDelay == delay)
    }

    @Test("half a mebibyte is read, what follows is not")
    func length() {
        let filler = String(repeating: "# \(String(repeating: "x", count: 97))\n", count: 5000)
        let early = RobotsRules.parse(Array((filler + Self.all + "Disallow: /x").utf8), for: "rasid")
        #expect(!early.allows("/x"))
        let late = RobotsRules.parse(Array((filler + filler + Self.all + "Disallow: /x").utf8), for: "rasid")
        #expect(late.allows("/x"))
    }

    @Test("a hostile file of stars costs linear time")
    func stars() {
        let line = "Disallow: /" + String(repeating: "*a", count: 500) + "b\n"
        let robots = Self.all + String(repeating: line, count: 400)
        let rules = RobotsRules.parse(Array(robots.utf8), for: "rasid")
        #expect(rules.allows("/" + String(repeating: "a", count: 8000)))
    }
}
