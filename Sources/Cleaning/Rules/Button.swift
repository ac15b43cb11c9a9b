import NewsModel

extension Rule {
    /// Buttons and gauges of a page: `طباعة`, `حجم الخط`, `مدة القراءة: 3 دقائق`, `2min`, `Next Previous`, `post-title`.
    static let button = Rule("button or gauge", .widget) { line in
        if line.isNotice || line.isLoneRequest { return true }
        guard line.words.count <= 12, line.ending != .stop, line.ending != .question else { return false }
        guard !line.roles(at: 0).contains(.conjoined) else { return false }
        let known: Roles = [
            .button, .minute, .platform, .sharing, .content, .measure, .field, .this, .here, .following, .us,
            .channel, .click, .more,
        ]
        guard line.unknown(besides: known) == 0 else {
            return line.opensWithButton && line.unknown(besides: known) <= 2
        }
        let isDuration = line.count(.number) == 1 && line.has(.minute) && line.words.count <= 4 && !line.has(.function)
        return isDuration || line.count(.button) >= 1 && (line.words.count <= 3 || line.count(.button) >= 2)
    }
}

extension Line {
    /// Whole sentences of players and gauges: `Video player is loading.`, `Lesezeit: 4 Min.`
    fileprivate var isNotice: Bool {
        guard words.count <= 10, ending == .stop, opening != .quote else { return false }
        let isGauge = words.count <= 4 && count(.number) == 1 && has(.minute) && has(.button)
        return isGauge
            || count(.button) >= 2 && unknown(besides: [.button, .content, .this, .you, .minute, .photo]) == 0
    }

    /// Two words of buttons in a row at the start: `احفظ المقالات …` does not, `كد خبر: 1358912` does.
    fileprivate var opensWithButton: Bool {
        roles(at: 0).contains(.button)
            && (roles(at: 1).contains(.button) || label(within: 3) != nil || count(.button) >= 3)
            && words.count <= 12
    }

    /// `استمع` by itself.
    fileprivate var isLoneRequest: Bool {
        words.count == 1 && ending == .none && opening == .none && roles(at: 0).contains([.reading, .verb])
            && !has([.conjoined, .opener, .also])
    }
}
