import Testing

@testable import Polling

@Suite("The site of a page")
struct SiteLearningTests {
    @Test(
        "its host, without www",
        arguments: [
            ("https://www.example.org/a", "example.org"), ("https://m.example.org/a", "m.example.org"),
            ("https://example.org:8080/a", "example.org"), ("not a link", nil),
        ] as [(String, String?)])
    func host(_ url: String, _ host: String?) {
        #expect(SitePage.host(of: url) == host)
    }
}
