internal import Yams

/// What the parser says, in the words of someone who edits the file, and where.
func explain(_ error: YamlError, in text: String) -> (place: Place?, message: String) {
    switch error {
    case .parser(_, let problem, let mark, _) where problem.hasPrefix("Maximum nesting level"):
        return (Place(line: mark.line, column: mark.column), "not a configuration: lists in lists without end")
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
        .composer(let context, let problem, let mark, _):
        let line = line(mark.line, of: text)
        let advice = advice(problem, context?.text ?? "", line).map { " (\($0))" } ?? ""
        let start = context.flatMap { $0.mark.line == mark.line ? nil : " that began in line \($0.mark.line)" } ?? ""
        return (
            Place(line: mark.line, column: mark.column),
            "not YAML: \([context?.text, problem].compactMap { $0 }.joined(separator: start + ", "))\(advice)"
        )
    case .duplicatedKeysInMapping(let keys, let context):
        let names = keys.map(quoted).joined(separator: ", ")
        return (Place(line: context.mark.line, column: context.mark.column), "set twice in one mapping: \(names)")
    case .reader(let problem, _, let value, _):
        return (nil, "not YAML: \(problem), U+\(String(value, radix: 16, uppercase: true))")
    default:
        return (nil, "cannot be read as YAML")
    }
}

private func advice(_ problem: String, _ context: String, _ line: String) -> String? {
    if line.prefix(while: { $0 == " " || $0 == "\t" }).contains("\t") {
        return "a tab indents this line, allowed are spaces"
    }
    if problem.contains("mapping values are not allowed") {
        return "put quotes around a text that holds \": \", and begin the keys of one mapping in one column"
    }
    if problem.contains("cannot start any token") {
        return "put quotes around a text that begins with @, ` or %"
    }
    if problem.contains("undefined alias") {
        return "put quotes around a text that begins with *"
    }
    if problem.contains("expected a single document") || problem.contains("another document") {
        return "only one document: take the line --- out"
    }
    if context.contains("quoted scalar") || problem.contains("unexpected end of stream") {
        return "a closing quotation mark is missing"
    }
    if context.contains("flow") {
        return "a closing bracket or a comma is missing; put quotes around a text with brackets or colons"
    }
    if context.contains("block") || problem.contains("could not find expected ':'") {
        return "look at the indentation, and for a \":\" after the key"
    }
    return nil
}

/// The line of that number, counted from 1, empty behind the end.
private func line(_ number: Int, of text: String) -> String {
    let lines = text.unicodeScalars.split(separator: "\n", maxSplits: max(number, 0), omittingEmptySubsequences: false)
    return lines.indices.contains(number - 1) ? String(lines[number - 1]) : ""
}
