import NewsModel
import Testing

@testable import Deduplicating

@Suite("Stories")
struct StoryTests {
    /// Three reports of one event in their own words, and one of another.
    private static let reports = [
        (
            "زلزال قوي يضرب مدينة تبريز",
            "ضرب زلزال بقوة ست درجات مدينة تبريز شمال غربي إيران فجر الاثنين وأدى إلى انهيار عشرات المنازل في القرى المجاورة. وقال الهلال الأحمر إن فرق الإنقاذ وصلت إلى تبريز وبدأت انتشال العالقين تحت الأنقاض."
        ),
        (
            "فرق الإنقاذ تبحث عن ناجين بعد زلزال تبريز",
            "تواصل فرق الإنقاذ البحث عن ناجين تحت أنقاض المنازل التي انهارت في تبريز بعد الزلزال. وأعلن الهلال الأحمر الإيراني إقامة مخيمات لإيواء سكان القرى المتضررة شمال غربي البلاد."
        ),
        (
            "مئات المشردين في قرى تبريز بعد الزلزال",
            "أمضى مئات السكان ليلتهم في مخيمات أقامها الهلال الأحمر بعدما دمر الزلزال منازلهم في قرى حول تبريز، فيما انتشلت فرق الإنقاذ ناجين من تحت الأنقاض."
        ),
    ]
    private static let other = (
        "افتتاح معرض الكتاب في الدوحة",
        "افتتح معرض الكتاب الدولي في الدوحة أبوابه بمشاركة مئات دور النشر من أربعين دولة، ويضم البرنامج ندوات وأمسيات شعرية وورشا للأطفال تستمر عشرة أيام."
    )

    private func place(_ report: (String, String), _ number: Int, in index: inout StoryIndex, after hours: Int)
        -> Placement
    {
        let time = Samples.now + .seconds(hours * 3600)
        return index.place(number, report.1, title: report.0, now: time, published: time)
    }

    @Test("reports of one event are one story, none a copy; another event is another story")
    func oneEvent() {
        var index = StoryIndex(window: .seconds(14 * 86_400))
        let placements = Self.reports.enumerated().map {
            place($0.element, $0.offset, in: &index, after: 6 * $0.offset)
        }
        let other = place(Self.other, 9, in: &index, after: 20)

        #expect(Set(placements.map(\.story)) == [StoryID(startedBy: Samples.id(0))])
        #expect(placements.allSatisfy { $0.duplicateOf == nil })
        #expect(other.story == StoryID(startedBy: Samples.id(9)))
    }

    @Test("the same words ten days later are another story")
    func later() {
        var index = StoryIndex(window: .seconds(30 * 86_400))
        let first = place(Self.reports[0], 0, in: &index, after: 0)
        let later = place(Self.reports[1], 1, in: &index, after: 240)
        #expect(later.story != first.story)
    }

    @Test("a report published long ago is not of today's story, though it comes today")
    func oldNews() {
        var index = StoryIndex(window: .seconds(30 * 86_400))
        let first = place(Self.reports[0], 0, in: &index, after: 0)
        let old = index.place(
            1, Self.reports[1].1, title: Self.reports[1].0, published: Samples.now - .seconds(20 * 86_400))
        #expect(old.story != first.story)
    }

    @Test("an article without words is a story of its own")
    func empty() {
        var index = StoryIndex(window: .seconds(86_400))
        #expect(index.place(0, "").story == StoryID(startedBy: Samples.id(0)))
        #expect(index.place(1, "").story == StoryID(startedBy: Samples.id(1)))
    }
}
