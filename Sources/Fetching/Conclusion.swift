import CLibCurl
import NewsModel

/// What a finished request means for its fetch. Decides only; the loop acts.
enum Conclusion {
    case done(Result<FetchResponse, FetchError>)
    /// Another request is needed: a redirect's target, or the same URL uncompressed.
    case again(PendingFetch)
}

extension Transfer {
    /// Whether the host answered, and soon enough to be worth a slot when others wait. `nil` when nothing was
    /// learnt of it.
    func wasQuick(_ result: CURLcode, took: Duration) -> Bool? {
        if wasDeferred(result) { return nil }
        if head.isComplete { return took < .seconds(5) }
        return result == CURLE_OPERATION_TIMEDOUT || result == CURLE_COULDNT_CONNECT ? false : nil
    }

    /// Nothing was sent, since its host's address had no room.
    func wasDeferred(_ result: CURLcode) -> Bool { isDeferred && result != CURLE_OK && !head.isComplete }

    /// What is counted of a request that came to `conclusion`.
    func tally(_ conclusion: Conclusion) -> TransferTallies.Request {
        var status: Int? = head.status
        var decoded = 0
        switch conclusion {
        case .again: break
        case .done(.success(let response)): decoded = response.body.count
        case .done(.failure(let error)):
            // A status that is the error, or a redirect that leads nowhere; else no whole answer came.
            status = error.status ?? (RedirectTrail.isRedirect(head.status) ? status : nil)
        }
        return TransferTallies.Request(
            kind: pending.request.kind, status: status, wireBytes: wireBytes, decodedBytes: decoded)
    }

    /// - Parameters:
    ///   - result: libcurl's last word.
    ///   - took: from the start of this request.
    ///   - received: now, for servers that send no `Date`.
    func conclude(_ result: CURLcode, took: Duration, received: Timestamp) -> Conclusion {
        var pending = pending
        guard !wasDeferred(result) else {
            pending.deferrals += 1
            return .again(pending)
        }
        pending.spent += took
        pending.wireBytes += wireBytes
        let freshness = Freshness(head.fields, received: received)
        do throws(Breakdown) {
            if let next = try nextRequest(pending) { return .again(next) }
            let body = head.status == 304 ? [] : try wholeBody(result)
            return .done(.success(response(pending, freshness, body)))
        } catch {
            return .done(.failure(pending.error(error.kind, error.detail, retryAfter: freshness.retryAfter)))
        }
    }

    /// The request that is to follow this one; `nil` when this one's answer is the fetch's.
    ///
    /// The status counts before all that became of the body.
    private func nextRequest(_ pending: PendingFetch) throws(Breakdown) -> PendingFetch? {
        if let fault, fault.kind == .badHeader { throw fault }
        guard head.isComplete else { return nil }
        if isSuccess {
            guard isMislabelled, !pending.asksIdentity else { return nil }
            var next = pending
            next.asksIdentity = true
            return next
        }
        if head.status == 304, sentValidators != nil { return nil }
        guard RedirectTrail.isRedirect(head.status), let location = head.fields["location"] else {
            throw Breakdown(.status(head.status))
        }
        var next = pending
        next.asksIdentity = false
        do {
            next.url = try next.trail.follow(location, status: head.status, from: pending.url)
            return next
        } catch {
            throw Breakdown(error, "redirected to \(location.prefix(200))")
        }
    }

    private func wholeBody(_ result: CURLcode) throws(Breakdown) -> [UInt8] {
        if let fault { throw fault }
        guard result == CURLE_OK || isCut else {
            throw Breakdown(kind(of: result), refusal ?? handle.errorText)
        }
        guard head.isComplete else { throw Breakdown(.badHeader, "no header") }
        let body = try finishBody()
        guard endedWell(body) else { throw Breakdown(.truncated, "the connection ended without TLS close_notify") }
        return body
    }

    private func response(_ pending: PendingFetch, _ freshness: Freshness, _ body: [UInt8]) -> FetchResponse {
        FetchResponse(
            finalURL: pending.url.text, hops: pending.trail.hops, status: head.status, headers: head.fields, body: body,
            isCut: isCut,
            validators: head.validators(for: pending.url.text, sent: sentValidators), freshness: freshness,
            duration: pending.spent, wireBytes: pending.wireBytes,
            reusedConnection: handle.number(CURLINFO_NUM_CONNECTS) == 0, httpVersion: head.httpVersion)
    }

    private func kind(of result: CURLcode) -> FetchError.Kind {
        switch result {
        case CURLE_COULDNT_RESOLVE_HOST: .resolve
        case CURLE_COULDNT_CONNECT: refusal == nil ? .connect : .refusedAddress
        case CURLE_COULDNT_RESOLVE_PROXY, CURLE_PROXY: .connect
        case CURLE_OPERATION_TIMEDOUT: kindOfTimeout
        case CURLE_PARTIAL_FILE: .truncated
        case CURLE_WEIRD_SERVER_REPLY, CURLE_UNSUPPORTED_PROTOCOL: .badHeader
        // What libcurl before 8.6 says of a header line longer than its buffer.
        case CURLE_OUT_OF_MEMORY where wasSent && !head.isComplete: .badHeader
        case CURLE_GOT_NOTHING, CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_HTTP2, CURLE_HTTP2_STREAM:
            head.isComplete ? .truncated : .connectionLost
        case CURLE_URL_MALFORMAT: .badURL
        case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER,
            CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS, CURLE_USE_SSL_FAILED,
            CURLE_SSL_ENGINE_NOTFOUND, CURLE_SSL_ENGINE_SETFAILED, CURLE_SSL_ENGINE_INITFAILED,
            CURLE_SSL_PINNEDPUBKEYNOTMATCH, CURLE_SSL_SHUTDOWN_FAILED, CURLE_SSL_CRL_BADFILE:
            .tls
        default: .system
        }
    }

    /// Which of the limits it was: libcurl has one word for all.
    private var kindOfTimeout: FetchError.Kind {
        if wasSent {
            let isOver = handle.time(CURLINFO_TOTAL_TIME_T) + .milliseconds(50) >= budget
            return isOver ? .timeout(after: timeout) : .stalled
        }
        if handle.time(CURLINFO_NAMELOOKUP_TIME_T) == .zero { return .resolve }
        let isConnected = handle.time(CURLINFO_CONNECT_TIME_T) > .zero
        return isConnected ? .timeout(after: Transfer.connectTime(timeout: budget)) : .connect
    }
}
