import Loopback
import NewsModel
import Testing

@testable import Fetching

@Suite("Content codings")
struct DecodingTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let label: String
        let body: [UInt8]
        let result: Result<[UInt8], BodyFault>
        var limit = 1 << 20

        init(
            _ name: String, _ label: String, _ body: [UInt8], _ result: Result<[UInt8], BodyFault>, limit: Int = 8 << 20
        ) {
            self.name = name
            self.label = label
            self.body = body
            self.result = result
            self.limit = limit
        }

        var testDescription: String { name }
    }

    static let text = Compressed.text
    static let plain = Array("<rss>".utf8)
    static let cases = [
        Case("no coding", "", text, .success(text)),
        Case("identity", "identity", text, .success(text)),
        Case("gzip", "gzip", Compressed.gzip, .success(text)),
        Case("x-gzip in capitals", "X-GZip", Compressed.gzip, .success(text)),
        Case("deflate with zlib header", "deflate", Compressed.zlib, .success(text)),
        Case("deflate without", "deflate", Compressed.deflate, .success(text)),
        Case("brotli", "br", Compressed.brotli, .success(text)),
        Case("zstd", "zstd", Compressed.zstd, .success(text)),
        Case("several gzip members", "gzip", Compressed.gzip + Compressed.gzip, .success(text + text)),
        Case("several zstd frames", "zstd", Compressed.zstd + Compressed.zstd, .success(text + text)),
        Case("gzip and zeros after it", "gzip", Compressed.gzip + [0, 0, 0, 0], .success(text)),
        Case("gzip and one byte after it", "gzip", Compressed.gzip + [0x1F], .success(text)),
        Case("zlib and garbage after it", "deflate", Compressed.zlib + plain, .success(text)),
        Case("brotli and garbage after it", "br", Compressed.brotli + plain, .success(text)),
        Case("zstd and garbage after it", "zstd", Compressed.zstd + plain, .success(text)),
        Case("gzip in gzip", "gzip, gzip", Compressed.storedGzip(Compressed.gzip), .success(text)),
        Case("brotli in gzip", "br, gzip", Compressed.storedGzip(Compressed.brotli), .success(text)),
        Case("three codings", "gzip, gzip, gzip", [], .failure(.unknownCoding("3 codings at once"))),
        Case("a coding nobody knows", "lzma", text, .failure(.unknownCoding("lzma"))),
        Case("an empty body with a label", "gzip", [], .success([])),
        Case("gzip of nothing", "gzip", Compressed.storedGzip([]), .success([])),
        Case("gzip cut at its end", "gzip", Compressed.gzip.dropLast(), .failure(.truncated)),
        Case("gzip without its checksum", "gzip", Compressed.gzip.dropLast(8), .failure(.truncated)),
        Case("gzip cut in its header", "gzip", Array(Compressed.gzip.prefix(7)), .failure(.truncated)),
        Case("gzip cut after one byte", "gzip", [0x1F], .failure(.truncated)),
        Case("a second member cut", "gzip", Compressed.gzip + Compressed.gzip.dropLast(20), .failure(.truncated)),
        Case("zlib cut", "deflate", Compressed.zlib.dropLast(4), .failure(.truncated)),
        Case("deflate cut", "deflate", Compressed.deflate.dropLast(2), .failure(.truncated)),
        Case("brotli cut", "br", Compressed.brotli.dropLast(3), .failure(.truncated)),
        Case("zstd cut", "zstd", Compressed.zstd.dropLast(1), .failure(.truncated)),
        Case("zstd cut in its mark", "zstd", Array(Compressed.zstd.prefix(3)), .failure(.truncated)),
        Case(
            "gzip cut inside gzip", "gzip, gzip", Compressed.storedGzip(Compressed.gzip.dropLast()),
            .failure(.truncated)),
        Case("plain labelled gzip", "gzip", plain, .failure(.mislabelled)),
        Case("plain labelled zstd", "zstd", plain, .failure(.mislabelled)),
        Case("plain labelled deflate", "deflate", text, .failure(.mislabelled)),
        Case("plain labelled br", "br", text, .failure(.mislabelled)),
        Case(
            "gzip of 1 MiB and a bit", "gzip", Compressed.gzipBomb(matches: 4065), .failure(.tooLarge), limit: 1 << 20),
        Case(
            "gzip within its limit", "gzip", Compressed.gzipBomb(matches: 100), .success(zeros(25_801)), limit: 25_801),
        Case("gzip one byte over it", "gzip", Compressed.gzipBomb(matches: 100), .failure(.tooLarge), limit: 25_800),
        Case("plain over the limit", "", text, .failure(.tooLarge), limit: 100),
        Case("brotli of 4 MiB in 14 bytes", "br", Compressed.brotliBomb, .failure(.tooLarge)),
        Case("zstd of 4 MiB in 145 bytes", "zstd", Compressed.zstdBomb, .failure(.tooLarge)),
        Case(
            "a bomb inside gzip", "gzip, gzip", Compressed.storedGzip(Compressed.gzipBomb(matches: 8000)),
            .failure(.tooLarge), limit: 1 << 20),
        Case(
            "a bomb that the inner coding ignores", "gzip, br", Compressed.brotliBomb, .failure(.mislabelled)),
    ]

    static func zeros(_ count: Int) -> [UInt8] { [UInt8](repeating: 0, count: count) }

    /// - Parameter step: bytes given at once.
    static func read(_ test: Case, step: Int) -> Result<[UInt8], BodyFault> {
        do throws(BodyFault) {
            let codings = try ContentCoding.list(HeaderFields([("Content-Encoding", test.label)]))
            let reader = try BodyReader(codings, limit: test.limit, announced: nil)
            for start in stride(from: 0, to: test.body.count, by: step) {
                let piece = Array(test.body[start..<min(start + step, test.body.count)])
                let result = piece.withUnsafeBytes { bytes in
                    Result { () throws(BodyFault) in try reader.receive(bytes) }
                }
                try result.get()
            }
            return .success(try reader.finish())
        } catch {
            return .failure(error)
        }
    }

    @Test("each body gives its text or the reason why not, however it is cut into pieces", arguments: cases)
    func body(_ test: Case) {
        for step in [1 << 20, 7, 1] { #expect(DecodingTests.read(test, step: step) == test.result) }
    }

    @Test("a checksum that does not fit is an error")
    func checksum() {
        var body = Compressed.gzip
        body[body.count - 5] ^= 1
        guard case .failure(.corrupt) = DecodingTests.read(Case("", "gzip", body, .success([])), step: 1000) else {
            Issue.record("taken all the same")
            return
        }
    }

    @Test("noise never traps and never grows beyond the limit")
    func noise() {
        var state: UInt64 = 7
        for round in 0..<400 {
            for (label, original) in [
                ("gzip", Compressed.gzip), ("br", Compressed.brotli), ("zstd", Compressed.zstd),
                ("deflate", Compressed.zlib),
            ] {
                var body = original
                for _ in 0...(round % 5) {
                    state = StableHash.mix(state &+ 0x9E37_79B9_7F4A_7C15)
                    body[Int(state % UInt64(body.count))] = UInt8(truncatingIfNeeded: state >> 32)
                }
                let result = DecodingTests.read(Case("", label, body, .success([]), limit: 4096), step: 50)
                if case .success(let bytes) = result { #expect(bytes.count <= 4096) }
            }
        }
    }

    @Test("all codings that are asked for are decoded over the wire")
    func wire() async throws {
        let bodies = [
            "gzip": Compressed.gzip, "br": Compressed.brotli, "zstd": Compressed.zstd, "deflate": Compressed.zlib,
        ]
        try await withServer { request in
            let coding = String(request.target.dropFirst())
            return .status(200, [("Content-Encoding", coding)], body: bodies[coding] ?? [])
        } _: { server, fetcher in
            for coding in bodies.keys {
                let response = try await fetcher.fetch(FetchRequest(server.url("/\(coding)")))
                #expect(response.body == Compressed.text)
                #expect(response.wireBytes == bodies[coding]?.count)
                #expect(response.decodedBytes == Compressed.text.count)
            }
        }
    }

    @Test("a gzip stream cut short is an error even when Content-Length fits")
    func truncatedStream() async throws {
        try await withServer { _ in
            .status(200, [("Content-Encoding", "gzip"), ("ETag", "\"1\"")], body: Compressed.gzip.dropLast(20))
        } _: { server, fetcher in
            let error = await fetcher.failure(FetchRequest(server.url("/f")))
            #expect(error?.kind == .truncated)
            #expect(server.requests.count == 1)
        }
    }

    @Test("plain text labelled gzip is asked for once more uncompressed, and the host is remembered")
    func mislabelled() async throws {
        try await withServer { request in
            .ok("<rss/>", request["accept-encoding"] == "identity" ? [] : [("Content-Encoding", "gzip")])
        } _: { server, fetcher in
            #expect(try await fetcher.fetch(FetchRequest(server.url("/1"))).text == "<rss/>")
            #expect(server.requests.map { $0["accept-encoding"] } == ["gzip, br, zstd", "identity"])
            let second = try await fetcher.fetch(FetchRequest(server.url("/2")))
            #expect(second.text == "<rss/>")
            #expect(server.requests.map { $0["accept-encoding"] }.last == "identity")
            #expect(server.requests.count == 3)
        }
    }

    @Test("a server that labels everything gzip is taken at its bytes")
    func alwaysMislabelled() async throws {
        try await withServer { _ in
            .ok("<rss/>", [("Content-Encoding", "gzip")])
        } _: { server, fetcher in
            let response = try await fetcher.fetch(FetchRequest(server.url("/1")))
            #expect(response.text == "<rss/>")
            #expect(server.requests.count == 2)
        }
    }

    @Test("the beginning of a body that is too large, where that is enough")
    func cut() async throws {
        try await withServer { _ in
            .status(200, [("Content-Encoding", "gzip")], body: Compressed.gzipBomb(matches: 1000))
        } _: { server, fetcher in
            var request = FetchRequest(server.url("/f"))
            request.maxBody = 10_000
            #expect(await fetcher.failure(request)?.kind == .tooLarge(limit: 10_000))
            request.cutsBody = true
            let response = try await fetcher.fetch(request)
            #expect(response.isCut)
            #expect(response.body.count == 10_000)
        }
    }
}
