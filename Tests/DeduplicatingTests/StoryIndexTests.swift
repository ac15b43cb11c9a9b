import NewsModel
import Testing

@testable import Deduplicating

@Suite struct StoryIndexTests {
    static let text = """
        وقعت الشركة الوطنية للطاقة اتفاقا مع وزارة النقل لبناء ثلاث محطات جديدة في شمال البلاد، وقال المتحدث باسمها إن العمل \
        يبدأ في الربيع المقبل وينتهي خلال عامين إذا لم تتأخر أعمال الحفر التي تتولاها شركات محلية.
        """

    @Test func theSameTextIsACopy() {
        var index = StoryIndex(window: .seconds(86_400))
        let now = Timestamp(seconds: 1_000_000)
        let first = ArticleID(hash: 1 << 32)
        let second = ArticleID(hash: 2 << 32)
        let fingerprint = Fingerprint(title: nil, text: Self.text, source: nil)

        let original = index.place(first, fingerprint, published: nil, now: now)
        let copy = index.place(second, fingerprint, published: nil, now: now)

        #expect(original == Placement(duplicateOf: nil, similarity: 0, story: StoryID(startedBy: first)))
        #expect(copy == Placement(duplicateOf: first, similarity: 1, story: original.story))
    }
}
