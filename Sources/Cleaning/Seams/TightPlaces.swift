import NewsText

/// The offsets in a line's folded text where two words stand without a blank though no word can go on there.
struct TightPlaces: Sendable {
    /// Behind ة, behind tanwin, between a year and a letter: never inside an Arabic word.
    private(set) var certain: [Int] = []
    /// Between scripts, between a letter and a digit: also in names and numbers.
    private(set) var possible: [Int] = []
    /// Between a full stop and a letter.
    private(set) var stops: [Int] = []

    init(_ line: Line) {
        guard line.isArabic || line.roles.contains(.platform) else { return }
        var text = line.text
        text.withUTF8 { scan($0) }
    }

    private enum Kind { case arabic, latin, digit, mark, other }

    private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
        var index = 0
        var offset = 0
        var before = Kind.other
        var last: UInt32 = 0
        var secondLast: UInt32 = 0
        var digits = 0
        while index < bytes.count {
            let (scalar, length) = bytes[index] < 0x80 ? (UInt32(bytes[index]), 1) : decodeScalar(bytes, at: index)
            let kind = TightPlaces.kind(scalar)
            if kind != .mark {
                note(kind, at: offset, before, last: last, secondLast: secondLast, digits: digits)
                digits = kind == .digit ? digits + 1 : 0
                before = kind
            }
            secondLast = last
            last = scalar
            offset += TightPlaces.foldedLength(scalar, length, kind)
            index += length
        }
    }

    private mutating func note(
        _ kind: Kind, at offset: Int, _ before: Kind, last: UInt32, secondLast: UInt32, digits: Int
    ) {
        switch (before, kind) {
        case (.arabic, .arabic):
            let tanwin = last == 0x64B && secondLast == 0x627 || last == 0x627 && secondLast == 0x64B
            if last == 0x629 || tanwin || secondLast == 0x629 && last == 0x64B { certain.append(offset) }
        case (.digit, .arabic): digits == 4 ? certain.append(offset) : possible.append(offset)
        case (.arabic, .digit), (.arabic, .latin), (.latin, .arabic), (.digit, .latin): possible.append(offset)
        case (.other, .arabic) where last == 0x2E && secondLast != 0x2E: stops.append(offset)
        default: break
        }
    }

    private static func kind(_ scalar: UInt32) -> Kind {
        switch scalar {
        case 0x621...0x63F, 0x641...0x64A, 0x671...0x6D3: .arabic
        case 0x640, 0x64B...0x65F, 0x670, 0x200B...0x200F: .mark
        case 0x30...0x39, 0x660...0x669, 0x6F0...0x6F9: .digit
        case 0x41...0x5A, 0x61...0x7A: .latin
        default: .other
        }
    }

    private static func foldedLength(_ scalar: UInt32, _ length: Int, _ kind: Kind) -> Int {
        if scalar < 0x80 { return 1 }
        switch kind {
        case .arabic: return 2
        case .digit: return 1
        default:
            var bytes: [UInt8] = []
            appendScalar(scalar == 0 ? 0xFFFD : scalar, to: &bytes)
            return bytes.withUnsafeBufferPointer { Folding.fold($0).count }
        }
    }
}
