import Loopback
import NewsModel
import Testing

@testable import Polling

@Suite("Etiquette C: redirects")
struct Redirects {
    /// A publisher whose `/feed` redirects to `/new` with a status, and whose other paths are feeds.
    private static func moving(_ status: Int) -> Site.Script {
        { visit, _ in visit.path == "/feed" ? .redirect(status, to: "/new") : .feed(to: visit) }
    }

    @Test("etiquette 27: a permanent redirect is believed after five polls over a day", arguments: [301, 308])
    func permanent(status: Int) async throws {
        try await scene(settings: "poll: { interval: 4h, max: 4h }", Self.moving(status)) { scene in
            await scene.watch.poll(times: 12)
            let asked = scene.site.visits(to: "/feed")
            let last = try #require(asked.last)
            #expect(asked.count >= 5 && asked.count < 10, "\(asked.count)")
            #expect(last.at - TestClock.start >= .seconds(86_400))
            #expect(scene.site.visits(to: "/new").count == 12)
            #expect(scene.site.visits.drop { $0.at <= last.at }.allSatisfy { $0.path == "/new" && $0.isConditional })
        }
    }

    @Test("etiquette 27: a redirect to what is no feed is not believed")
    func permanentToNoFeed() async throws {
        try await scene { visit, number in
            if visit.path == "/feed" { return number == 1 ? .feed() : .redirect(301, to: "/login") }
            return .html("<html><body>Please log in</body></html>")
        } _: { scene in
            await scene.watch.poll(times: 12)
            #expect(scene.site.visits(to: "/feed").count == 12)
            let record = try scene.watch.record()
            #expect(record.redirect == nil)
        }
    }

    @Test("etiquette 27: when the new address dies, the old one is asked again")
    func adoptedTargetDies() async throws {
        try await scene(settings: "poll: { interval: 4h, max: 4h }") { visit, number in
            if visit.path == "/feed" {
                return number < 20 && visit.at < TestClock.start + .seconds(3 * 86_400)
                    ? .redirect(301, to: "/new") : .feed(to: visit)
            }
            return visit.at < TestClock.start + .seconds(3 * 86_400) ? .feed(to: visit) : .status(404)
        } _: { scene in
            await scene.watch.poll(for: .seconds(2 * 86_400))
            let before = try scene.watch.record()
            #expect(before.redirect?.isAdopted == true)
            await scene.watch.poll(for: .seconds(4 * 86_400))
            let record = try scene.watch.record()
            #expect(record.state == .ok && record.redirect == nil)
            #expect(scene.site.visits.last?.path == "/feed")
        }
    }

    @Test("etiquette 28: other redirects never change the address", arguments: [302, 303, 307])
    func temporary(status: Int) async throws {
        try await scene(settings: "poll: { interval: 4h, max: 4h }", Self.moving(status)) { scene in
            await scene.watch.poll(times: 15)
            #expect(scene.site.visits(to: "/feed").count == 15)
            #expect(scene.site.visits(to: "/new").count == 15)
        }
    }

    @Test("etiquette 29: of a chain only the leading permanent part is believed")
    func chain() async throws {
        try await scene(settings: "poll: { interval: 4h, max: 4h }") { visit, _ in
            switch visit.path {
            case "/feed": .redirect(301, to: "/b")
            case "/b": .redirect(302, to: "/c")
            default: .feed(to: visit)
            }
        } _: { scene in
            await scene.watch.poll(times: 15)
            let record = try scene.watch.record()
            #expect(record.redirect?.target == scene.site.url("/b"))
            let last = try #require(scene.site.visits(to: "/feed").last)
            let later = scene.site.visits.filter { $0.at > last.at }.map(\.path)
            #expect(!later.isEmpty && Set(later) == ["/b", "/c"])
        }
    }

    @Test("etiquette 30: validators go to the URL that gave them and to no other")
    func validatorsOfAnotherHop() async throws {
        try await scene { visit, number in
            if visit.path == "/feed" { return number == 2 ? .redirect(302, to: "/b") : .ok(rss(), [("ETag", "\"a\"")]) }
            return .ok(rss([Story(2)]), [("ETag", "\"b\"")])
        } _: { scene in
            await scene.watch.poll(times: 3)
            #expect(scene.site.visits.map(\.path) == ["/feed", "/feed", "/b", "/feed"])
            #expect(scene.site.visits.map { $0["if-none-match"] } == [nil, "\"a\"", nil, nil])
        }
    }

    @Test("etiquette 31: credentials and configured headers do not cross to another origin")
    func secrets() async throws {
        try await scene(feed: ", auth: !credential secret, headers: { X-Key: k, Cookie: a=b }") { visit, _ in
            let port = visit["host"]?.split(separator: ":").last ?? ""
            return visit.path == "/feed" ? .redirect(302, to: "http://127.0.0.2:\(port)/b") : .feed(to: visit)
        } _: { scene in
            await scene.watch.poll(times: 1)
            #expect(scene.site.visits.map { $0["authorization"] } == ["Basic dTpw", nil])
            #expect(scene.site.visits.map { $0["x-key"] } == ["k", nil])
            #expect(scene.site.visits.map { $0["cookie"] } == ["a=b", nil])
        }
    }

    @Test("etiquette 31: a feed with secrets is asked where it was configured, for ever")
    func secretsAreNotMoved() async throws {
        try await scene(settings: "poll: { interval: 4h, max: 4h }", feed: ", auth: !credential secret") { visit, _ in
            let port = visit["host"]?.split(separator: ":").last ?? ""
            return visit.path == "/feed" ? .redirect(301, to: "http://127.0.0.2:\(port)/b") : .feed(to: visit)
        } _: { scene in
            await scene.watch.poll(times: 12)
            #expect(scene.site.visits(to: "/feed").count == 12)
            #expect(scene.site.visits(to: "/b").allSatisfy { $0["authorization"] == nil })
        }
    }

    @Test("etiquette 32: a loop and an endless chain end with one error", arguments: [true, false])
    func endless(isLoop: Bool) async throws {
        try await scene { visit, _ in
            isLoop ? .redirect(301, to: visit.path == "/feed" ? "/b" : "/feed") : .redirect(302, to: visit.path + "x")
        } _: { scene in
            await scene.watch.poll(times: 1)
            #expect(scene.site.visits.count <= 11)
            let record = try scene.watch.record()
            #expect(record.failures == 1)
            #expect(record.lastFailure?.code == (isLoop ? "redirect-loop" : "too-many-redirects"))
        }
    }

    @Test(
        "etiquette 33: only http and https are followed",
        arguments: [
            "file:///etc/passwd", "ftp://127.0.0.1/f", "gopher://127.0.0.1/1", "javascript:0", "data:text/xml,x",
        ])
    func scheme(location: String) async throws {
        try await scene { _, _ in
            .redirect(302, to: location)
        } _: { scene in
            await scene.watch.poll(times: 1)
            #expect(scene.site.visits.count == 1)
            let record = try scene.watch.record()
            #expect(record.lastFailure?.code == "refused-scheme")
        }
    }

    @Test("etiquette 33: credentials in a Location are not used")
    func credentialsInLocation() async throws {
        try await scene { visit, _ in
            visit.path == "/feed" ? .redirect(302, to: "http://u:p@\(visit["host"] ?? "")/b") : .feed(to: visit)
        } _: { scene in
            await scene.watch.poll(times: 1)
            #expect(scene.site.visits(to: "/b").map { $0["authorization"] } == [nil])
        }
    }

    @Test(
        "etiquette 34: a redirect to a private address is refused, however it is written",
        arguments: ["127.9.0.1", "[::ffff:127.9.0.1]", "localhost", "127.9.1", "0x7f.9.0.1", "[::1]", "0"])
    func privateAddress(host: String) async throws {
        let inside = try ScriptedServer { _ in .ok(rss()) }
        defer { inside.stop() }
        let port = inside.port
        // `localhost` is 127.0.0.1, so the feed is elsewhere.
        let home = host == "localhost" ? "127.0.0.2" : "127.0.0.1"
        try await scene(
            settings: "fetch: { host_delay: 0s, allow_private: [\(home)/32] }", feeds: [Listed(host: home)]
        ) { _, _ in
            .redirect(302, to: "http://\(host):\(port)/")
        } _: { scene in
            await scene.watch.poll(times: 1)
            #expect(inside.requests.isEmpty && inside.connectionCount == 0)
            let record = try scene.watch.record()
            #expect(record.lastFailure?.code == "refused-address")
        }
    }

    @Test("etiquette 34: the addresses of a cloud's own services are refused")
    func linkLocal() async throws {
        try await scene { _, _ in
            .redirect(302, to: "http://169.254.169.254/latest/meta-data/")
        } _: { scene in
            await scene.watch.poll(times: 1)
            let record = try scene.watch.record()
            #expect(record.lastFailure?.code == "refused-address")
        }
    }

    @Test("etiquette 35: a captive portal's page is no feed, and nothing learnt is lost")
    func captivePortal() async throws {
        try await scene { visit, number in
            number == 2
                ? .html("<html><body>Accept our terms</body></html>", [("ETag", "\"portal\"")]) : .feed(to: visit)
        } _: { scene in
            await scene.watch.poll(times: 1)
            let before = try scene.watch.record()
            await scene.watch.poll(times: 1)
            let during = try scene.watch.record()
            #expect(during.state == .failing && during.lastFailure?.code.hasPrefix("feed-") == true)
            #expect(during.validators == before.validators && during.redirect == nil)
            await scene.watch.poll(times: 1)
            #expect(scene.site.visits.map(\.isConditional) == [false, true, true])
            #expect(scene.site.visits[2]["if-none-match"] != "\"portal\"")
            let record = try scene.watch.record()
            #expect(record.state == .ok)
        }
    }
}
