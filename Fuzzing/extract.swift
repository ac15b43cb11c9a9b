import Cleaning
import Extracting
import NewsModel

/// Fuzzes pages: any bytes give an article, or an error; and cleaning it twice is cleaning it once.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let now = Timestamp(seconds: 1_753_000_000)
    let context = PageContext(url: "https://fuzz.example/news/1.html", now: now)
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    guard let extraction = try? Extractor().extract(bytes, context: context) else { return 0 }
    let cleaner = Cleaner(now: now)
    let once = cleaner.clean(extraction.article).article
    let twice = cleaner.clean(once).article
    guard twice == once else { fatalError("cleaning twice is not cleaning once:\n\(once)\n\(twice)") }
    return 0
}
