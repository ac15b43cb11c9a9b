import CLibCurl
import NewsModel

/// One request on the wire. Lives on the loop's thread; libcurl's callbacks tell it what comes.
final class Transfer {
    /// Body bytes of an answer that is no success: read to keep the connection, up to here.
    static let longestIgnoredBody = 64 * 1024
    /// Sendings of one request: once more when a kept connection was closed under it.
    static let mostSendings = 2
    /// Deferrals of one request; a host with ever other addresses is let through then.
    static let mostDeferrals = 20

    let pending: PendingFetch
    let handle: EasyHandle
    let settings: FetchSettings
    let policy: AddressPolicy
    let sentValidators: Validators?
    let started: ContinuousClock.Instant
    private(set) var head = ResponseHead()
    /// Why the transfer was broken off from this side, and what is known of it.
    private(set) var fault: Breakdown?
    /// The body does not have the coding that its label says.
    private(set) var isMislabelled = false
    /// Broken off since the beginning of the body is enough.
    private(set) var isCut = false
    /// The last address that was not connected to, and why; `nil` when another one was.
    private(set) var refusal: String?
    private var hasTriedAddress = false
    /// Another request must come first, since their hosts share an address.
    private(set) var isDeferred = false
    private let locate: (HostGate.Ticket, [UInt8]) -> Bool
    private(set) var wireBytes = 0
    private var reader: BodyReader?
    private let goodbyes: Goodbyes
    /// The TLS connection that must end well for the body to be whole.
    private var lifeline: Int?
    private var sendings = 0

    init(
        _ pending: PendingFetch, handle: EasyHandle, settings: FetchSettings, sentValidators: Validators?,
        started: ContinuousClock.Instant, goodbyes: Goodbyes, locate: @escaping (HostGate.Ticket, [UInt8]) -> Bool
    ) {
        self.pending = pending
        self.handle = handle
        self.settings = settings
        self.sentValidators = sentValidators
        self.started = started
        self.goodbyes = goodbyes
        self.locate = locate
        policy = AddressPolicy(allowed: settings.allowPrivate)
    }

    /// A connection was there to send the request over.
    var wasSent: Bool { sendings > 0 }

    var isSuccess: Bool { (200..<300).contains(head.status) }

    /// Whether next to nothing comes: no whole header yet, or fewer than a thousand bytes a second.
    func isMute(now: ContinuousClock.Instant) -> Bool {
        !head.isComplete || wireBytes < Int(clamping: (now - started).wholeMilliseconds)
    }

    /// Bytes of the body after decoding.
    var limit: Int { pending.request.maxBody ?? settings.maxBody }

    /// Whether libcurl may connect to an address. Behind a proxy that is the proxy's own, which the operator chose.
    func mayConnect(to address: [UInt8]?) -> Bool {
        guard settings.proxy == nil else { return true }
        guard let address else { return false }
        guard let objection = policy.objection(to: address) else {
            guard isRoom(at: address) else { return false }
            hasTriedAddress = true
            refusal = nil
            return true
        }
        if !hasTriedAddress { refusal = "\(IPAddress.text(address)) is \(objection)" }
        return false
    }

    /// Whether the address has room for one more request, where that counts.
    private func isRoom(at address: [UInt8]) -> Bool {
        guard settings.byAddress, pending.deferrals < Transfer.mostDeferrals else { return true }
        if !isDeferred { isDeferred = !locate(pending.ticket, address) }
        return !isDeferred
    }

    /// Whether the request may be sent over the connection found for it, which may be a kept one.
    func maySend(to address: [UInt8]?) -> Bool {
        sendings += 1
        guard sendings <= Transfer.mostSendings else {
            return fail(.connectionLost, "kept connections were closed again and again")
        }
        guard mayConnect(to: address) else { return isDeferred ? false : fail(.refusedAddress, refusal ?? "") }
        return true
    }

    /// Takes a line of the header; `false` breaks the transfer off.
    func receive(headerLine line: UnsafeRawBufferPointer) -> Bool {
        let wasComplete = head.isComplete
        do {
            try head.take(line)
        } catch {
            return fail(.badHeader, error.detail)
        }
        return head.isComplete && !wasComplete && isSuccess ? openBody() : true
    }

    /// Takes a piece of the body; `false` breaks the transfer off.
    func receive(body piece: UnsafeRawBufferPointer) -> Bool {
        wireBytes += piece.count
        guard isSuccess else { return wireBytes <= Transfer.longestIgnoredBody }
        do {
            try reader?.receive(piece)
            return true
        } catch {
            return fail(error)
        }
    }

    /// The decoded body.
    func finishBody() throws(Breakdown) -> [UInt8] {
        if isCut { return reader?.beginning ?? [] }
        do {
            return try reader?.finish() ?? []
        } catch {
            throw breakdown(error)
        }
    }

    /// Whether the end of the connection was the end of the body, where only that can tell: the server said goodbye, or
    /// the body shows by itself that it is whole, since some servers never do.
    func endedWell(_ body: [UInt8]) -> Bool {
        guard let lifeline, !isCut else { return true }
        return goodbyes.contains(lifeline) || head.fields["content-encoding"] != nil || endsDocument(body)
    }

    private func openBody() -> Bool {
        if !head.hasLength, pending.url.origin.scheme == "https" { lifeline = goodbyes.connection(of: handle) }
        do {
            reader = try BodyReader(
                try ContentCoding.list(head.fields), limit: limit, announced: head.contentLength,
                cuts: pending.request.cutsBody, distrustsLabel: pending.asksIdentity)
            return true
        } catch {
            return fail(error)
        }
    }

    private func fail(_ fault: BodyFault) -> Bool {
        if fault == .enough {
            isCut = true
        } else {
            isMislabelled = fault == .mislabelled
            self.fault = breakdown(fault)
        }
        return false
    }

    private func breakdown(_ fault: BodyFault) -> Breakdown {
        switch fault {
        case .tooLarge, .enough: Breakdown(.tooLarge(limit: limit))
        case .truncated: Breakdown(.truncated, "the compressed stream has no end")
        case .corrupt(let detail): Breakdown(.decoding, detail)
        case .unknownCoding(let coding): Breakdown(.decoding, "content coding \(coding)")
        case .mislabelled: Breakdown(.decoding, "the body is not compressed as its label says")
        }
    }

    private func fail(_ kind: FetchError.Kind, _ detail: String) -> Bool {
        fault = Breakdown(kind, detail)
        return false
    }
}

/// Why a request came to nothing, and what is known of it. With its URL it becomes a ``FetchError``.
struct Breakdown: Error {
    let kind: FetchError.Kind
    let detail: String

    init(_ kind: FetchError.Kind, _ detail: String = "") {
        self.kind = kind
        self.detail = detail
    }
}
