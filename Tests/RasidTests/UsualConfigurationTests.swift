import FoundationEssentials
import Testing

@testable import rasid

@Suite("The configuration that is read when none is named")
struct UsualConfigurationTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let isHere: Bool
        let isInstalled: Bool
        let isOfTheService: Bool
    }

    static let cases = [
        Case(testDescription: "one here", isHere: true, isInstalled: false, isOfTheService: false),
        Case(testDescription: "one here and one installed", isHere: true, isInstalled: true, isOfTheService: false),
        Case(testDescription: "one installed alone", isHere: false, isInstalled: true, isOfTheService: true),
        // What is then complained of is the file a person would write.
        Case(testDescription: "none", isHere: false, isInstalled: false, isOfTheService: false),
    ]

    @Test("the one of the current directory goes before the one of the service", arguments: cases)
    func path(_ c: Case) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "rasid-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let here = folder.appending(path: "here.yaml")
        let ofTheService = folder.appending(path: "service.yaml")
        if c.isHere { try Data().write(to: here) }
        if c.isInstalled { try Data().write(to: ofTheService) }
        let path = UsualConfiguration.path(here: here.path, ofTheService: ofTheService.path)
        #expect(path == (c.isOfTheService ? ofTheService : here).path)
    }
}
