/// Something in which outbox, journal and index do not agree.
package struct Disagreement: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable {
        /// A consumer took the file away, which is its right; or it was lost.
        case fileMissing = "file_missing"
        /// The bytes are not those that were announced.
        case fileChanged = "file_changed"
        /// Named like one of ours, and the index does not know it.
        case fileUnknown = "file_unknown"
        /// Named like one of ours, and is none.
        case fileUnreadable = "file_unreadable"
        /// Lines are missing from the journal: the number before them and the number after.
        case journalGap = "journal_gap"
        /// The index knows of an announcement that the journal does not hold.
        case journalLineMissing = "journal_line_missing"
        /// SQLite finds the index damaged.
        case indexDamaged = "index_damaged"
    }

    package let kind: Kind
    /// A file name, journal numbers, or SQLite's words.
    package let subject: String

    package init(_ kind: Kind, _ subject: String) {
        self.kind = kind
        self.subject = subject
    }

    /// Whether it needs somebody. A file that was taken away does not.
    package var isTrouble: Bool { kind != .fileMissing }
}

extension Disagreement: CustomStringConvertible {
    package var description: String {
        switch kind {
        case .fileMissing: "\(subject) is not in the outbox any more"
        case .fileChanged: "\(subject) is not what was announced"
        case .fileUnknown: "\(subject) is not in the index"
        case .fileUnreadable: "\(subject) is named like an article and is none"
        case .journalGap: "the journal lacks what is between the numbers \(subject)"
        case .journalLineMissing: "the journal lacks the announcement of \(subject)"
        case .indexDamaged: "the index is damaged: \(subject)"
        }
    }
}
