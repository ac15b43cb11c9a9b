import Monitoring
import NewsModel

/// One host as `rasid status --hosts` shows it.
struct HostView {
    let host: StatusSnapshot.Host

    /// The state, the pace, what waits; the name last.
    func line(now: Timestamp) -> String {
        let held = host.heldUntil.flatMap { $0 > now ? $0 : nil }
        let letter = held != nil ? "H" : host.isRobotsReadable == false ? "R" : host.running > 0 ? "o" : "-"
        let pause = held.map { "asked for a pause, ends \($0.ahead(now))" } ?? ""
        let robots =
            switch host.isRobotsReadable {
            case true?: "robots.txt read"
            case false?: "robots.txt not to be had: no pages"
            case nil: "robots.txt not asked for"
            }
        return """
            \(letter) under way \(String(host.running).rightColumn(3))  waiting \(String(host.waiting).rightColumn(5))  \
            pace \(pace.rightColumn(7))  \(robots.column(34)) \(pause.column(34)) \(host.name.printable)
            """
    }

    private var pace: String { Duration.milliseconds(host.paceMilliseconds).briefPace }

    var jsonLine: String {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("host", host.name)
            writer.member("held_until", host.heldUntil?.rfc3339)
            writer.member("under_way", host.running)
            writer.member("waiting", host.waiting)
            writer.member("pace_ms", Int(host.paceMilliseconds))
            writer.member(
                "robots", host.isRobotsReadable.map { $0 ? "read" : "unreachable" })
        }
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}

extension Duration {
    /// Seconds with a tenth, for small waits: `1.5 s`.
    fileprivate var briefPace: String {
        let tenths = wholeMilliseconds / 100
        return tenths % 10 == 0 ? "\(tenths / 10) s" : "\(tenths / 10).\(tenths % 10) s"
    }
}
