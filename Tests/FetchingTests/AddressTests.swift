import Glibc
import Loopback
import NewsModel
import Testing

@testable import Fetching

/// This machine's name, where it resolves to a private IPv4 address: a name like any other, but of a known address.
private let ownName: String? = {
    var buffer = [CChar](repeating: 0, count: 256)
    guard gethostname(&buffer, buffer.count - 1) == 0 else { return nil }
    var hints = addrinfo()
    hints.ai_family = AF_INET
    var found: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(buffer, nil, &hints, &found) == 0, let found, let address = found.pointee.ai_addr else {
        return nil
    }
    defer { freeaddrinfo(found) }
    let bytes = IPAddress.bytes(
        family: AF_INET, socketAddress: UnsafeRawBufferPointer(start: address, count: Int(found.pointee.ai_addrlen)))
    guard let bytes, AddressPolicy().objection(to: bytes) != nil else { return nil }
    let name = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return name == "localhost" ? nil : name
}()

@Suite("Addresses")
struct AddressTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let address: String
        let isRefused: Bool
        var testDescription: String { address }
    }

    static let cases =
        [
            "0.0.0.0", "0.1.2.3", "10.0.0.1", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.0.1",
            "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.2.1", "192.88.99.1", "192.168.1.1",
            "198.18.0.1", "198.19.255.255", "198.51.100.7", "203.0.113.9", "224.0.0.1", "239.255.255.255", "240.0.0.1",
            "255.255.255.255", "::", "::1", "::7f00:1", "::808:808", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
            "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "2002:7f00:1::", "2002:a00:1::1",
            "2001::1", "2001:0:808:808::1", "2001:db8::1", "2001:10::1", "2001:2::1", "3fff::1", "100::1", "fc00::1",
            "fd12:3456::1", "fe80::1", "fec0::1", "ff02::1", "4000::1", "5f00::1", "::ffff:0:127.0.0.1",
        ].map { Case(address: $0, isRefused: true) }
        + [
            "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.1",
            "169.253.255.255", "172.15.255.255", "172.32.0.0", "192.0.1.1", "192.167.255.255", "198.17.255.255",
            "198.20.0.0", "203.0.112.1", "223.255.255.255", "::ffff:1.1.1.1", "64:ff9b::101:101", "2002:101:101::1",
            "2606:4700::1111", "2001:4860:4860::8888", "2001:200::1", "2a00::1",
        ].map { Case(address: $0, isRefused: false) }

    @Test("only addresses of the public internet are connected to", arguments: cases)
    func judgement(_ test: Case) throws {
        let bytes = try #require(IPAddress.bytes(test.address))
        #expect((AddressPolicy().objection(to: bytes) != nil) == test.isRefused)
    }

    @Test("what the operator allows is allowed, also inside IPv6, and nothing beside it")
    func allowed() throws {
        let policy = AddressPolicy(allowed: [try #require(AddressRange(bytes: [127, 1, 0, 0], prefixLength: 16))])
        func isRefused(_ address: String) -> Bool {
            IPAddress.bytes(address).map { policy.objection(to: $0) != nil } ?? true
        }
        #expect(!isRefused("127.1.2.3"))
        #expect(!isRefused("::ffff:127.1.2.3"))
        #expect(isRefused("127.0.0.1"))
        #expect(isRefused("::1"))
        #expect(policy.objection(to: []) != nil)
    }

    @Test(
        "nothing arrives at an address that is not allowed, however it is written",
        arguments: [
            "127.0.0.1", "localhost", "sub.localhost", "0x7f.1", "2130706433", "017700000001", "127.1", "0.0.0.0",
            "[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::]",
        ])
    func refused(host: String) async throws {
        try await withServer(testSettings { $0.allowPrivate = [] }) { _ in
            .ok()
        } _: { server, fetcher in
            let error = await fetcher.failure(FetchRequest(server.url("/", host: host)))
            #expect(error?.kind == .refusedAddress)
            #expect(server.connectionCount == 0)
        }
    }

    @Test("a redirect to an address that is not allowed is refused at that hop")
    func refusedHop() async throws {
        let settings = testSettings {
            $0.allowPrivate = [AddressRange(bytes: [127, 0, 0, 1], prefixLength: 32)].compactMap { $0 }
        }
        try await withServer(settings) { request in
            .redirect(to: "http://127.0.0.2:\(request["host"]?.split(separator: ":").last ?? "")/secret")
        } _: { server, fetcher in
            let error = await fetcher.failure(FetchRequest(server.url("/a")))
            #expect(error?.kind == .refusedAddress)
            #expect(error?.url == server.url("/secret", host: "127.0.0.2"))
            #expect(error?.hops.count == 1)
            #expect(server.requests.map(\.target) == ["/a"])
        }
    }

    @Test(
        "a name that resolves to an address that is not allowed is refused at the socket, new or kept",
        .enabled(if: ownName != nil))
    func refusedName() async throws {
        let everywhere = [
            AddressRange(bytes: [0, 0, 0, 0], prefixLength: 0),
            AddressRange(bytes: Array(repeating: 0, count: 16), prefixLength: 0),
        ].compactMap { $0 }
        let name = try #require(ownName)
        try await withServer(testSettings { $0.allowPrivate = everywhere }) { _ in
            .ok()
        } _: { server, fetcher in
            _ = try await fetcher.fetch(FetchRequest(server.url("/1", host: name)))
            fetcher.update(testSettings { $0.allowPrivate = [] }, userAgent: testAgent)
            #expect(await fetcher.failure(FetchRequest(server.url("/2", host: name)))?.kind == .refusedAddress)
            #expect(server.requests.count == 1)
        }
        try await withServer(testSettings { $0.allowPrivate = [] }) { _ in
            .ok()
        } _: { server, fetcher in
            #expect(await fetcher.failure(FetchRequest(server.url("/3", host: name)))?.kind == .refusedAddress)
            #expect(server.connectionCount == 0)
        }
    }

    @Test("new settings count for hosts written as addresses too")
    func refusedAfterUpdate() async throws {
        try await withServer { _ in
            .ok()
        } _: { server, fetcher in
            _ = try await fetcher.fetch(FetchRequest(server.url("/1")))
            fetcher.update(testSettings { $0.allowPrivate = [] }, userAgent: testAgent)
            #expect(await fetcher.failure(FetchRequest(server.url("/2")))?.kind == .refusedAddress)
            #expect(server.requests.count == 1)
        }
    }

    @Test("with a proxy, hosts written as private addresses are still refused and the proxy sees the rest")
    func proxy() async throws {
        let proxy = try ScriptedServer { _ in .ok("through the proxy") }
        defer { proxy.stop() }
        let settings = testSettings {
            $0.allowPrivate = []
            $0.proxy = proxy.url("")
        }
        try await withServer(settings) { _ in
            .ok()
        } _: { server, fetcher in
            #expect(await fetcher.failure(FetchRequest(server.url("/")))?.kind == .refusedAddress)
            let response = try await fetcher.fetch(FetchRequest("http://example.org/f"))
            #expect(response.text == "through the proxy")
            #expect(proxy.requests.map(\.target) == ["http://example.org/f"])
            #expect(server.connectionCount == 0)
        }
    }
}
