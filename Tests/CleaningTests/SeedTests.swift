import FoundationEssentials
import NewsModel
import Testing

@testable import Cleaning

@Suite("Whole texts")
struct SeedTests {
    /// What a text must come out as.
    struct Expectation: Decodable {
        let title: String?
        let outlet: String?
        let source: String?
        let published: String?
        let authors: [String]
        let tags: [String]
        let paragraphs: [String]
    }

    @Test("text and metadata are exactly as annotated", arguments: Fixture.names)
    func matches(_ name: String) throws {
        let expected = try JSONDecoder().decode(Expectation.self, from: Data(Fixture.bytes(name, "expected.json")))
        let article = Carrier.clean(try Fixture.text(name)).article
        #expect(article.paragraphs.map(\.text) == expected.paragraphs)
        #expect(article.title == expected.title)
        #expect(article.outlet == expected.outlet)
        #expect(article.source == expected.source)
        #expect(article.published?.iso8601 == expected.published)
        #expect(article.authors == expected.authors)
        #expect(article.tags == expected.tags)
    }
}

/// The texts in Fixtures: one folder each, with `source.txt` and `expected.json`.
enum Fixture {
    static let names = ["seed-000", "seed-001", "seed-002", "seed-003", "seed-004"]

    static func text(_ name: String) throws -> String {
        String(decoding: try bytes(name, "source.txt"), as: UTF8.self)
    }

    static func bytes(_ name: String, _ file: String) throws -> [UInt8] {
        let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
        return Array(try Data(contentsOf: URL(filePath: "/\(folder)/Fixtures/\(name)/\(file)")))
    }
}
