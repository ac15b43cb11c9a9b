import CLibCurl
import CLinux
import Glibc

/// The sockets that libcurl waits for and the time at which it wants its turn without one. Belongs to the thread that
/// fetches.
///
/// With epoll a turn costs what the ready sockets cost, however many transfers are under way. A connection that is kept
/// stays watched between two transfers: taking it out and in again would cost as much as sending a small request.
final class SocketWatch {
    /// A socket with something to do, in libcurl's words.
    struct Ready {
        let socket: curl_socket_t
        let state: Int32
    }

    private struct Socket {
        /// What the kernel watches it for.
        var watched: Int32 = 0
        /// What libcurl waits for, zero between two transfers.
        var wanted: Int32 = 0
    }

    /// The kernel's own watch; can be read when something is ready.
    var descriptor: Int32 { poller }
    private let poller: Int32
    private let doorbell: Doorbell
    /// When libcurl wants to be called; `nil` when only for sockets.
    private(set) var due: ContinuousClock.Instant?
    /// Those whose beginning and end are told here. Of others, as the pipe to a resolver, only libcurl's wishes are known.
    private var sockets: [curl_socket_t: Socket] = [:]
    private var buffer = Array(repeating: rasid_ready(), count: 64)

    /// `nil` when the system has no descriptor left.
    init?(_ doorbell: Doorbell) {
        self.doorbell = doorbell
        poller = rasid_poller()
        guard poller >= 0, rasid_poller_set(poller, doorbell.descriptor, Int32(RASID_READABLE)) == 0 else {
            return nil
        }
    }

    deinit {
        if poller >= 0 { Glibc.close(poller) }
    }

    /// Makes `multi` tell its sockets and times here. It must be cleaned up before this goes away.
    func attach(to multi: UnsafeMutableRawPointer) {
        let context = Unmanaged.passUnretained(self).toOpaque()
        rasid_curl_multi_set_pointer(multi, CURLMOPT_SOCKETDATA, context)
        rasid_curl_multi_set_socket_callback(multi, noteSocket)
        rasid_curl_multi_set_pointer(multi, CURLMOPT_TIMERDATA, context)
        rasid_curl_multi_set_timer_callback(multi, noteTimer)
    }

    /// Sleeps for so long at most, less when a socket is ready or the doorbell rings, and tells the sockets.
    func wait(milliseconds: Int32) -> [Ready] {
        let count = rasid_poller_wait(poller, &buffer, Int32(buffer.count), milliseconds)
        guard count > 0 else { return [] }
        return buffer.prefix(Int(count)).compactMap { ready in
            guard ready.descriptor != doorbell.descriptor else {
                doorbell.hush()
                return nil
            }
            guard isWanted(ready.descriptor) else { return nil }
            return Ready(socket: ready.descriptor, state: ready.state)
        }
    }

    /// A socket was opened, to be watched until it is closed.
    func open(_ socket: curl_socket_t) {
        sockets[socket] = Socket()
    }

    /// Closes a socket. With that the kernel watches it no more.
    func close(_ socket: curl_socket_t) -> Int32 {
        sockets[socket] = nil
        return Glibc.close(socket)
    }

    /// Takes libcurl's wish for a socket: CURL_POLL_IN, OUT, both or REMOVE.
    func watch(_ socket: curl_socket_t, _ what: Int32) {
        let wish = what == CURL_POLL_REMOVE ? 0 : what & 3
        // A socket that libcurl has closed already is no longer known, which is as well.
        guard let known = sockets[socket] else {
            _ = rasid_poller_set(poller, socket, wish)
            return
        }
        sockets[socket]?.wanted = wish
        if wish != 0, wish != known.watched { tell(socket, wish) }
    }

    /// Whether libcurl waits for a socket that has something to say. If not, its server has closed it, most likely, and
    /// it is watched no more.
    private func isWanted(_ socket: curl_socket_t) -> Bool {
        guard let known = sockets[socket], known.wanted == 0 else { return true }
        tell(socket, 0)
        return false
    }

    private func tell(_ socket: curl_socket_t, _ wish: Int32) {
        _ = rasid_poller_set(poller, socket, wish)
        sockets[socket]?.watched = wish
    }

    /// Whether libcurl's time has come; then it is taken as told.
    func takeTurn(now: ContinuousClock.Instant) -> Bool {
        guard let due, due <= now else { return false }
        self.due = nil
        return true
    }

    fileprivate func call(inMilliseconds delay: Int) {
        due = delay < 0 ? nil : .now + .milliseconds(delay)
    }
}

/// CURLMOPT_SOCKETFUNCTION. CURL_POLL_IN and OUT are the bits of `RASID_READABLE` and `RASID_WRITABLE`.
private func noteSocket(
    _ handle: UnsafeMutableRawPointer?, _ socket: curl_socket_t, _ what: Int32, _ context: UnsafeMutableRawPointer?,
    _ socketContext: UnsafeMutableRawPointer?
) -> Int32 {
    if let context { Unmanaged<SocketWatch>.fromOpaque(context).takeUnretainedValue().watch(socket, what) }
    return 0
}

/// CURLMOPT_TIMERFUNCTION.
private func noteTimer(
    _ multi: UnsafeMutableRawPointer?, _ milliseconds: Int, _ context: UnsafeMutableRawPointer?
) -> Int32 {
    if let context {
        Unmanaged<SocketWatch>.fromOpaque(context).takeUnretainedValue().call(inMilliseconds: milliseconds)
    }
    return 0
}
