import NewsModel
import Testing

@Suite("links of the web")
struct WebLinkTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let reference: String
        var base: String? = "http://a/b/c/d;p?q"
        let result: String?

        init(_ name: String, _ reference: String, base: String? = "http://a/b/c/d;p?q", _ result: String?) {
            self.name = name
            self.reference = reference
            self.base = base
            self.result = result
        }

        var testDescription: String { name }
    }

    static let normal = [
        ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"), ("/g", "http://a/g"),
        ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"), ("#s", "http://a/b/c/d;p?q#s"),
        ("g#s", "http://a/b/c/g#s"), ("g?y#s", "http://a/b/c/g?y#s"), (";x", "http://a/b/c/;x"),
        ("g;x", "http://a/b/c/g;x"), ("g;x?y#s", "http://a/b/c/g;x?y#s"), ("", "http://a/b/c/d;p?q"),
        (".", "http://a/b/c/"), ("./", "http://a/b/c/"), ("..", "http://a/b/"), ("../", "http://a/b/"),
        ("../g", "http://a/b/g"), ("../..", "http://a/"), ("../../", "http://a/"), ("../../g", "http://a/g"),
        ("g:h", nil),
    ].map { Case("RFC 3986 5.4.1: \($0.0)", $0.0, $0.1) }

    static let abnormal = [
        ("../../../g", "http://a/g"), ("../../../../g", "http://a/g"), ("/./g", "http://a/g"), ("/../g", "http://a/g"),
        ("g.", "http://a/b/c/g."), (".g", "http://a/b/c/.g"), ("g..", "http://a/b/c/g.."), ("..g", "http://a/b/c/..g"),
        ("./../g", "http://a/b/g"), ("./g/.", "http://a/b/c/g/"), ("g/./h", "http://a/b/c/g/h"),
        ("g/../h", "http://a/b/c/h"), ("g;x=1/./y", "http://a/b/c/g;x=1/y"), ("g;x=1/../y", "http://a/b/c/y"),
        ("g?y/./x", "http://a/b/c/g?y/./x"), ("g?y/../x", "http://a/b/c/g?y/../x"),
        ("g#s/./x", "http://a/b/c/g#s/./x"), ("g#s/../x", "http://a/b/c/g#s/../x"), ("http:g", "http://a/b/c/g"),
    ].map { Case("RFC 3986 5.4.2: \($0.0)", $0.0, $0.1) }

    static let web = [
        Case("blanks around", " \n http://n.example/1\t", base: nil, "http://n.example/1"),
        Case("invisible marks around", "\u{FEFF}http://n.example/1\u{200F}\u{A0}", base: nil, "http://n.example/1"),
        Case("a line break inside", "http://n.example/\n    news/1", base: nil, "http://n.example/news/1"),
        Case("a blank inside", "http://n.example/a b?c d", base: nil, "http://n.example/a%20b?c%20d"),
        Case("escapes stay", "http://n.example/a%20b%2Fc", base: nil, "http://n.example/a%20b%2Fc"),
        Case("Arabic letters stay", "/خبر/1", base: "http://n.example/feed", "http://n.example/خبر/1"),
        Case("markup characters", "http://n.example/\"><b>", base: nil, "http://n.example/%22%3E%3Cb%3E"),
        Case("no base", "a/b", base: nil, nil),
        Case("an address for a name as base", "a/b", base: "urn:x:y", nil),
        Case("scheme in capitals", "HTTPS://N.example/A", base: nil, "https://N.example/A"),
        Case("as the base's scheme", "//n.example/1", base: "https://b.example/", "https://n.example/1"),
        Case("two slashes without a base", "//n.example/1", base: nil, "https://n.example/1"),
        Case("a bare host", "www.n.example/1", base: "http://b.example/", "http://www.n.example/1"),
        Case("the base's host without a scheme", "n.example/1", base: "https://N.example/a/b", "https://n.example/1"),
        Case("another name with a dot", "o.example/1", base: "http://n.example/a/b", "http://n.example/a/o.example/1"),
        Case("a file that begins like a host", "www.html", base: "http://b.example/a", "http://b.example/www.html"),
        Case("backslashes", "http:\\\\n.example\\a?b\\c", base: nil, "http://n.example/a?b\\c"),
        Case("three slashes", "http:///n.example/a", base: nil, "http://n.example/a"),
        Case("one slash, no base", "http:/n.example/a", base: nil, "http://n.example/a"),
        Case("base without path", "a", base: "http://n.example", "http://n.example/a"),
        Case("query on a base without path", "?a", base: "http://n.example", "http://n.example?a"),
        Case("feed scheme", "feed://n.example/rss", base: nil, "http://n.example/rss"),
        Case("feed scheme before another", "feed:https://n.example/rss", base: nil, "https://n.example/rss"),
        Case("escaped dots", "%2e%2E/g", "http://a/b/g"),
        Case("mail", "mailto:a@n.example", base: nil, "mailto:a@n.example"),
        Case("magnet", "magnet:?xt=urn:btih:00", base: nil, "magnet:?xt=urn:btih:00"),
        Case("a scheme that runs", "javascript:alert(1)", nil),
        Case("one hidden by a line break", "java\nscript:alert(1)", nil),
        Case("one hidden by a mark", "\u{1}javascript:alert(1)", nil),
        Case("data", "data:text/html,x", nil),
        Case("no host", "http://", base: nil, nil),
        Case("only a port", "http://:80/", base: nil, nil),
    ]

    @Test("a reference is resolved", arguments: normal + abnormal + web)
    func resolves(_ c: Case) {
        #expect(WebLink.resolve(c.reference, base: c.base) == c.result)
    }

    @Test("what was resolved stays as it is", arguments: normal + abnormal + web)
    func resolvesOnce(_ c: Case) {
        guard let once = c.result else { return }
        #expect(WebLink.resolve(once, base: "https://other.example/x/y") == once)
    }

    @Test("a reference without a base stays as it is, unless it could run")
    func references() {
        #expect(WebLink.reference("/a b", base: nil) == "/a%20b")
        #expect(WebLink.reference("a/b", base: "http://n.example/") == "http://n.example/a/b")
        #expect(WebLink.reference("http://n.example/1", base: nil) == "http://n.example/1")
        for link in ["javascript:x", "java\u{200B}script:x", "x:y", "", "//"] {
            #expect(WebLink.reference(link, base: nil) == nil)
        }
        #expect(WebLink.reference("javascript:x", base: "http://n.example/") == nil)
    }

    @Test("host and origin")
    func hostAndOrigin() {
        #expect(WebLink.host(of: "https://User:pw@News.Example:8443/a") == "news.example")
        #expect(WebLink.origin(of: "https://User:pw@News.Example:8443/a") == "https://news.example:8443")
        #expect(WebLink.origin(of: "HTTP://news.example:80/a") == "http://news.example")
        #expect(WebLink.origin(of: "https://news.example:80/a") == "https://news.example:80")
        #expect(WebLink.host(of: "http://[::1]:80/") == "[::1]")
        #expect(WebLink.host(of: "http://[2001:db8::7]/") == "[2001:db8::7]")
        #expect(WebLink.host(of: "mailto:a@news.example") == nil)
        #expect(WebLink.host(of: "/a") == nil)
        #expect(WebLink.isWeb("http://news.example"))
        #expect(!WebLink.isWeb("ftp://news.example"))
        #expect(!WebLink.isWeb("http:news"))
    }

    static let same = [
        ("scheme and case of the host", "https://News.Example/a", "http://news.example/a"),
        ("default port", "https://news.example:443/a", "http://news.example/a"),
        ("trailing slash", "http://news.example/a/", "http://news.example/a"),
        ("root", "http://news.example/", "http://news.example"),
        ("fragment", "http://news.example/a#b", "http://news.example/a"),
        ("tracking", "http://news.example/a?utm_source=rss&id=7&fbclid=x", "http://news.example/a?id=7"),
        ("only tracking", "http://news.example/a?UTM_Source=rss", "http://news.example/a"),
        ("letters escaped or not", "http://news.example/%D8%AE%d8%a8%D8%B1", "http://news.example/خبر"),
        ("needless escapes", "http://news.example/%61%7e", "http://news.example/a~"),
        ("dot segments", "http://news.example/x/../a", "http://news.example/a"),
    ]

    @Test("links to one page compare equal", arguments: same)
    func comparesEqual(name: String, left: String, right: String) {
        let form = WebLink.canonical(left)
        #expect(form == WebLink.canonical(right))
        #expect(WebLink.canonical(form) == form)
    }

    static let different = [
        ("www", "http://www.news.example/a", "http://news.example/a"),
        ("mobile", "http://m.news.example/a", "http://news.example/a"),
        ("port", "http://news.example:8080/a", "http://news.example/a"),
        ("query", "http://news.example/?p=1", "http://news.example/?p=2"),
        ("case of the path", "http://news.example/A", "http://news.example/a"),
        ("an escaped slash", "http://news.example/a%2Fb", "http://news.example/a/b"),
        ("a parameter that only looks like tracking", "http://news.example/?utm=1", "http://news.example/"),
    ]

    @Test("links to two pages do not", arguments: different)
    func comparesUnequal(name: String, left: String, right: String) {
        #expect(WebLink.canonical(left) != WebLink.canonical(right))
    }

    @Test("names that are no web links compare as they are")
    func foreignNames() {
        #expect(WebLink.canonical(" urn:uuid:7 ") == "urn:uuid:7")
    }
}
