/// A short Arabic line with what each of its words does on a page.
struct PageLine: Sendable {
    let line: Line
    let functions: [Functions]

    /// - Returns: `nil` for what is too long to be furniture, for quotations, and for what `و` joins to a sentence.
    init?(_ line: Line) {
        guard (1...24).contains(line.words.count), line.isArabic, line.opening != .quote, line.opening != .longDash,
            !line.roles(at: 0).contains(.conjoined)
        else { return nil }
        self.line = line
        functions = line.words.indices.map { Stems.ofPages.functions(of: line.word($0)) }
    }

    var indices: Range<Int> { functions.indices }

    func at(_ index: Int) -> Functions { functions.indices.contains(index) ? functions[index] : [] }

    func count(_ wanted: Functions) -> Int { functions.reduce(0) { $0 + ($1.isDisjoint(with: wanted) ? 0 : 1) } }

    func has(_ wanted: Functions) -> Bool { count(wanted) > 0 }

    /// Words that do none of this, by function or role, and are neither digits nor words without content.
    func strangers(besides functions: Functions, _ roles: Roles = []) -> Int {
        let accepted = roles.union([.function, .number])
        return indices.reduce(0) {
            let isKnown =
                !self.functions[$1].isDisjoint(with: functions)
                || !line.words[$1].roles.isDisjoint(with: accepted)
            return $0 + (isKnown ? 0 : 1)
        }
    }
}
