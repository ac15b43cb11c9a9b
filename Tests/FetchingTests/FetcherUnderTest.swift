import Loopback
import NewsModel
import Testing

@testable import Fetching

/// The User-Agent of the tests.
let testAgent = "Rasid/0.0 (+https://example.org/bot)"

/// Settings that reach loopback without pauses.
func testSettings(_ change: (inout FetchSettings) -> Void = { _ in }) -> FetchSettings {
    var settings = FetchSettings()
    settings.allowPrivate = [AddressRange(bytes: [127, 0, 0, 0], prefixLength: 8)].compactMap { $0 }
    settings.hostDelay = .zero
    settings.timeout = .seconds(10)
    change(&settings)
    return settings
}

/// Runs `body` with a server that follows `script` and a fetcher that may reach it, and ends both.
func withServer(
    _ settings: FetchSettings = testSettings(), _ script: @escaping @Sendable (ScriptedServer.Request) -> Reply,
    _ body: (ScriptedServer, Fetcher) async throws -> Void
) async throws {
    let server = try ScriptedServer(script)
    let fetcher = try Fetcher(settings, userAgent: testAgent)
    defer { server.stop() }
    do {
        try await body(server, fetcher)
    } catch {
        await fetcher.shutdown()
        throw error
    }
    await fetcher.shutdown()
}

extension Fetcher {
    /// The error that a request must end with.
    func failure(_ request: FetchRequest, sourceLocation: SourceLocation = #_sourceLocation) async -> FetchError? {
        do throws(FetchError) {
            let response = try await fetch(request)
            Issue.record("answered \(response.status) from \(response.finalURL)", sourceLocation: sourceLocation)
            return nil
        } catch {
            return error
        }
    }
}

extension FetchResponse {
    var text: String { String(decoding: body, as: UTF8.self) }
}
