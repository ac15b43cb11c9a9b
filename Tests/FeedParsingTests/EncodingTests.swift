import FeedParsing
import NewsModel
import Testing

@Suite("charsets of feeds")
struct EncodingTests {
    private static let windows1256: [UInt8] = [0xC3, 0xCE, 0xC8, 0xC7, 0xD1]

    private func feed(title: [UInt8], declared: String?, header: String?) throws -> Feed {
        let declaration = declared.map { "<?xml version='1.0' encoding='\($0)'?>" } ?? ""
        let bytes =
            Array((declaration + "<rss version='2.0'><channel><title>").utf8) + title
            + Array("</title><item/></channel></rss>".utf8)
        let headers = header.map { [(name: "Content-Type", value: $0)] } ?? []
        return try FeedParser.parse(bytes, context: FeedContext(headers: headers, now: now))
    }

    @Test("by declaration, by header in quotation marks")
    func declared() throws {
        #expect(try feed(title: Self.windows1256, declared: "windows-1256", header: nil).title == "أخبار")
        let byHeader = try feed(title: Self.windows1256, declared: nil, header: "text/xml; charset=\"windows-1256\"")
        #expect(byHeader.title == "أخبار")
        #expect(byHeader.encoding == "windows-1256")
        #expect(!byHeader.malformed)
    }

    @Test("UTF-8 that is labelled otherwise is read as UTF-8, and noted")
    func overridden() throws {
        let feed = try feed(title: Array("أخبار".utf8), declared: "windows-1252", header: nil)
        #expect(feed.title == "أخبار")
        #expect(feed.malformed)
        #expect(feed.warnings.map(\.code) == ["encoding_overridden"])
    }

    @Test(
        "text that was read in a wrong encoding before is repaired, and noted",
        arguments: [
            "Ø§Ù„Ù‚Ø§Ù‡Ø±Ø©", "ط§ظ„ظ‚ط§ظ‡ط±ط©", "a ط§ظ„ظ‚ط§ظ‡ط±ط©",
            "ÇáÞÇåÑÉ ÚÇÕãÉ ãÕÑ æåí ãÏíäÉ ßÈíÑÉ",
        ])
    func misread(_ title: String) throws {
        let feed = try feed(title: Array(title.utf8), declared: nil, header: nil)
        #expect(feed.title?.contains("القاهرة") == true)
        #expect(feed.warnings.map(\.code) == ["misread_text"])
    }

    @Test("Arabic and French that only resemble it stay", arguments: ["ط", "خط «أ» وظل", "Ça va à Ávila"])
    func soundText(_ title: String) throws {
        let feed = try feed(title: Array(title.utf8), declared: nil, header: nil)
        #expect(feed.title == title)
        #expect(!feed.malformed)
    }

    @Test("one bad byte costs one letter")
    func damaged() throws {
        let feed = try feed(title: Array("أخ".utf8) + [0xFF] + Array("بار".utf8), declared: "utf-8", header: nil)
        #expect(feed.title == "أخ\u{FFFD}بار")
        #expect(feed.malformed)
    }
}
