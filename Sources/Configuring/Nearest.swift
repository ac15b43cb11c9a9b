/// The word of `words` that `word` was probably meant to be; `nil` when none is near.
///
/// Near is an edit for every three letters, at least one. Case and the separators `-`, `_` and space do not count.
func nearest(to word: String, in words: some Sequence<String>) -> String? {
    let wanted = skeleton(word)
    guard (1...longestWord).contains(wanted.count) else { return nil }
    var best: (word: String, distance: Int)?
    for candidate in words {
        let distance = editDistance(wanted, skeleton(candidate))
        if distance < best?.distance ?? Int.max { best = (candidate, distance) }
    }
    guard let best, best.distance <= max(1, wanted.count / 3) else { return nil }
    return best.distance < wanted.count ? best.word : nil
}

/// Letters. Longer than every key, short enough to compare with each of them.
private let longestWord = 40

private func skeleton(_ word: String) -> [UInt8] {
    word.lowercased().utf8.filter { $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: " ") }
}

/// How many letters must be put in, left out, exchanged, or swapped with their neighbour.
///
/// Source: the restricted distance of Damerau (1964), row by row.
func editDistance(_ first: [UInt8], _ second: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...second.count)
    for row in first.indices {
        var current = [row + 1]
        for column in second.indices {
            let same = first[row] == second[column]
            var cost = min(last[column] + (same ? 0 : 1), last[column + 1] + 1, current[column] + 1)
            if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
                cost = min(cost, beforeLast[column - 1] + 1)
            }
            current.append(cost)
        }
        (beforeLast, last) = (last, current)
    }
    return last.last ?? first.count
}
