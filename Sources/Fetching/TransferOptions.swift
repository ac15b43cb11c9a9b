import CLibCurl
import NewsModel

extension Transfer {
    /// Bytes a second below which a transfer counts as stalled.
    static let lowestSpeed = 10

    /// How long a transfer may stay below ``lowestSpeed``: 20 s, or two thirds of a shorter timeout.
    static func stallTime(timeout: Duration) -> Int {
        max(1, min(20, Int(timeout.wholeSeconds) * 2 / 3))
    }

    /// How long finding and connecting to the host may take: 10 s, or a shorter timeout.
    static func connectTime(timeout: Duration) -> Duration {
        min(timeout, .seconds(10))
    }

    /// The whole fetch, redirects included.
    var timeout: Duration { max(.milliseconds(1), pending.request.timeout ?? settings.timeout) }

    /// What is left of ``timeout`` for this request.
    var budget: Duration { max(.milliseconds(1), timeout - pending.spent) }

    /// Tells libcurl what this request is. `false` when there is no memory.
    func configure(_ requestHead: RequestHead) -> Bool {
        handle.transfer = self
        handle.set(CURLOPT_URL, pending.url.text)
        handle.setUserAgent(requestHead.userAgent)
        handle.set(CURLOPT_TIMEOUT_MS, Int(clamping: max(1, budget.wholeMilliseconds)))
        handle.set(
            CURLOPT_CONNECTTIMEOUT_MS, Int(clamping: max(1, Transfer.connectTime(timeout: budget).wholeMilliseconds)))
        handle.set(CURLOPT_LOW_SPEED_TIME, Transfer.stallTime(timeout: timeout))
        return handle.setHeader(requestHead.lines)
    }
}

extension EasyHandle {
    /// Tells libcurl what all requests have in common. Decompression, redirects, cookies and credentials stay off: they
    /// are done here, where they can be judged.
    func configure(_ settings: FetchSettings) {
        set(CURLOPT_PROTOCOLS_STR, "http,https")
        set(CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_2TLS)
        set(CURLOPT_HTTP_CONTENT_DECODING, 0)
        set(CURLOPT_NOSIGNAL, 1)
        // Else giving up on a slow resolver would stop all transfers until it answers.
        set(CURLOPT_QUICK_EXIT, 1)
        set(CURLOPT_LOW_SPEED_LIMIT, Transfer.lowestSpeed)
        trustAuthorities(settings)
        chooseProxy(settings)
        installCallbacks()
    }

    /// Without a directory of authorities libcurl keeps the parsed bundle for a day instead of reading it for each
    /// connection.
    private func trustAuthorities(_ settings: FetchSettings) {
        set(CURLOPT_CAPATH, nil as String?)
        if let file = settings.caFile { set(CURLOPT_CAINFO, file) }
    }

    /// The environment has no say: `http_proxy` and its kin are overruled.
    private func chooseProxy(_ settings: FetchSettings) {
        set(CURLOPT_PROXY, settings.proxy ?? "")
        set(CURLOPT_NOPROXY, "")
    }

    private func installCallbacks() {
        let context = Unmanaged.passUnretained(self).toOpaque()
        rasid_curl_set_data_callback(pointer, CURLOPT_HEADERFUNCTION, receiveHeaderLine)
        set(CURLOPT_HEADERDATA, context)
        rasid_curl_set_data_callback(pointer, CURLOPT_WRITEFUNCTION, receiveBodyPiece)
        set(CURLOPT_WRITEDATA, context)
        rasid_curl_set_socket_callback(pointer, CURLOPT_OPENSOCKETFUNCTION, openSocket)
        set(CURLOPT_OPENSOCKETDATA, context)
        rasid_curl_set_close_callback(pointer, closeSocket)
        set(CURLOPT_CLOSESOCKETDATA, Unmanaged.passUnretained(sockets).toOpaque())
        rasid_curl_set_ready_callback(pointer, connectionIsReady)
        set(CURLOPT_PREREQDATA, context)
    }
}
