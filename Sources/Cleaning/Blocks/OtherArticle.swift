import NewsModel

extension Draft {
    /// Why the lines behind a heading are a whole other story that runs to the end; `nil` when they are not.
    ///
    /// Its sign is a title, mostly with a date line, and a paragraph that tells what the title says.
    func otherArticle(after heading: Int, items: Range<Int>) -> String? {
        guard let title = items.first(where: { lines[$0].isTitleLike && !lines[$0].isDateLine }) else { return nil }
        let body = items.upperBound
        guard body < lines.count, items.count <= 4 else { return nil }
        let dated = items.contains { lines[$0].isDateLine }
        let told = overlap(of: lines[title], with: lines[body])
        let prefixed = lines[body].opensWithOutlet || dated && lines[body].opensWithDateline
        if hasEnded(before: heading) && (dated || told >= 0.25 || prefixed) { return "another story after the end" }
        if told >= 0.4 && lines[heading].leadsOn { return "another story behind this one" }
        if dated && (prefixed || told >= 0.5 && !lines[body].roles(at: 0).contains(.conjoined)) {
            return "another story with its own title and date"
        }
        return nil
    }

    /// Whether what closes a story (source, keywords) stands between the heading and the paragraph above it.
    private func hasEnded(before heading: Int) -> Bool {
        for index in lines.indices[..<heading].reversed() {
            let line = lines[index]
            if Rule.sourceCredit.knows(line) || Rule.tagList.knows(line) || Rule.copyright.knows(line) {
                return lines[..<index].contains(where: \.isParagraph)
            }
            if line.isParagraph { return false }
        }
        return false
    }

    /// The share of the words of `title` that stand in `paragraph`, in whatever form.
    private func overlap(of title: Line, with paragraph: Line) -> Double {
        let wanted = title.stems
        guard !wanted.isEmpty else { return 0 }
        let there = paragraph.stems
        let found = wanted.filter { stem in
            there.contains { $0.starts(with: stem) || stem.starts(with: $0) }
        }
        return Double(found.count) / Double(wanted.count)
    }
}

extension Line {
    /// `الخبر التالي`
    fileprivate var leadsOn: Bool {
        words.count == 2 && roles(at: 0).contains(.content) && Neighbours.words.contains(words[1].hash)
    }

    /// `المستقلة/- في تطور …`: a publication's name, then a stroke or dashes.
    var opensWithOutlet: Bool {
        (0..<2).contains { index in
            let gap = gap(after: index)
            return gap.contains(UInt8(ascii: "/")) && gap.count <= 4
        }
    }

    /// `مسقط - مباشر: أنهى المؤشر …`: a place, a dash, a name and a colon.
    var opensWithDateline: Bool {
        guard roles(at: 0).contains(.place), let label = label(within: 5), label >= 2,
            gap(after: label - 1).contains(UInt8(ascii: ":"))
        else { return false }
        return (0..<label - 1).contains { gap(after: $0).contains(UInt8(ascii: "-")) || gap(after: $0).holds("–") }
    }

    /// The words with content, without the letters that are written together with them.
    fileprivate var stems: [ArraySlice<UInt8>] {
        words.compactMap { word in
            guard word.roles.isDisjoint(with: .function) else { return nil }
            var stem = folded[word.range]
            for particle in Line.particles where stem.starts(with: particle) && stem.count >= particle.count + 6 {
                stem = stem.dropFirst(particle.count)
            }
            return stem.count >= 6 ? stem.prefix(10) : nil
        }
    }

    private static let particles = ["و", "ب", "ل", "ال"].map { Array($0.utf8) }
}
