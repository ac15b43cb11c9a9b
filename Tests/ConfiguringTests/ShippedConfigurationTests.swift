import NewsModel
import Testing

@testable import Configuring

@Suite("the feeds.yaml that comes with Rasid")
struct ShippedConfigurationTests {
    private static let file = #filePath.split(separator: "/").dropLast(3).map { "/\($0)" }.joined() + "/feeds.yaml"

    @Test("is right, and nothing in it looks like an oversight")
    func isRight() throws {
        let settings = try Configuration.load(path: Self.file).settings
        #expect(settings.warnings == [])
        #expect(settings.feeds.count >= 25)
    }

    @Test("sets nothing but defaults besides its feeds, as it says")
    func defaults() throws {
        var settings = try Configuration.load(path: Self.file).settings
        settings.feeds = []
        settings.outbox.directory = ""
        settings.state = ""
        #expect(settings == Settings())
    }

    @Test("shows every setting there is")
    func showsAll() throws {
        let text = try ConfigurationFile(path: Self.file).text
        let words = Set(text.split { !($0.isASCII && ($0.isLetter || $0 == "_")) }.map(String.init))
        let keys = SettingsReference().entries.map { $0.key.split(separator: ".").last.map(String.init) ?? "" }
        #expect(keys.filter { !words.contains($0) } == [])
    }
}
