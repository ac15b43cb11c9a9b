import NewsModel

extension Draft {
    /// Marks what a label on a line of its own is about: the name under `المصدر:`, the words under `تاجز:`, the
    /// question and the answers under `استطلاع الرأي`.
    mutating func markContinuations() {
        for index in lines.indices {
            guard let mark = marks[index], let length = lengthOfContinuation(of: mark, at: index) else { continue }
            for next in index + 1..<min(index + 1 + length, lines.count) {
                guard isKept(next), continues(mark.reason, next) else { break }
                self.mark(next, mark.reason, "continues: " + mark.rule)
            }
        }
    }

    /// How many lines the label at `index` may rule over.
    private func lengthOfContinuation(of mark: Mark, at index: Int) -> Int? {
        let line = lines[index]
        switch mark.reason {
        case .source: return line.sourceLabel == line.words.count ? 1 : nil
        case .tags: return line.tagLabel.map { $0.words == line.words.count } == true ? 20 : nil
        case .widget: return Rule.poll.knows(line) ? 9 : nil
        case .contact: return 3
        default: return nil
        }
    }

    private func continues(_ reason: Removal.Reason, _ index: Int) -> Bool {
        let line = lines[index]
        guard !line.isParagraph else { return false }
        switch reason {
        case .source: return line.words.count <= 6 && line.ending != .stop
        case .tags: return line.words.count <= 8 && line.ending == .none
        case .contact: return index > lastParagraph && line.has(.number) && line.ending != .stop
        default: return index < firstParagraph || index > lastParagraph || line.ending == .question
        }
    }
}
