import Testing

@testable import Fetching

@Suite("URLs")
struct WebURLTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let url: String
        let text: String
        let origin: String
        var testDescription: String { url }
    }

    static let spellings: [Case] = [
        Case(url: "http://example.org", text: "http://example.org/", origin: "http://example.org"),
        Case(url: "HTTP://EXAMPLE.org:80/A", text: "http://example.org/A", origin: "http://example.org"),
        Case(url: "https://example.org:443/", text: "https://example.org/", origin: "https://example.org"),
        Case(url: "https://example.org:80/", text: "https://example.org:80/", origin: "https://example.org:80"),
        Case(url: "http://user:pass@example.org/", text: "http://example.org/", origin: "http://example.org"),
        Case(url: "http://example.org/a#b?c", text: "http://example.org/a", origin: "http://example.org"),
        Case(url: "http://example.org?q=1", text: "http://example.org/?q=1", origin: "http://example.org"),
        Case(url: " http://example.org/a b\n", text: "http://example.org/a%20b", origin: "http://example.org"),
        Case(url: "http://example.org/a/../b", text: "http://example.org/b", origin: "http://example.org"),
        Case(
            url: "http://example.org/%d8%a3?x=%2f&&", text: "http://example.org/%d8%a3?x=%2f&&",
            origin: "http://example.org"),
        Case(
            url: "http://example.org/أ?ب=ت", text: "http://example.org/%D8%A3?%D8%A8=%D8%AA",
            origin: "http://example.org"),
        Case(
            url: "http://موقع.وزارة-الاتصالات.مصر/أ",
            text: "http://xn--4gbrim.xn----ymcbaaajlc6dj7bxne2c.xn--wgbh1c/%D8%A3",
            origin: "http://xn--4gbrim.xn----ymcbaaajlc6dj7bxne2c.xn--wgbh1c"),
        Case(
            url: "http://[2001:DB8::1]:8080/", text: "http://[2001:db8::1]:8080/", origin: "http://[2001:db8::1]:8080"),
        Case(url: "http://0x7f.1/", text: "http://127.0.0.1/", origin: "http://127.0.0.1"),
    ]

    @Test(
        "one spelling for what is asked",
        arguments: spellings)
    func spelling(_ test: Case) throws {
        let url = try WebURL(test.url)
        #expect(url.text == test.text)
        #expect(url.origin.description == test.origin)
        #expect(try WebURL(url.text) == url)
    }

    static let references: [(String, String)] = [
        ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"), ("/g", "http://a/g"),
        ("//g", "http://g/"), ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"),
        ("#s", "http://a/b/c/d;p?q"), ("g#s", "http://a/b/c/g"), (";x", "http://a/b/c/;x"),
        ("", "http://a/b/c/d;p?q"), ("../g", "http://a/b/g"), ("../../g", "http://a/g"),
        ("../../../g", "http://a/g"), ("/./g", "http://a/g"), ("https://b/x", "https://b/x"),
        ("//user@g:81/x", "http://g:81/x"), ("/a:b", "http://a/a:b"),
    ]

    @Test(
        "references are resolved as RFC 3986 section 5.4 says",
        arguments: references)
    func resolving(reference: String, result: String) throws {
        #expect(try WebURL("http://a/b/c/d;p?q").resolving(reference).text == result)
    }

    @Test("too long is no URL")
    func long() {
        #expect(throws: WebURL.Fault.badURL) { try WebURL("http://a/" + String(repeating: "x", count: 9000)) }
        #expect(throws: WebURL.Fault.badURL) { try WebURL("http://a/" + String(repeating: "أ", count: 2000)) }
    }
}
