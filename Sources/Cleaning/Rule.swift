import NewsModel

/// A kind of line that is no part of the story, and how to know it.
struct Rule: Sendable {
    /// Where in the text a line must stand for a rule to speak of it.
    enum Scope: Sendable {
        case anywhere
        /// Before the first paragraph of the story.
        case head
        /// After its last paragraph.
        case tail
        /// Not among the first paragraphs: only where others stand above.
        case afterStart
        /// Before the first or after the last.
        case edges
    }

    /// In a few words, for `--explain`.
    let name: String
    let reason: Removal.Reason
    let scope: Scope
    let knows: @Sendable (Line) -> Bool

    init(
        _ name: String, _ reason: Removal.Reason, _ scope: Scope = .anywhere,
        knows: @escaping @Sendable (Line) -> Bool
    ) {
        self.name = name
        self.reason = reason
        self.scope = scope
        self.knows = knows
    }

    /// Those that need not know where the story begins and ends.
    static let everywhere = all.filter { $0.scope == .anywhere }

    /// All rules for single lines; the first that knows a line takes it.
    static let all: [Rule] = [
        wireEnd, agencyDateline, embeddedPost, teaserEnd, linkToOriginal, sourceCredit, creditNote, bracketedSource,
        dateLine,
        shareBar, network, follow, tagList, hashtags, unmarkedTags, mentioned,
        disclaimer, copyright, cookieNotice, commentInvitation, commentRules, photoCredit, photographer, pictureNote,
        labelledByline,
        advertisement, poll,
        button, header, contact, bareLink, bareSource, nameAndPlace, outletLine, formField, counter, paging, bareNumber,
        feedbackQuestion, pageWords, counted, duration, machineText, skipMark, jump, neighbour, figures, stampLabel,
        initials,
        pageMessage, pageTalk,
        bareAgency,
    ]
}
