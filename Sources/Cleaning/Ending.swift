import NewsText

/// How a line ends, closing quotes and brackets aside.
enum Ending: Sendable {
    case stop, question, exclamation, ellipsis, colon, none

    init(of folded: [UInt8]) {
        self = folded.withUnsafeBufferPointer { Ending.read($0) }
    }

    private static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Ending {
        var end = bytes.count
        while end > 0 {
            var start = end - 1
            while start > 0 && bytes[start] & 0xC0 == 0x80 { start -= 1 }
            switch decodeScalar(bytes, at: start).scalar {
            case 0x20, 0x22, 0x27, 0x29, 0x5D, 0x7D, 0xBB, 0x2019, 0x201D, 0x203A, 0xAB, 0x201C, 0x2018, 0x2A:
                end = start
            case 0x2E: return dots(bytes, endingAt: start) >= 2 ? .ellipsis : .stop
            case 0x06D4, 0x3002, 0x0964: return .stop
            case 0x3F, 0x061F: return .question
            case 0x21: return .exclamation
            case 0x2026: return .ellipsis
            case 0x3A: return .colon
            default: return .none
            }
        }
        return .none
    }

    private static func dots(_ bytes: UnsafeBufferPointer<UInt8>, endingAt index: Int) -> Int {
        var start = index
        while start > 0 && bytes[start - 1] == 0x2E { start -= 1 }
        return index - start + 1
    }
}

/// The mark a line begins with.
enum Opening: Sendable {
    case dash, bullet, quote, bracket, slashes, longDash, hash, none

    init(of folded: [UInt8]) {
        self = folded.withUnsafeBufferPointer { Opening.read($0) }
    }

    private static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Opening {
        guard let start = bytes.firstIndex(where: { $0 != 0x20 }) else { return .none }
        switch decodeScalar(bytes, at: start).scalar {
        case 0x2D, 0x2010...0x2013: return .dash
        case 0x2014, 0x2015: return .longDash
        case 0x2022, 0x25AA, 0x25AB, 0x25A0, 0x25CF, 0x25CB, 0x25C4, 0x25BA, 0x2023, 0x00B7, 0x2BC8, 0x25B6, 0x27A4:
            return .bullet
        case 0x22, 0xAB, 0x201C, 0x2018: return .quote
        case 0x28, 0x5B: return .bracket
        case 0x2F: return .slashes
        case 0x23: return .hash
        default: return .none
        }
    }
}
