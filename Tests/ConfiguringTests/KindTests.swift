import NewsModel
import Testing

@testable import Configuring

@Suite("kinds of values")
struct KindTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        let isAllowed: Bool
        var testDescription: String { "“\(text.prefix(60))”" }

        init(_ text: String, _ isAllowed: Bool) {
            self.text = text
            self.isAllowed = isAllowed
        }
    }

    static let sizes: [(String, Int?)] = [
        ("1KiB", 1_024), ("500KB", 500_000), ("8MiB", 8_388_608), ("2MB", 2_000_000), ("2048B", 2_048),
        ("256MiB", 268_435_456), ("8", nil), ("1023B", nil), ("257MiB", nil), ("1GB", nil), ("8 MiB", nil),
        ("8mib", nil), ("8M", nil), ("1.5MiB", nil), ("MiB", nil), ("", nil), ("-1MiB", nil), ("99999999999GiB", nil),
    ]

    @Test("a text is a size from 1KiB to 256MiB or refused", arguments: sizes)
    func size(_ text: String, _ bytes: Int?) {
        #expect(value(text, of: .size(1_024...256 << 20)) == bytes)
    }

    static let counts: [(String, Int?)] = [
        ("1", 1), ("64", 64), ("007", 7), ("0", nil), ("65", nil), ("", nil), ("1.0", nil), ("0x10", nil), ("1_0", nil),
        ("-1", nil), ("+1", nil), ("٣", nil), ("99999999999999999999", nil), ("many", nil),
    ]

    @Test("a text is a count from 1 to 64 or refused", arguments: counts)
    func count(_ text: String, _ number: Int?) {
        #expect(value(text, of: .count(1...64, of: "things")) == number)
    }

    static let webAddresses = [
        Case("https://www.aljazeera.net/rss", true), Case("http://127.0.0.1:8080/feed?x=1&y=2#z", true),
        Case("HTTPS://Example.ORG", true), Case("https://[2001:db8::1]:8443/feed", true),
        Case("https://موقع.وزارة/خلاصة", true), Case("https://example.org/a@b", true),
        Case("https://a_b.example/", true),

        Case("example.org/feed", false), Case("//example.org/feed", false), Case("feed://example.org/rss", false),
        Case("ftp://example.org/feed", false), Case("file:///etc/passwd", false), Case("https://", false),
        Case("https:///feed", false), Case("https://user:secret@example.org/feed", false),
        Case("https://user@example.org/", false), Case("https://example.org:0/", false),
        Case("https://example.org:65536/", false), Case("https://example.org:http/", false),
        Case("https://example.org:/", false), Case("https://exa mple.org/", false),
        Case("https://example.org/a b", false),
        Case("https://example.org\\@evil.example/", false), Case("https://example..org/", false),
        Case("https://[2001:db8::1/feed", false), Case("https://[127.0.0.1]/", false), Case("https://a,b/", false),
        Case("https://example.org/" + String(repeating: "x", count: 2_048), false),
    ]

    @Test("a web address is http or https, with a host and without a password", arguments: webAddresses)
    func webAddress(_ c: Case) {
        #expect((value(c.text, of: .webAddress("a feed")) != nil) == c.isAllowed)
    }

    static let proxies = [
        Case("http://proxy.example:3128", true), Case("socks5h://127.0.0.1:1080/", true),
        Case("http://proxy.example", false), Case("socks5://127.0.0.1:1080", false),
        Case("http://user:pw@proxy.example:3128", false), Case("http://proxy.example:3128/path", false),
        Case("proxy.example:3128", false),
    ]

    @Test("a proxy has a host and a port", arguments: proxies)
    func proxy(_ c: Case) {
        #expect((value(c.text, of: .proxy) != nil) == c.isAllowed)
    }

    static let places = [
        Case("127.0.0.1:9464", true), Case("127.9.9.9:1", true), Case("[::1]:65535", true),
        Case("unix:/run/rasid/metrics.sock", true),
        Case("0.0.0.0:9464", false), Case("[::]:9464", false), Case("192.168.1.1:9464", false), Case(":9464", false),
        Case("128.0.0.1:9464", false), Case("[2001:db8::1]:9464", false), Case("[::ffff:127.0.0.1]:9464", false),
        Case("localhost:9464", false), Case("127.0.0.1", false), Case("127.0.0.1:0", false),
        Case("127.0.0.1:65536", false), Case("127.0.0.1:x", false), Case("::1:9464", false),
        Case("[127.0.0.1]:9464", false), Case("unix:metrics.sock", false), Case("unix:", false), Case("9464", false),
        Case("unix:/" + String(repeating: "x", count: 107), false),
    ]

    @Test("metrics are offered where only this machine reaches them", arguments: places)
    func place(_ c: Case) {
        let place = value(c.text, of: .listeningPlace)
        #expect((place != nil) == c.isAllowed)
        #expect(place.map(\.description) == (c.isAllowed ? c.text : nil))
    }

    static let ranges: [(String, [UInt8]?, Int)] = [
        ("127.1.0.0/16", [127, 1, 0, 0], 16), ("10.0.0.1", [10, 0, 0, 1], 32), ("0.0.0.0/0", [0, 0, 0, 0], 0),
        ("fd00::/8", [0xFD] + Array(repeating: 0, count: 15), 8), ("::1", Array(repeating: 0, count: 15) + [1], 128),
        ("192.168.1.129/25", nil, 0), ("127.1.0.0/33", nil, 0), ("127.1/16", nil, 0), ("127.1.0.0/", nil, 0),
        ("127.1.0.0/+8", nil, 0), ("fd00::1/8", nil, 0), ("fd00::/129", nil, 0), ("localhost", nil, 0), ("", nil, 0),
        ("10.0.0.0/8/8", nil, 0), ("256.0.0.0/8", nil, 0),
    ]

    @Test("an address range is a network in CIDR notation or one address", arguments: ranges)
    func addressRange(_ text: String, _ bytes: [UInt8]?, _ length: Int) {
        let expected = bytes.flatMap { AddressRange(bytes: $0, prefixLength: length) }
        let range = value(text, of: .addressRange)
        #expect(range == expected)
        if let range { #expect(value(Scalar.addressRange.written(range), of: .addressRange) == range) }
    }

    static let contacts = [
        Case("https://example.org/about-our-bot", true), Case("desk@example.org", true),
        Case("desk", false), Case("desk@", false), Case("@example.org", false), Case("desk@example", false),
        Case("a@b@example.org", false), Case("desk@example.org) Mozilla/5.0 (x", false),
        Case("مكتب@example.org", false),
        Case("https://user:pw@example.org/", false), Case("mail us", false),
    ]

    @Test("a contact is a page or a mail address that cannot break out of the User-Agent", arguments: contacts)
    func contact(_ c: Case) {
        #expect((value(c.text, of: .contact) != nil) == c.isAllowed)
    }

    static let names = [
        Case("aljazeera", true), Case("al-jazeera.net_2", true), Case("7", true),
        Case(String(repeating: "a", count: 64), true),
        Case("AlJazeera", false), Case("al jazeera", false), Case("الجزيرة", false), Case(".hidden", false),
        Case("", false),
        Case("a/b", false), Case(String(repeating: "a", count: 65), false),
    ]

    @Test("a feed's name can stand in a file name", arguments: names)
    func name(_ c: Case) {
        #expect((value(c.text, of: .feedName) != nil) == c.isAllowed)
    }

    static let languages = [
        Case("ar", true), Case("en", true), Case("no", true), Case("ckb", true),
        Case("AR", false), Case("ar-EG", false), Case("arabic", false), Case("a", false), Case("عر", false),
    ]

    @Test("a language is a primary tag", arguments: languages)
    func language(_ c: Case) {
        #expect((value(c.text, of: .language) != nil) == c.isAllowed)
    }

    static let texts = [
        Case("الشرق الأوسط: أخبار", true), Case("x", true), Case(String(repeating: "ط", count: 200), true),
        Case("", false), Case("a\nb", false), Case("a\u{7F}b", false), Case("a\u{2028}b", false),
        Case(String(repeating: "ط", count: 201), false),
    ]

    @Test("a text is one line of bounded length", arguments: texts)
    func text(_ c: Case) {
        #expect((value(c.text, of: .text("a name")) != nil) == c.isAllowed)
    }

    static let paths = [
        Case("./articles", true), Case("/var/lib/rasid", true), Case("مقالات", true), Case("a~b", true),
        Case("~/articles", false), Case("", false), Case("a\u{0}b", false), Case("a\nb", false),
    ]

    @Test("a path is not expanded", arguments: paths)
    func path(_ c: Case) {
        #expect((value(c.text, of: .path("a directory")) != nil) == c.isAllowed)
    }

    @Test(
        "a flag is true or false",
        arguments: [("true", true), ("false", false), ("yes", nil), ("True", nil), ("1", nil)])
    func flag(_ text: String, _ flag: Bool?) {
        #expect(value(text, of: .flag) == flag)
    }
}
