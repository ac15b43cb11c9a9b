import Glibc
import Testing

@testable import Fetching

@Suite("Sockets that are watched")
struct SocketWatchTests {
    /// A watch, and a connected pair of sockets of which it has been told the first.
    private struct Scene {
        let watch: SocketWatch
        let near: Int32
        let far: Int32

        init() throws {
            let doorbell = try #require(Doorbell())
            watch = try #require(SocketWatch(doorbell))
            (near, far) = try Scene.pair()
            watch.open(near)
        }

        static func pair() throws -> (Int32, Int32) {
            var pair: [Int32] = [-1, -1]
            try #require(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &pair) == 0)
            return (pair[0], pair[1])
        }

        /// Those that are ready now.
        var ready: [Int32] { watch.wait(milliseconds: 0).map(\.socket) }
    }

    /// libcurl's words for what a socket is wanted for.
    private let incoming: Int32 = 1
    private let outgoing: Int32 = 2
    private let nothing: Int32 = 4

    private static func say(_ socket: Int32) {
        #expect(send(socket, "x", 1, Int32(MSG_NOSIGNAL)) == 1)
    }

    @Test("a socket is told of while it is wanted, and again when it is wanted again")
    func wanted() throws {
        let scene = try Scene()
        defer { close(scene.far) }
        scene.watch.watch(scene.near, incoming)
        #expect(scene.ready == [])
        Self.say(scene.far)
        #expect(scene.ready == [scene.near])
        scene.watch.watch(scene.near, nothing)
        // Twice: what speaks unasked wakes nobody for ever.
        #expect(scene.ready == [] && scene.ready == [])
        scene.watch.watch(scene.near, incoming)
        #expect(scene.ready == [scene.near])
        #expect(scene.watch.close(scene.near) == 0)
    }

    @Test("what a socket is wanted for may change")
    func changes() throws {
        let scene = try Scene()
        defer { close(scene.far) }
        scene.watch.watch(scene.near, outgoing)
        #expect(scene.ready == [scene.near])
        scene.watch.watch(scene.near, nothing)
        scene.watch.watch(scene.near, incoming)
        #expect(scene.ready == [])
        scene.watch.watch(scene.near, incoming | outgoing)
        #expect(scene.ready == [scene.near])
        #expect(scene.watch.close(scene.near) == 0)
    }

    @Test("a kept connection that its server closes wakes nobody twice")
    func closedByServer() throws {
        let scene = try Scene()
        scene.watch.watch(scene.near, incoming)
        scene.watch.watch(scene.near, nothing)
        close(scene.far)
        #expect(scene.ready == [])
        var event = pollfd(fd: scene.watch.descriptor, events: Int16(POLLIN), revents: 0)
        #expect(poll(&event, 1, 0) == 0)
        #expect(scene.watch.close(scene.near) == 0)
    }

    @Test("a new socket with the number of a closed one is watched anew", arguments: [true, false])
    func numberComesAgain(isTold: Bool) throws {
        let scene = try Scene()
        scene.watch.watch(scene.near, incoming)
        scene.watch.watch(scene.near, nothing)
        #expect(scene.watch.close(scene.near) == 0)
        close(scene.far)
        let (near, far) = try Scene.pair()
        // Other tests open descriptors too.
        let again = fcntl(near, F_DUPFD, scene.near)
        defer { for descriptor in [near, far] { close(descriptor) } }
        if isTold { scene.watch.open(again) }
        scene.watch.watch(again, incoming)
        Self.say(far)
        #expect(scene.ready == [again])
        scene.watch.watch(again, nothing)
        #expect(scene.ready == [])
        #expect(scene.watch.close(again) == 0)
    }
}
