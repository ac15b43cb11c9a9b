import Monitoring
import NewsModel
import Synchronization

/// Hands figures to those who asked for them: the file and the address of feeds.yaml, and the service manager's socket.
final class MetricsOutlets: Sendable {
    fileprivate struct State: Sendable {
        /// Of the last look.
        var report: MetricsReport?
        var lag = Duration.zero
        var file: (path: String, writtenAt: ContinuousClock.Instant)?
        var listener: (place: MetricsSettings.Place, listener: MetricsListener)?
        var activated: MetricsListener?
    }

    private let state = Mutex(State())
    /// Between two files. Prometheus asks each 15 to 60 seconds.
    private static let fileRhythm = Duration.seconds(10)

    init(activated: LocalSocket?) throws(MetricsError) {
        guard let activated else { return }
        let listener = try MetricsListener(activated) { [weak self] form in self?.text(form) ?? "" }
        state.withLock { $0.activated = listener }
    }

    /// Whether anybody wants figures now.
    func areWanted(_ settings: MetricsSettings) -> Bool {
        if settings.listen != nil || state.withLock({ $0.activated != nil || $0.listener != nil }) { return true }
        return state.withLock { $0.isFileDue(settings.file, every: Self.fileRhythm) }
    }

    /// The daemon's loop came so much later than planned.
    func note(lag: Duration) {
        state.withLock { $0.lag = max($0.lag, lag) }
    }

    /// Keeps a report for those who ask, and writes the file when it is time, or for the last one. Blocks meanwhile.
    func hand(_ report: MetricsReport, _ settings: MetricsSettings) throws(MetricsError) {
        let (isFileDue, oldFile) = state.withLock { state in
            var report = report
            report.lag = state.lag
            state.lag = .zero
            state.report = report
            return (
                report.snapshot.isFinal || state.isFileDue(settings.file, every: Self.fileRhythm),
                state.file.flatMap { $0.path == settings.file ? nil : $0.path }
            )
        }
        if let oldFile {
            MetricsFile(oldFile).remove()
            state.withLock { $0.file = nil }
        }
        try listen(settings.listen)
        guard isFileDue, let path = settings.file else { return }
        try MetricsFile(path).write(text(.prometheus))
        state.withLock { $0.file = (path, .now) }
    }

    /// Ends the answers. The file goes too, unless it is to be kept: figures of a daemon that is gone would look like
    /// those of one that lives.
    func close(keepsFile: Bool) {
        let old = state.withLock { state in
            defer { state = State() }
            return state
        }
        old.listener?.listener.stop()
        old.activated?.stop()
        if !keepsFile, let file = old.file { MetricsFile(file.path).remove() }
    }

    private func listen(_ place: MetricsSettings.Place?) throws(MetricsError) {
        let old = state.withLock { state in
            guard let old = state.listener, old.place != place else { return nil as MetricsListener? }
            state.listener = nil
            return old.listener
        }
        old?.stop()
        guard let place, state.withLock({ $0.listener == nil }) else { return }
        let listener = try MetricsListener(LocalSocket(place)) { [weak self] form in self?.text(form) ?? "" }
        state.withLock { $0.listener = (place, listener) }
    }

    private func text(_ form: MetricsForm) -> String {
        state.withLock(\.report)?.text(form) ?? ""
    }
}

extension MetricsOutlets.State {
    fileprivate func isFileDue(_ path: String?, every rhythm: Duration) -> Bool {
        guard let path else { return file != nil }
        guard let file, file.path == path else { return true }
        return file.writtenAt.duration(to: .now) >= rhythm
    }
}
