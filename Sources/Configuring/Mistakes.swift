/// What was found wrong so far. Reading goes on after a mistake, so that an operator sees all of them at once.
struct Mistakes {
    /// More than this many are counted, not kept: a file of another kind would fill the memory with them.
    static let limit = 500

    private var found: [Mistake] = []
    private var left = 0

    var isEmpty: Bool { found.isEmpty }

    /// The message is only worded when there is room for it.
    mutating func add(_ place: Place?, _ message: @autoclosure () -> String) {
        guard found.count < Mistakes.limit else {
            left += 1
            return
        }
        found.append(Mistake(line: place?.line, column: place?.column, message: message()))
    }

    /// The sentence of a value that is not allowed. `found` and `allowed` complete it.
    mutating func refuse(_ node: Node, _ path: String, found: String, allowed: String, hint: String? = nil) {
        let advice = hint.map { " (\($0))" } ?? ""
        add(node.place, "\(path): found \(found), allowed is \(allowed)\(advice)")
    }

    /// The mistakes by line and column, those without a line first.
    var sorted: [Mistake] {
        var sorted = found.enumerated().sorted { first, second in
            let (left, right) = (first.element, second.element)
            return (left.line ?? 0, left.column ?? 0, first.offset) < (
                right.line ?? 0, right.column ?? 0, second.offset
            )
        }
        .map(\.element)
        if left > 0 { sorted.append(Mistake(line: nil, column: nil, message: "and \(left) more mistakes")) }
        return sorted
    }
}
