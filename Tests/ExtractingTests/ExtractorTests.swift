import Extracting
import NewsModel
import Testing

@Suite("Extracting")
struct ExtractorTests {
    @Test("the paragraphs of a feed's content")
    func fragment() {
        let paragraphs = Extractor().paragraphs(
            ofFragment: "<p>One &amp; <b>two</b>.</p><ul><li>three</li></ul><h2>four</h2>five", baseURL: nil)
        #expect(paragraphs.map(\.text) == ["One & two.", "three", "four", "five"])
        #expect(paragraphs.map(\.kind) == [.paragraph, .listItem, .heading(level: 2), .paragraph])
    }
}
