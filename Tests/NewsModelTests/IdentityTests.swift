import NewsModel
import Testing

@Suite("names and hashes")
struct IdentityTests {
    @Test("names of feeds", arguments: ["a", "aljazeera.net", "a-b_c.9", String(repeating: "a", count: 64)])
    func feedNames(name: String) {
        #expect(FeedID(name)?.name == name)
    }

    @Test(
        "what could not stand in a file name is no feed's name",
        arguments: ["", ".", ".hidden", "A", "a b", "a/b", "../a", "خبر", "a\u{0}", String(repeating: "a", count: 65)])
    func badFeedNames(name: String) {
        #expect(FeedID(name) == nil)
    }

    @Test("an article has one name, in every run")
    func articleName() throws {
        let feed = try #require(FeedID("a"))
        #expect(ArticleID(feed: feed, identity: "urn:1").text == "0bafae93ec28")
        #expect(ArticleID(feed: feed, identity: "urn:1") != ArticleID(feed: feed, identity: "urn:2"))
    }

    @Test("where one text ends and the next begins matters")
    func boundaries() throws {
        #expect(StableHash.of("ab", "c") != StableHash.of("a", "bc"))
        #expect(StableHash.of("a") != StableHash.of("a", ""))
        let (a, ab) = (try #require(FeedID("a")), try #require(FeedID("ab")))
        #expect(ArticleID(feed: a, identity: "bc") != ArticleID(feed: ab, identity: "c"))
    }

    @Test(
        "ids are 12 hexadecimal digits and nothing else",
        arguments: ["", "0123456789a", "0123456789AB", "0123456789abc", "0123456789xy"])
    func badArticleIDs(text: String) {
        #expect(ArticleID(text) == nil)
        #expect(StoryID("s-" + text) == nil)
    }

    @Test("a story is named after its first article")
    func story() throws {
        let article = try #require(ArticleID("0123456789ab"))
        #expect(StoryID(startedBy: article).text == "s-0123456789ab")
        #expect(StoryID("s-0123456789ab") == StoryID(startedBy: article))
        #expect(StoryID("0123456789ab") == nil)
    }

    @Test("a hash of small numbers still has all its digits")
    func leadingZeros() {
        #expect(ArticleID(hash: 1).text == "000000000000")
        #expect(ArticleID(hash: 1 << 16).text == "000000000001")
    }

    @Test("a change of one bit changes about half of the hash's bits")
    func spread() {
        for bit in 0..<64 {
            let changed = (StableHash.mix(0x1234_5678) ^ StableHash.mix(0x1234_5678 ^ 1 << UInt64(bit))).nonzeroBitCount
            #expect((12...52).contains(changed))
        }
    }

    @Test("bytes and text hash alike")
    func bytesAndText() {
        var text = StableHash()
        text.add("خبر")
        #expect(text.value == StableHash.of(Array("خبر".utf8)))
        #expect(StableHash.of([]) == StableHash().value)
    }
}

@Suite("address ranges")
struct AddressRangeTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let range: (bytes: [UInt8], prefix: Int)
        let address: [UInt8]
        let contains: Bool

        var testDescription: String { name }
    }

    static let cases = [
        Case(name: "inside", range: ([127, 0, 0, 0], 8), address: [127, 255, 0, 1], contains: true),
        Case(name: "outside", range: ([127, 0, 0, 0], 8), address: [128, 0, 0, 1], contains: false),
        Case(
            name: "a prefix inside a byte", range: ([172, 16, 0, 0], 12), address: [172, 31, 255, 255], contains: true),
        Case(name: "just beyond it", range: ([172, 16, 0, 0], 12), address: [172, 32, 0, 0], contains: false),
        Case(name: "one address", range: ([10, 1, 2, 3], 32), address: [10, 1, 2, 3], contains: true),
        Case(name: "its neighbour", range: ([10, 1, 2, 3], 32), address: [10, 1, 2, 2], contains: false),
        Case(name: "everything", range: ([0, 0, 0, 0], 0), address: [255, 1, 2, 3], contains: true),
        Case(
            name: "the other family", range: ([0, 0, 0, 0], 0), address: Array(repeating: 0, count: 16), contains: false
        ),
        Case(
            name: "IPv6", range: ([0xFD] + Array(repeating: 0, count: 15), 8),
            address: [0xFD] + Array(repeating: 7, count: 15), contains: true),
    ]

    @Test("contains", arguments: cases)
    func contains(_ c: Case) throws {
        let range = try #require(AddressRange(bytes: c.range.bytes, prefixLength: c.range.prefix))
        #expect(range.contains(c.address) == c.contains)
    }

    @Test("ranges of no family")
    func impossible() {
        #expect(AddressRange(bytes: [1, 2, 3], prefixLength: 8) == nil)
        #expect(AddressRange(bytes: [1, 2, 3, 4], prefixLength: 33) == nil)
        #expect(AddressRange(bytes: [1, 2, 3, 4], prefixLength: -1) == nil)
    }
}
