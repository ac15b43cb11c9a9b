/// Light stemming of words in Latin letters: what English and French add at the end of a word.
///
/// Plural `-s`, `-es`, `-x`; `-ies`, `-ie` and `-y` become `i`, `-aux` becomes `al`; `-ing`, `-ed` and a final `e` go.
/// Words of three letters and words that are no longer words without their ending (`this`, `news`, `spring`) stay.
enum LatinStemming {
    static func stem(_ letters: inout [UInt32]) {
        guard letters.count > 3, letters.allSatisfy({ (0x61...0x7A).contains($0) || $0 >= 0xC0 && $0 < 0x250 }),
            !isKept(letters)
        else { return }
        cutPlural(&letters)
        cutVerbEnding(&letters)
        cutVowel(&letters)
    }

    private static func isKept(_ letters: [UInt32]) -> Bool {
        kept.contains(letters)
    }

    private static let kept: Set<[UInt32]> = Set(
        ["this", "news", "does", "paris", "texas", "wales", "james", "thing", "during", "united"]
            .map { $0.unicodeScalars.map(\.value) })

    private static func ends(_ letters: [UInt32], _ suffix: StaticString) -> Bool {
        let count = suffix.utf8CodeUnitCount
        guard letters.count >= count else { return false }
        for index in 0..<count where letters[letters.count - count + index] != UInt32(suffix.utf8Start[index]) {
            return false
        }
        return true
    }

    private static func cutPlural(_ letters: inout [UInt32]) {
        if ends(letters, "aux"), !ends(letters, "eaux"), letters.count > 5 {
            letters.removeLast(2)
            letters.append(0x6C)
        } else if ends(letters, "eaux") || ends(letters, "eux") {
            letters.removeLast()
        } else if ends(letters, "sses") || ends(letters, "ches") || ends(letters, "shes") || ends(letters, "xes") {
            letters.removeLast(2)
        } else if ends(letters, "s"), !ends(letters, "ss"), !ends(letters, "us"), !ends(letters, "is") {
            letters.removeLast()
        }
    }

    private static func cutVerbEnding(_ letters: inout [UInt32]) {
        let count = ends(letters, "ing") ? 3 : ends(letters, "ed") && !ends(letters, "eed") ? 2 : 0
        let rest = letters.dropLast(count)
        guard count > 0, rest.count >= 3, rest.contains(where: { isVowel($0) }) else { return }
        letters.removeLast(count)
        if let last = letters.last, letters.count > 3, letters[letters.count - 2] == last, !isVowel(last), last != 0x6C,
            last != 0x73
        {
            letters.removeLast()
        }
    }

    private static func cutVowel(_ letters: inout [UInt32]) {
        if letters.count > 3, letters.last == 0x65 { letters.removeLast() }
        if letters.count > 2, letters.last == 0x79, !isVowel(letters[letters.count - 2]) {
            letters[letters.count - 1] = 0x69
        }
    }

    private static func isVowel(_ letter: UInt32) -> Bool {
        [0x61, 0x65, 0x69, 0x6F, 0x75, 0x79].contains(letter) || letter > 0x80
    }
}
