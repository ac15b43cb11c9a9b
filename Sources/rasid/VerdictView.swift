import NewsModel

extension Verdict {
    /// The verdicts of extraction, each line it kept replaced by what cleaning made of it: one line or several.
    static func inOrder(_ extracted: [Verdict], _ cleaned: [Verdict]) -> [Verdict] {
        var verdicts: [Verdict] = []
        var rest = cleaned[...]
        for verdict in extracted {
            guard verdict.reason == nil else {
                verdicts.append(verdict)
                continue
            }
            var length = 0
            while let next = rest.first,
                length == 0 || length < verdict.text.utf8.count && verdict.text.contains(next.text)
            {
                length += next.text.utf8.count + 1
                verdicts.append(next)
                rest.removeFirst()
            }
        }
        return verdicts + rest
    }

    /// `- source [source line] المصدر: وكالات`; on a terminal the text is set apart, so that right-to-left letters do not
    /// reorder what stands before them.
    func explained(_ terminal: Terminal) -> String {
        guard let reason else { return terminal.styled("+", .green) + " " + text.isolated }
        let cause = terminal.styled(reason.rawValue, .yellow) + " " + terminal.styled("[\(rule)]", .dim)
        return terminal.styled("-", .red) + " " + cause + " " + text.isolated
    }
}
