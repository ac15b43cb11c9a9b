import Cleaning
import Extracting
import NewsModel

/// Fuzzes pages: any bytes give an article, which is then cleaned, or an error.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let now = Timestamp(seconds: 1_753_000_000)
    let context = PageContext(url: "https://fuzz.example/news/1.html", now: now)
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    guard let extraction = try? Extractor().extract(bytes, context: context) else { return 0 }
    _ = Cleaner(now: now).clean(extraction.article)
    return 0
}
