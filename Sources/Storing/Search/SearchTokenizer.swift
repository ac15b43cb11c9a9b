import GRDB
import NewsText

/// What full-text search sees of a text: its folded words, at the place of the written ones.
final class SearchTokenizer: FTS5CustomTokenizer {
    static let name = "rasid"

    init(db: Database, arguments: [String]) throws {}

    func tokenize(
        context: UnsafeMutableRawPointer?, tokenization: FTS5Tokenization, pText: UnsafePointer<CChar>?, nText: CInt,
        tokenCallback: @escaping FTS5TokenCallback
    ) -> CInt {
        guard let pText, nText > 0 else { return ResultCode.SQLITE_OK.rawValue }
        return pText.withMemoryRebound(to: UInt8.self, capacity: Int(nText)) { start in
            let utf8 = UnsafeBufferPointer(start: start, count: Int(nText))
            for range in wordRanges(inFolded: utf8) {
                let word = Folding.fold(UnsafeBufferPointer(rebasing: utf8[range]))
                let code = word.withUnsafeBytes { bytes in
                    tokenCallback(
                        context, 0, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), CInt(bytes.count),
                        CInt(range.lowerBound), CInt(range.upperBound))
                }
                if code != ResultCode.SQLITE_OK.rawValue { return code }
            }
            return ResultCode.SQLITE_OK.rawValue
        }
    }
}
