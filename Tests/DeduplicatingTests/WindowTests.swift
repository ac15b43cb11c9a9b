import NewsModel
import Testing

@testable import Deduplicating

@Suite("The window, restarts and versions")
struct WindowTests {
    private let text = Samples.text(1)
    private let day = Duration.seconds(86_400)

    @Test("what left the window is forgotten, what did not is not")
    func window() {
        var index = StoryIndex(window: day * 2)
        _ = index.place(0, text)
        #expect(index.place(1, text, now: Samples.now + day).duplicateOf == Samples.id(0))
        #expect(index.place(2, text, now: Samples.now + day * 4).duplicateOf == nil)
        #expect(index.count == 1)
    }

    @Test("no date, an old date and a date to come are all in the window")
    func dates() {
        var index = StoryIndex(window: day)
        _ = index.place(0, text)
        for (number, published) in [nil, Samples.now - day * 900, Samples.now + day * 900].enumerated() {
            #expect(index.place(number + 1, text, published: published).duplicateOf == Samples.id(0))
        }
    }

    @Test("a clock that goes back or is far off traps nothing and keeps the window")
    func clock() {
        var index = StoryIndex(window: day)
        let ends = [
            Timestamp(milliseconds: .max), Timestamp(milliseconds: .min), Samples.now, Timestamp(milliseconds: 0),
        ]
        for (number, now) in (ends + ends).enumerated() {
            _ = index.place(number, Samples.text(UInt64(number)), now: now, published: ends[number % 3])
        }
        _ = index.place(50, text, now: Samples.now)
        #expect(index.place(51, text, now: Samples.now - day * 3).duplicateOf == Samples.id(50))
        #expect(index.place(52, text, now: Samples.now - day * 1).duplicateOf == nil)
    }

    @Test("bytes hold all of a fingerprint")
    func bytes() {
        for text in ["", "كلمة", self.text, Samples.text(3, words: 3000), "1 2 3 4 5", "日本語の記事"] {
            let fingerprint = Fingerprint(title: "عنوان \(text.prefix(20))", text: text, source: "a")
            #expect(Fingerprint(bytes: fingerprint.bytes) == fingerprint)
        }
    }

    @Test("damaged bytes are no fingerprint")
    func damage() {
        let bytes = Fingerprint(title: "t", text: text, source: nil).bytes
        for cut in [0, 1, 5, 14, bytes.count - 1] { #expect(Fingerprint(bytes: Array(bytes.prefix(cut))) == nil) }
        #expect(Fingerprint(bytes: bytes + [0]) == nil)
        for place in stride(from: 0, to: bytes.count, by: 11) {
            var damaged = bytes
            damaged[place] ^= 0xFF
            guard let fingerprint = Fingerprint(bytes: damaged) else { continue }
            var index = StoryIndex(window: day)
            _ = index.place(Samples.id(0), fingerprint, published: nil, now: Samples.now)
            #expect(index.place(1, text).similarity <= 1)
        }
    }

    /// Articles an hour apart: some new, some copies, some of a story with an earlier one.
    private func stream(_ count: Int) -> [(id: ArticleID, fingerprint: Fingerprint, time: Timestamp)] {
        (0..<count).map { number in
            let subject = Samples.words(UInt64(number / 5), 40).joined(separator: " ")
            let own = Samples.text(UInt64(1000 + number - (number % 7 == 3 ? 2 : 0)), words: 60)
            let fingerprint = Fingerprint(title: nil, text: subject + " " + own, source: nil)
            return (Samples.id(number), fingerprint, Samples.now + .seconds(3600 * number))
        }
    }

    @Test("restored from bytes, the index places as if it had never stopped", arguments: [1, 60, 119])
    func restart(stop: Int) throws {
        let stream = stream(120)
        var running = StoryIndex(window: day * 30)
        let placements = stream.map { running.place($0.id, $0.fingerprint, published: $0.time, now: $0.time) }
        #expect(Set(placements.map(\.story)).count < 100)
        #expect(placements.contains { $0.duplicateOf != nil })

        var restored = StoryIndex(window: day * 30)
        for (article, placement) in zip(stream, placements).prefix(stop) {
            let fingerprint = try #require(Fingerprint(bytes: article.fingerprint.bytes))
            restored.restore(
                article.id, fingerprint, published: article.time, seen: article.time, story: placement.story,
                duplicateOf: placement.duplicateOf)
        }
        for (article, placement) in zip(stream, placements).dropFirst(stop) {
            #expect(
                restored.place(article.id, article.fingerprint, published: article.time, now: article.time) == placement
            )
        }
    }

    @Test("an article placed again is no copy of itself and stays in its story")
    func again() {
        var index = StoryIndex(window: day)
        let first = index.place(0, text)
        #expect(index.place(0, text) == first)
        let changed = index.place(0, Samples.text(77))
        #expect(changed.duplicateOf == nil)
        #expect(changed.story == first.story)
    }

    @Test("a new version of the original is no copy of its copy")
    func versionOfOriginal() {
        var index = StoryIndex(window: day)
        _ = index.place(0, text)
        #expect(index.place(1, text).duplicateOf == Samples.id(0))
        index.remove(Samples.id(0))
        #expect(index.place(0, text + " " + Samples.text(5, words: 10)).duplicateOf == nil)
        #expect(index.place(2, text).duplicateOf == Samples.id(0))
    }

    @Test("a withdrawn article has no copies, nor have its copies")
    func withdrawn() {
        var index = StoryIndex(window: day)
        _ = index.place(0, text)
        _ = index.place(1, text)
        index.remove(Samples.id(0))
        #expect(index.place(2, text).duplicateOf == nil)
        index.remove(Samples.id(99))
    }
}
