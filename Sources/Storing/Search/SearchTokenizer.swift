import GRDB
import NewsText

/// What full-text search sees of a text: its search terms, at the places of the written words. Queries go through the
/// same.
final class SearchTokenizer: FTS5CustomTokenizer {
    static let name = "rasid"

    init(db: Database, arguments: [String]) throws {}

    func tokenize(
        context: UnsafeMutableRawPointer?, tokenization: FTS5Tokenization, pText: UnsafePointer<CChar>?, nText: CInt,
        tokenCallback: @escaping FTS5TokenCallback
    ) -> CInt {
        var code = ResultCode.SQLITE_OK.rawValue
        guard let pText, nText > 0 else { return code }
        pText.withMemoryRebound(to: UInt8.self, capacity: Int(nText)) { start in
            SearchTerms.terms(of: UnsafeBufferPointer(start: start, count: Int(nText))) { term, range in
                guard code == ResultCode.SQLITE_OK.rawValue else { return }
                code = term.withMemoryRebound(to: CChar.self) { letters in
                    tokenCallback(
                        context, 0, letters.baseAddress, CInt(letters.count), CInt(range.lowerBound),
                        CInt(range.upperBound))
                }
            }
        }
        return code
    }
}
