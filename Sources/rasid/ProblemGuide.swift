/// What the problems of `rasid status` mean and what to do about them.
struct ProblemGuide {
    /// As in the status; ending in `-` for all that begin so.
    let id: String
    let meaning: String
    /// One line.
    let nextStep: String

    /// The guide for a problem; `nil` for what is none.
    static func guide(for id: String) -> ProblemGuide? {
        all.first { $0.id == id }
            ?? all.first { guide in
                guide.id.hasSuffix("x") && guide.id.count == id.count && id.hasPrefix(guide.id.prefix(6))
                    && id.dropFirst(6).allSatisfy(\.isNumber)
            }
    }

    static let all = daemon + feeds + answers + transfers

    private static let daemon = [
        ProblemGuide(
            id: "outbox-unwritable",
            meaning: """
                Articles, feed records or the status cannot be stored. Nothing is lost: what was taken from feeds waits, \
                feeds whose news could not be stored are asked again, and all goes on by itself when writing works.
                """,
            nextStep:
                "look at the reason: free space (df), disk.min_free and the outbox's limits, rights and owner (rasid check)"
        ),
        ProblemGuide(
            id: "disk-low",
            meaning: """
                Little is free on the disk of the outbox, or it will be full within days at the rate of the last week.
                """,
            nextStep: "free space, set retention: in feeds.yaml, or let a consumer take files away"),
        ProblemGuide(
            id: "index-damaged",
            meaning: """
                The daily check found that the index database is not sound. The articles in the outbox are whole; \
                search and the recognition of copies may miss some.
                """,
            nextStep: "stop the daemon and run rasid verify --repair, or rasid reindex"),
        ProblemGuide(
            id: "reload-refused",
            meaning: """
                A new feeds.yaml has a mistake, or changes what only a restart can change. The configuration before it \
                stays in force. After an hour this is critical: what you wanted changed is not.
                """,
            nextStep: "mend the line that is named, rasid check, then rasid reload"),
        ProblemGuide(
            id: "network-down",
            meaning: """
                Most hosts could not be reached at once, so the fault is taken to be ours. Failures count against no \
                feed meanwhile; everything is asked again, spread out, when the network is back.
                """,
            nextStep: "look at the machine's network and name resolution"),
        ProblemGuide(
            id: "nothing-polled",
            meaning: "No feed could be read for twice the longest interval between polls.",
            nextStep: "rasid status --failing tells why for each; look at the network, proxy and certificates"),
        ProblemGuide(
            id: "metrics-unwritable",
            meaning: "The figures for Prometheus cannot be handed on. Polling and publishing go on.",
            nextStep: "look at the reason, and at metrics: in feeds.yaml"),
    ]

    private static let feeds = [
        ProblemGuide(
            id: "feed-gone",
            meaning: "The server said 410 Gone, twice and a day apart. The feed is not polled any more.",
            nextStep: "remove it from feeds.yaml, or find its new address: rasid discover SITE"),
        ProblemGuide(
            id: "feed-quiet",
            meaning: """
                The feed is read without fault but brought nothing new for much longer than is usual for it: it was \
                abandoned, moved, or is filtered by the publisher.
                """,
            nextStep: "open the site; rasid discover SITE finds the feeds it has now"),
        ProblemGuide(
            id: "extract-low",
            meaning: """
                Most of the last pages of this feed gave no text. Often the site has a new layout, shows its text only \
                with JavaScript, or asks for consent first.
                """,
            nextStep: "rasid extract on one of its pages; then content: or full_text: never for this feed"),
        ProblemGuide(
            id: "feed-html-page",
            meaning: "A web page came where a feed is expected.",
            nextStep: "rasid discover URL finds the feed of that page"),
        ProblemGuide(
            id: "feed-not-a-feed",
            meaning: "What came is XML or JSON, but no feed of a known kind.",
            nextStep: "rasid discover SITE; or rasid parse on what the address gives"),
        ProblemGuide(
            id: "feed-bad-json",
            meaning: "The feed says it is JSON and cannot be read as such.",
            nextStep: "wait; if it stays, rasid parse on what the address gives tells where it breaks"),
        ProblemGuide(
            id: "feed-no-root", meaning: "What came has no element at all: an empty or broken answer.",
            nextStep: "wait; if it stays, open the address in a browser"),
        ProblemGuide(
            id: "feed-empty", meaning: "The server answered with nothing.",
            nextStep: "wait; if it stays, open the address in a browser"),
        ProblemGuide(
            id: "feed-unreadable", meaning: "What came cannot be read as text.",
            nextStep: "rasid parse on what the address gives"),
        ProblemGuide(
            id: "feed-limit", meaning: "The feed breaks a limit of the reader: too deep, too many of something.",
            nextStep: "rasid parse on what the address gives tells which"),
        ProblemGuide(
            id: "feed-storage", meaning: "What the feed brought could not be stored.",
            nextStep: "see outbox-unwritable"),
    ]

    private static let answers = [
        ProblemGuide(
            id: "feed-401", meaning: "The server wants a name and a password.",
            nextStep: "auth: !credential NAME for this feed, and the credential for the service"),
        ProblemGuide(
            id: "feed-403",
            meaning: """
                The server refuses us; often a protection against robots. After three refusals it is asked once a day.
                """,
            nextStep: "ask the publisher, with contact: set; a user_agent: of its own may help where that is allowed"),
        ProblemGuide(
            id: "feed-404", meaning: "There is nothing at this address. After a month it is asked once a week.",
            nextStep: "rasid discover SITE finds the feeds it has now"),
        ProblemGuide(
            id: "feed-410", meaning: "The server says the feed is gone. It is asked once more after a day to be sure.",
            nextStep: "rasid discover SITE finds the feeds it has now"),
        ProblemGuide(
            id: "feed-429", meaning: "The server wants to be asked less often. Its Retry-After is kept.",
            nextStep: "nothing; a longer interval: for this feed if it goes on"),
        ProblemGuide(
            id: "feed-3xx", meaning: "The server sends us elsewhere without saying where.",
            nextStep: "open the address in a browser and put the new one into feeds.yaml"),
        ProblemGuide(
            id: "feed-4xx", meaning: "The server refuses this request.",
            nextStep: "open the address in a browser; rasid discover SITE finds the feeds it has now"),
        ProblemGuide(
            id: "feed-5xx",
            meaning: "The server has a fault of its own. It is asked again at growing intervals, once a day at least.",
            nextStep: "nothing; it is not ours to mend"),
    ]

    private static let transfers = [
        ProblemGuide(
            id: "feed-resolve", meaning: "The name of the host has no address.",
            nextStep: "getent hosts NAME; if only this one fails, the site has moved or is gone"),
        ProblemGuide(
            id: "feed-connect", meaning: "Nobody answers at the host's addresses.",
            nextStep: "nothing, if it is one site; else the machine's firewall or proxy:"),
        ProblemGuide(
            id: "feed-tls", meaning: "The certificate of the server is not trusted, or TLS broke.",
            nextStep: "look at the reason; the machine's clock and ca-certificates, or ca_file:"),
        ProblemGuide(
            id: "feed-timeout", meaning: "The answer was not complete in the time that fetch.timeout gives.",
            nextStep: "nothing, if it passes; a longer fetch.timeout if the site is slow"),
        ProblemGuide(
            id: "feed-stalled", meaning: "The server stopped sending in the middle.", nextStep: "nothing, if it passes"),
        ProblemGuide(
            id: "feed-too-large", meaning: "The answer is larger than fetch.max_body, counted after decompression.",
            nextStep: "a larger fetch.max_body, if the feed is worth it"),
        ProblemGuide(
            id: "feed-truncated", meaning: "The answer ended before its announced length.",
            nextStep: "nothing, if it passes"),
        ProblemGuide(
            id: "feed-decoding", meaning: "The compression of the answer is broken.", nextStep: "nothing, if it passes"),
        ProblemGuide(
            id: "feed-bad-header", meaning: "The header of the answer breaks HTTP or our limits.",
            nextStep: "nothing; it is not ours to mend"),
        ProblemGuide(
            id: "feed-bad-request-header", meaning: "A header of feeds.yaml cannot be sent.",
            nextStep: "mend headers: of this feed"),
        ProblemGuide(
            id: "feed-connection-lost", meaning: "The connection broke in the middle.",
            nextStep: "nothing, if it passes"),
        ProblemGuide(
            id: "feed-redirect-loop", meaning: "The redirects of the server go round in a circle.",
            nextStep: "open the address in a browser and put the real one into feeds.yaml"),
        ProblemGuide(
            id: "feed-too-many-redirects", meaning: "The server redirects more often than browsers follow.",
            nextStep: "open the address in a browser and put the real one into feeds.yaml"),
        ProblemGuide(
            id: "feed-refused-address",
            meaning: "The host's address is a private one, which a feed from outside must not reach.",
            nextStep: "fetch.allow_private, if the feed is your own"),
        ProblemGuide(
            id: "feed-refused-scheme", meaning: "A redirect leads to what is neither http nor https.",
            nextStep: "find the feed's real address"),
        ProblemGuide(id: "feed-bad-url", meaning: "The address cannot be read.", nextStep: "mend url: of this feed"),
        ProblemGuide(
            id: "feed-host-held", meaning: "The host asked for a pause that is not over.",
            nextStep: "nothing; rasid status --hosts tells how long"),
        ProblemGuide(
            id: "feed-system", meaning: "This machine lacked something for the transfer: descriptors, memory.",
            nextStep: "look at the reason, and at the limits of the service"),
    ]
}
