/// The local names of elements that mean something in some feed, in lower case: publishers are not exact about it.
enum Tag: String, CaseIterable, Sendable {
    case other = ""
    // Documents and their parts.
    case rss, rdf, feed, channel, item, entry, items, image, textinput, source, div, body
    // Texts.
    case title, description, summary, subtitle, tagline, info, abstract, content, encoded, fullitem, rights, copyright
    case keywords, language, generator, credit, text
    case fulltext = "full-text"
    // Links.
    case link, url, guid, id, comments, commentrss, enclosure, origlink, icon, logo, redirect, newlocation
    case newfeedurl = "new-feed-url"
    case thumbnail, player, group, license
    // People.
    case author, contributor, creator, publisher, name, email, uri, homepage, owner, webmaster, managingeditor
    // Dates.
    case pubdate, published, issued, updated, modified, created, date, lastbuilddate, expirationdate, lastmod
    case publicationdate, expires, valid
    // Marks.
    case category, subject, tags, ttl, skiphours, skipdays, hour, day, updateperiod, updatefrequency, duration
    case width, height, total, draft, control, complete
    case deletedentry = "deleted-entry"
    // Places.
    case lat, long, lon, point, pos

    /// The tag of a name, prefix and case left aside.
    init(name: ArraySlice<UInt8>) {
        let local = name.lastIndex(of: 0x3A).map { name[($0 + 1)...] } ?? name
        self =
            local.count > Tag.longest
            ? .other : Tag.byName[String(decoding: local.map(Byte.lowered), as: UTF8.self)] ?? .other
    }

    private static let longest = 24
    private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
}
