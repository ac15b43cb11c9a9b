internal import NewsModel

extension SharedFields {
    mutating func readDate(_ element: Element) -> Bool {
        switch element.tag {
        case .pubdate, .published, .issued, .publicationdate: take(element, into: \.published, rank: 4)
        case .updated, .modified, .lastbuilddate, .lastmod: take(element, into: \.updated, rank: 4)
        case .created: take(element, into: \.created, rank: 4)
        case .date: take(element, into: \.date, rank: 1)
        default: return false
        }
        return true
    }

    /// Takes a date that can be read; of one that cannot, its text. Of several equals the last counts.
    mutating func take(_ element: Element, into field: WritableKeyPath<SharedFields, Ranked<Timestamp>>, rank: Int) {
        let (date, unread) = context.date(element)
        self[keyPath: field].replace(date, rank: rank)
        unreadDate = unreadDate ?? unread
    }

    /// The dates as they are meant: a date of nothing in particular is that of publication, where no other is.
    var publishedDate: Timestamp? {
        published.value ?? date.value
    }

    var updatedDate: Timestamp? {
        updated.value ?? (published.value == nil ? nil : date.value)
    }
}
