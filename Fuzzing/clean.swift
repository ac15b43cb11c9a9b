import Cleaning
import NewsModel

/// Fuzzes plain text: cleaning what was cleaned changes nothing.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    let cleaner = Cleaner(now: Timestamp(seconds: 1_753_000_000))
    let once = cleaner.clean(Article(plainText: text))
    let twice = cleaner.clean(once.article)
    guard twice.article == once.article else {
        let verdicts = (once.verdicts.map { "once: \($0)" } + twice.verdicts.map { "twice: \($0)" })
        fatalError("cleaning twice is not cleaning once:\n" + verdicts.joined(separator: "\n"))
    }
    return 0
}
