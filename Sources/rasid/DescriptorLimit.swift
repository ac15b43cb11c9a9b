import Glibc

/// How many files and sockets this process may have open at once.
///
/// Running out is prevented, not survived: the runtime's thread pool looks at its threads through `/proc/self/task` and
/// ends the process when that cannot be opened.
struct DescriptorLimit {
    /// What is asked of the system, where it allows more than it gives.
    static let wanted: rlim_t = 16_384

    let allowed: rlim_t

    /// The limit of this process, raised as far as the system lets it, but not beyond what is ``wanted``.
    static func raised() -> DescriptorLimit {
        let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        var limit = rlimit()
        guard getrlimit(resource, &limit) == 0 else { return DescriptorLimit(allowed: 0) }
        let given = limit.rlim_cur
        limit.rlim_cur = max(given, min(limit.rlim_max, wanted))
        return DescriptorLimit(allowed: setrlimit(resource, &limit) == 0 ? limit.rlim_cur : given)
    }

    /// Why `concurrency` transfers at once are too many for the limit; `nil` when they are not.
    ///
    /// A transfer may stand beside two mute ones, each with a socket and a resolver's, and as many connections are kept
    /// for later; the rest is for the index, the outbox, operators and the runtime.
    func complaint(concurrency: Int) -> String? {
        let needed = rlim_t(clamping: concurrency * 8 + 320)
        guard allowed < needed else { return nil }
        return """
            only \(allowed) files may be open at once, and \(concurrency) transfers need \(needed): raise the limit \
            (LimitNOFILE= of the unit, ulimit -n) or lower fetch.concurrency
            """
    }
}
