import Glibc
import Monitoring
import NewsModel

/// `rasid status --watch`: the status drawn anew every two seconds, with what the last hour brought.
struct StatusScreen {
    private let place: StatePlace.Found
    private let terminal: Terminal
    /// Lines of each plot.
    private static let plotHeight = 3

    init(_ place: StatePlace.Found, _ terminal: Terminal) {
        self.place = place
        self.terminal = terminal
    }

    /// Draws until the process is told to end.
    func run() throws -> Never {
        while true {
            let view = try StatusView(place)
            let lines = (view.text(terminal) + "\n" + plots(view)).split(
                separator: "\n", omittingEmptySubsequences: false)
            // Home, then each line cleared to its end, then all below: nothing flickers.
            printDocument(
                "\u{1B}[H" + lines.map { "\($0)\u{1B}[K\r\n" }.joined() + "\u{1B}[J"
                    + terminal.styled("every 2 s, Ctrl-C ends", .dim))
            sleep(2)
        }
    }

    private func plots(_ view: StatusView) -> String {
        guard let history = view.snapshot?.history else { return "" }
        let polls = history.values(of: \.polls, now: view.now)
        let failures = history.values(of: \.failures, now: view.now)
        let articles = history.values(of: \.articles, now: view.now)
        return
            ([""] + plot("polls", polls, .cyan) + ["failed     \(Sparkline.line(failures))"]
            + plot("articles", articles, .green) + [
                "           60 minutes ago" + String(repeating: " ", count: 43) + "now"
            ])
            .joined(separator: "\n")
    }

    private func plot(_ name: String, _ values: [Int], _ style: Terminal.Style) -> [String] {
        let most = "up to \((values.max() ?? 0).grouped) a minute"
        return Sparkline.bars(values, height: Self.plotHeight).enumerated().map { row, bars in
            "\((row == 0 ? name : "").column(10)) \(terminal.styled(bars, style))" + (row == 0 ? "  \(most)" : "")
        }
    }
}
