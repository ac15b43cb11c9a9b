/// Decides whether one of two texts is a copy of the other: copied, cut, extended, lightly edited, or spelt otherwise.
///
/// The thresholds were tuned on 1,530 made copies of 22 kinds among 5,000 articles and on 54 pairs of real ones judged by
/// eye; each stands where its neighbours do nearly as well.
struct CopyRule {
    /// The least coverage and the least evidence of a copy. Light edits leave a coverage of 0.8 and more, heavy ones 0.7.
    static let leastCoverage = 0.66
    private static let leastEvidence = 1.42

    let overlap: Overlap
    let terms: TermOverlap
    let new: Fingerprint
    let old: OldText

    var isCopy: Bool {
        guard shorter >= CopyRule.tinyText else { return overlap.isWhole }
        return overlap.coverage >= CopyRule.leastCoverage && evidence >= CopyRule.leastEvidence && hasItsNumbers
            && !isFollowUp && !isOtherPieceOfForm
    }

    /// Words below which a text is a copy only of the very same words: a run of three is too much of it.
    private static let tinyText = 12

    /// The share of the shorter text that stands in the other, plus the share of what it is about. A follow-up and a
    /// block that is embedded in both have only the first.
    private var evidence: Double {
        overlap.coverage + Double(newIsShorter ? terms.shareOfNew : terms.shareOfOld)
    }

    private var newIsShorter: Bool { overlap.comparedNew <= overlap.comparedOld }
    private var shorter: Int { min(overlap.comparedNew, overlap.comparedOld) }
    private var longer: Int { max(overlap.comparedNew, overlap.comparedOld) }
}

// MARK: - Numbers

extension CopyRule {
    /// Whether the shorter text's numbers stand in the other, but for a quarter of them, or one in a hundred words.
    ///
    /// Weather, prices, prayer times: two pieces of one form share a fifth of their numbers, copies nearly all. A
    /// report that holds few numbers may lose some to an editor, but a short text of the same length that has another
    /// number instead is the form filled in again.
    private var hasItsNumbers: Bool {
        let count = newIsShorter ? new.numbers.count : old.numberCount
        let common = commonNumbers
        let missing = count - common
        let isOnlyLoss = new.numbers.count == common || old.numberCount == common
        if isShortPair, !isOnlyLoss { return false }
        return missing * 4 <= count || missing <= max(shorter / 100, 1)
    }

    private var commonNumbers: Int {
        let count = old.numberCount
        var common = 0
        var index = 0
        for number in new.numbers {
            while index < count, old.number(index) < number { index += 1 }
            if index < count, old.number(index) == number { common += 1 }
        }
        return common
    }
}

// MARK: - Follow-ups

extension CopyRule {
    private static let ownLead = 40

    /// Whether the later text is the longer one, begins with news of its own, and is by half or more not in the earlier.
    ///
    /// A copy that grew begins as its original does, after a date line or a teaser.
    private var isFollowUp: Bool {
        new.length > Int(old.document.length) && overlap.leadNew > CopyRule.ownLead
            && overlap.commonNew * 2 < new.length
    }
}

// MARK: - Forms

extension CopyRule {
    /// Words of texts that are written by filling in a form; longer ones hold numbers, which tell them apart.
    private static let formWords = 150
    /// Words below which the title need not tell: there is no room for two edits that each bring a new term.
    private static let tinyFormWords = 60
    /// Less alike, and it is an edited copy; more, and it is the same piece spelt otherwise.
    private static let formCoverage = 0.84..<0.97
    private static let formRatio = 0.6

    /// Whether both can be one form: short, and about as long.
    private var isShortPair: Bool {
        shorter < CopyRule.formWords && Double(shorter) >= CopyRule.formRatio * Double(longer)
    }

    /// Whether both fill in one form with other names: «القيادة تهنئ رئيس سنغافورة بذكرى اليوم الوطني» and the same to
    /// another country the next day.
    ///
    /// They are short, about as long, and nearly the same, and their titles agree in half of their words while each has
    /// one that the other article lacks altogether. In copies what stands in a title stands in the other's text.
    private var isOtherPieceOfForm: Bool {
        guard isShortPair, CopyRule.formCoverage.contains(overlap.coverage) else { return false }
        if shorter < CopyRule.tinyFormWords, terms.onlyNew > 1, terms.onlyOld > 1 { return true }
        let titleTerms = min(new.terms.count { $0.isInTitle }, old.terms.count { $0.isInTitle })
        return terms.titleOnlyNew > 0 && terms.titleOnlyOld > 0 && terms.titleCommon > 0
            && terms.titleCommon * 2 >= titleTerms
    }
}
