import NewsModel
import Storing

extension ToldStory {
    /// The headline, who told it and how long, then each report in the order in which they came, with the others'
    /// headlines where they differ.
    func page(_ terminal: Terminal, now: Timestamp) -> String {
        let headline = MarkedText(title ?? "").lines(terminal, width: terminal.textWidth, plain: .bold)
        let copies = members.count(where: \.isCopy)
        var facts = ["\(sources.count) sources", counted(members.count - copies, "report", "reports")]
        if copies > 0 { facts.append(counted(copies, "copy", "copies")) }
        if let started, let latest {
            let length = latest - started
            facts.append("began \(started.ago(now))")
            if length >= .seconds(60) { facts.append("over \(length.rough)") }
        }
        let lines = headline + [terminal.styled("\(facts.joined(separator: ", "))   \(id)", .dim)]
        return (lines + reports(terminal)).joined(separator: "\n")
    }

    private func counted(_ count: Int, _ one: String, _ many: String) -> String {
        "\(count) \(count == 1 ? one : many)"
    }

    private func reports(_ terminal: Terminal) -> [String] {
        let width = max(terminal.textWidth - 36, 30)
        return members.prefix(ToldStory.mostReports).map { member in
            let name = (member.source ?? member.feed.name).isolated
            let mark = member.isCopy ? "=" : "·"
            let words = member.isCopy || member.title == title ? "" : (member.title ?? "").shortened(to: width).isolated
            return "  \(mark) \(member.published.minute)  \(member.id)  \(name)  \(words)"
        } + (members.count > ToldStory.mostReports ? ["  … and \(members.count - ToldStory.mostReports) more"] : [])
    }

    private static let mostReports = 15

    var json: String {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("story", id.text)
            writer.member("title", title)
            writer.member("sources", sources) { $0.value($1) }
            writer.member("started", started?.rfc3339)
            writer.member("latest", latest?.rfc3339)
            writer.member("articles", members) { $0.value($1) }
        }
        return writer.text
    }
}

extension Duration {
    /// `3 h`, `2 d`: one unit.
    fileprivate var rough: String {
        let seconds = wholeSeconds
        if seconds < 3600 { return "\(seconds / 60) min" }
        return seconds < 2 * 86_400 ? "\(seconds / 3600) h" : "\(seconds / 86_400) d"
    }
}
