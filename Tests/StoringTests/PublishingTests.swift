import NewsModel
import Testing

@testable import Storing

@Suite("Publishing")
struct PublishingTests {
    @Test("an article becomes one file, one line and one row")
    func oneOfEach() throws {
        let scratch = try Scratch()
        let archive = try scratch.open()

        let results = try archive.take([1])

        let name = try #require(try scratch.files().first)
        let file = try #require(try scratch.bytes(name))
        #expect(results == [PublicationResult(id: results[0].id, outcome: .written(file: name, seq: 1))])
        #expect(name == "20260922T101232Z-aljazeera-\(results[0].id).md")
        let line = try #require(try scratch.journal().first)
        #expect(line.event == .new && line.file == name && line.sha256 == SHA256.hexadecimal(of: file))
        #expect(line.bytes == file.count)
        #expect(try archive.statistics().files == 1)
    }
}
