import Loopback
import NewsModel

/// A publisher and a watch under one clock.
struct Scene {
    let clock: TestClock
    let site: Site
    let watch: DrivenWatch
}

/// A feed of the publisher as feeds.yaml lists it.
struct Listed: Sendable {
    var name = "f"
    var path = "/feed"
    /// Any of 127.0.0.0/8; each is a host of its own.
    var host = "127.0.0.1"
    /// More settings: `, full_text: never`.
    var more = ""

    func line(_ site: Site) -> String {
        "  - { name: \(name), url: \"\(site.url(path, host: host))\"\(more) }\n"
    }
}

/// Runs `body` with a publisher that answers as `script` says, and a watch over its feeds.
///
/// - Parameters:
///   - settings: lines of feeds.yaml before the feeds.
///   - feed: more settings of the one feed, `f` at `/feed`: `, full_text: never`.
///   - feeds: in place of that one.
func scene(
    settings: String = "", feed: String = "", feeds: [Listed] = [], _ script: @escaping Site.Script,
    _ body: (Scene) async throws -> Void
) async throws {
    let clock = TestClock()
    let site = try Site(clock, script)
    defer { site.stop() }
    let listed = feeds.isEmpty ? [Listed(more: feed)] : feeds
    let watch = try DrivenWatch(clock, settings: settings, feeds: listed.map { $0.line(site) }.joined())
    do {
        try await body(Scene(clock: clock, site: site, watch: watch))
    } catch {
        await watch.end()
        throw error
    }
    await watch.end()
}
