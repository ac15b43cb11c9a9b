/// Whether the parser may see `text`: no control characters, and no more references than a person writes.
/// A reference to a list of references to lists grows by a power with each line, so they are counted before.
func isHarmless(_ text: String, _ mistakes: inout Mistakes) -> Bool {
    var place = Place(line: 1, column: 0)
    var previous: Unicode.Scalar = "\n"
    var references = 0
    for scalar in text.unicodeScalars {
        if previous == "\n" && place.column > 0 { place = Place(line: place.line + 1, column: 0) }
        place.column += 1
        if isForbidden(scalar) {
            let code = String(scalar.value, radix: 16, uppercase: true)
            mistakes.add(place, "a control character, U+\(code), allowed is text")
            return false
        }
        if previous == "*", isNameCharacter(scalar) { references += 1 }
        if references > mostReferences {
            mistakes.add(place, "too many references (*name), allowed are \(mostReferences)")
            return false
        }
        // What follows a letter or a digit is a product or an emphasis, never a reference.
        previous = scalar == "*" && isNameCharacter(previous) ? "x" : scalar
    }
    return true
}

/// 32 references can make 3¹⁰ nodes of one, which is no burden.
private let mostReferences = 32

/// What the parser would stop at: controls, and code points that are no characters.
private func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x85: false
    case 0..<0x20, 0x7F...0x9F, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
}

private func isNameCharacter(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar == "-" || scalar.isASCII && scalar.properties.isAlphabetic
        || ("0"..."9").contains(scalar)
}
