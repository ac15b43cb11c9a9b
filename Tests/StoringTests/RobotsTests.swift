import NewsModel
import Testing

@testable import Storing

@Suite("Remembered robots.txt")
struct RobotsTests {
    @Test("it comes back as it was, those that expire first first, without what was forgotten")
    func roundTrip() throws {
        let scratch = try Scratch()
        let archive = try scratch.open()
        #expect(try archive.robots().isEmpty)
        let late = RobotsRecord(
            origin: "https://a.example", rules: "User-agent: *\nDisallow: /",
            validators: Validators(url: "https://a.example/robots.txt", etag: "\"1\"", lastModified: "Mon"),
            expires: Scratch.now + .seconds(60))
        let early = RobotsRecord(origin: "http://b.example:8080", rules: nil, validators: nil, expires: Scratch.now)
        let gone = RobotsRecord(origin: "https://c.example", rules: "", validators: nil, expires: Scratch.now)
        try archive.save(robots: [gone, late], forgotten: [])
        try archive.save(robots: [early], forgotten: ["https://c.example", "https://never.example"])
        archive.close()

        let reader = try Archive.openReadOnly(state: scratch.state)
        #expect(try reader.robots() == [early, late])
    }
}
