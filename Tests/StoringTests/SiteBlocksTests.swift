import NewsModel
import Testing

@testable import Storing

@Suite("What was learned of sites")
struct SiteBlocksTests {
    @Test("it comes back in the order of use, without what was forgotten")
    func roundTrip() throws {
        let scratch = try Scratch()
        let archive = try scratch.open()
        #expect(try archive.siteBlocks().isEmpty)
        try archive.save(siteBlocks: [("a.example", [1, 2]), ("b.example", [])], forgotten: [], now: Scratch.now)
        try archive.save(
            siteBlocks: [("c.example", [3]), ("a.example", [4])], forgotten: ["b.example", "never.example"],
            now: Scratch.now + .seconds(60))
        archive.close()

        let reader = try Archive.openReadOnly(state: scratch.state)
        #expect(try reader.siteBlocks().map(\.host) == ["c.example", "a.example"])
        #expect(try reader.siteBlocks().map(\.bytes) == [[3], [4]])
    }
}
