import FeedParsing
import NewsModel

/// Fuzzes feeds: any bytes give a feed or an error, and never a trap, a leak or a wait.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let context = FeedContext(url: "https://fuzz.example/news/feed.xml", now: Timestamp(seconds: 1_753_000_000))
    _ = try? FeedParser.parse(Array(UnsafeBufferPointer(start: start, count: count)), context: context)
    return 0
}
