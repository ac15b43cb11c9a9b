/// Tells the encodings of Chinese, Japanese and Korean apart, which take two bytes a character.
struct EastAsianGuess {
    /// Whole characters, and bytes that are none, in one way of reading.
    private struct Reading {
        var pairs = 0
        var errors = 0
        /// Characters that the language uses most: kana, Hangul, common ideographs.
        var frequent = 0

        /// Tuned on feeds: running text in the right encoding has no errors, in a wrong one every fourth byte is one.
        func fits(_ share: Int) -> Bool {
            pairs >= 8 && errors * 50 <= pairs && frequent * 100 >= pairs * share
        }
    }

    private let bytes: UnsafeBufferPointer<UInt8>

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = UnsafeBufferPointer(rebasing: bytes.prefix(65_536))
    }

    /// The encoding, `nil` when the bytes fit none of them. The shares are of characters in running text: kana makes
    /// up half of Japanese, Hangul all of Korean.
    var encoding: Encoding? {
        let extended: (UInt8) -> Bool = { $0 >= 0xA1 && $0 != 0xFF }
        let lowTrail: (UInt8) -> Bool = { (0x40...0x7E).contains($0) || $0 >= 0xA1 && $0 != 0xFF }
        if read(trail: extended, isFrequent: { $0 == 0xA4 || $0 == 0xA5 }).fits(30) {
            return Encoding(label: "euc-jp")
        }
        if shiftJIS().fits(30) { return Encoding(label: "shift_jis") }
        if read(trail: extended, isFrequent: { (0xB0...0xC8).contains($0) }).fits(85) {
            return Encoding(label: "euc-kr")
        }
        if read(trail: extended, isFrequent: { (0xB0...0xD7).contains($0) }).fits(60) {
            return Encoding(label: "gb18030")
        }
        if read(trail: lowTrail, isFrequent: { (0xA4...0xC6).contains($0) }).fits(75) {
            return Encoding(label: "big5")
        }
        return nil
    }

    private func read(trail: (UInt8) -> Bool, isFrequent: (UInt8) -> Bool) -> Reading {
        var reading = Reading()
        var index = 0
        while index < bytes.count {
            let lead = bytes[index]
            index += 1
            guard lead >= 0x80 else { continue }
            guard lead >= 0x81, lead != 0xFF, index < bytes.count, trail(bytes[index]) else {
                reading.errors += 1
                continue
            }
            reading.pairs += 1
            if isFrequent(lead) { reading.frequent += 1 }
            index += 1
        }
        return reading
    }

    /// Shift JIS has half-width kana in one byte, which other scripts' letters look like; they count as errors here.
    private func shiftJIS() -> Reading {
        var reading = Reading()
        var index = 0
        while index < bytes.count {
            let lead = bytes[index]
            index += 1
            guard lead >= 0x80 else { continue }
            let isLead = (0x81...0x9F).contains(lead) || (0xE0...0xFC).contains(lead)
            guard isLead, index < bytes.count, bytes[index] >= 0x40, bytes[index] != 0x7F, bytes[index] <= 0xFC else {
                reading.errors += 1
                continue
            }
            reading.pairs += 1
            if lead == 0x82 && bytes[index] >= 0x9F || lead == 0x83 { reading.frequent += 1 }
            index += 1
        }
        return reading
    }
}
