import NewsModel
import Polling
import Synchronization

/// What a person at the terminal sees of a watch: a line for each thing that happens, and with --once a progress line
/// at the bottom. Writes to standard error, so that standard output carries results only.
final class Console: Sendable {
    private let terminal: Terminal
    private let configPath: String
    private let isOnce: Bool
    /// The progress line is on the screen and must be wiped before anything else is written.
    private let hasProgress = Mutex(false)

    init(_ terminal: Terminal, configPath: String, once: Bool) {
        self.terminal = terminal
        self.configPath = configPath
        isOnce = once
    }

    /// Shows one event, or nothing when it is not worth a line.
    func show(_ event: WatchEvent) {
        guard let line = line(for: event) else { return }
        write(line + "\n")
    }

    /// Redraws the progress line until cancelled.
    func animate(_ progress: @Sendable () -> WatchProgress) async {
        guard isOnce else { return }
        while !Task.isCancelled {
            draw(progress())
            try? await Task.sleep(for: .milliseconds(200))
        }
        write("")
    }

    private func write(_ text: String) {
        hasProgress.withLock { hasProgress in
            writeError(hasProgress ? "\r\u{1B}[K\(text)" : text)
            hasProgress = false
        }
    }

    private func draw(_ progress: WatchProgress) {
        let width = terminal.width ?? 80
        let total = max(progress.feedsDue + progress.itemsFound, 1)
        let done = min(progress.feedsDone + progress.itemsDone, total)
        let cells = max(min(width - 50, 30), 5)
        let full = cells * done / total
        let bar = String(repeating: "█", count: full) + String(repeating: "░", count: cells - full)
        let text =
            "\(bar) feeds \(progress.feedsDone)/\(progress.feedsDue)  articles \(progress.itemsDone)/\(progress.itemsFound)"
        hasProgress.withLock { hasProgress in
            writeError("\r\u{1B}[K\(text.shortened(to: width - 1))")
            hasProgress = true
        }
    }

    private func line(for event: WatchEvent) -> String? {
        switch event {
        case .started(let feeds, let outbox):
            return greeting(feeds: feeds, outbox: outbox)
        case .polled(let feed, _, let newItems, let known):
            guard newItems > 0 else { return nil }
            return mark("●", .cyan, feed, "\(newItems) new of \(newItems + known)")
        case .failed(let feed, let failure, let next, let isNews):
            guard isNews else { return nil }
            return mark("✗", .red, feed, "again \(next.at.ahead(.now)): \(failure.message.printable)")
        case .recovered(let feed, let failures):
            return mark("✓", .green, feed, "well again after \(failures) failures")
        case .gone(let feed):
            return mark("✗", .red, feed, "410 Gone: no longer polled")
        case .paused(let feed):
            return mark("‖", .yellow, feed, "paused by an operator")
        case .resumed(let feed):
            return mark("▶", .green, feed, "resumed by an operator")
        case .moved(let feed, let target):
            return mark("→", .yellow, feed, "moved for good to \(target.printable)")
        case .published(let file, let feed, let title, let version):
            let sign = version > 1 ? "↻" : "+"
            return marked(sign, .green, feed, file, title: title)
        case .duplicate(_, let original, let feed, let title):
            return marked("=", .dim, feed, "copy of \(original)", title: title)
        default:
            return troubleLine(for: event)
        }
    }

    private func troubleLine(for event: WatchEvent) -> String? {
        switch event {
        case .setAside(_, let feed, let reason):
            return mark("-", .dim, feed, "no article: \(reason.printable)")
        case .pageFailed(_, let feed, _, let reason):
            return mark("-", .yellow, feed, "to be tried again: \(reason.printable)")
        case .network(let isUp):
            return terminal.styled(isUp ? "the network is back" : "the network seems to be down", .yellow)
        case .outboxFailed(let reason):
            return terminal.styled("nothing can be stored: \(reason.printable)", .red)
        case .outboxRecovered:
            return terminal.styled("storing works again", .green)
        case .diskLow(let words):
            return terminal.styled("the disk is low: \(words)", .red)
        case .reloaded(let feeds):
            return "configuration read again: \(feeds) feeds"
        case .reloadRefused(let reason):
            return terminal.styled("configuration refused, the old one stays: \(reason.printable)", .red)
        case .stopping:
            return "stopping: finishing what is being written"
        default:
            return nil
        }
    }

    private func mark(_ sign: String, _ style: Terminal.Style, _ feed: FeedID, _ text: String) -> String {
        let name = feed.name.column(18)
        return
            "\(terminal.styled(sign, style)) \(name) \(text.shortened(to: max((terminal.width ?? 80) - name.count - 3, 40)))"
    }

    /// A title comes last and set apart, since it may run from right to left.
    private func marked(
        _ sign: String, _ style: Terminal.Style, _ feed: FeedID, _ text: String, title: String?
    ) -> String {
        let name = feed.name.column(18)
        let room = max((terminal.width ?? 80) - name.count - text.count - 5, 20)
        return "\(terminal.styled(sign, style)) \(name) \(text)  \((title ?? "").shortened(to: room).setApart)"
    }

    private func greeting(feeds: Int, outbox: String) -> String {
        var lines = [
            terminal.styled("Rasid \(Rasid.version)", .bold)
                + " watches \(feeds) feeds. Articles go to \(outbox.printable)"
        ]
        if !isOnce {
            lines.append("  stop    Ctrl-C")
            lines.append("  search  rasid search WORD --config \(configPath.printable)")
            lines.append("  status  rasid status --config \(configPath.printable)")
        }
        lines.append("  ● feed with news   + article   = copy   - no article   ✗ failed")
        return lines.joined(separator: "\n")
    }
}
