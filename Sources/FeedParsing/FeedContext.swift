import Glibc
package import NewsModel

/// What is known of a feed beside its bytes: where they came from and what the server said of them.
package struct FeedContext: Sendable {
    /// Where the bytes came from, after redirects. The base of relative links.
    package var url: String?
    package var contentType: String?
    package var contentLocation: String?
    package var contentLanguage: String?
    /// When the feed was read: what tells the century of a two-digit year.
    package var now: Timestamp

    /// - Parameters:
    ///   - headers: names in any case, values; those that say nothing of the document are passed over.
    ///   - now: by default the system's clock.
    package init(url: String? = nil, headers: [(name: String, value: String)] = [], now: Timestamp? = nil) {
        self.url = url
        self.now = now ?? Timestamp(seconds: Int64(time(nil)))
        for (name, value) in headers {
            switch name.lowercased() {
            case "content-type": contentType = value
            case "content-location": contentLocation = value
            case "content-language": contentLanguage = value
            default: continue
            }
        }
    }

    /// The charset that `Content-Type` names, without quotation marks.
    package var charset: String? {
        guard let contentType else { return nil }
        for parameter in contentType.split(separator: ";").dropFirst() {
            let parts = parameter.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, String(parts[0]).trimmed.lowercased() == "charset" else { continue }
            let value = String(parts[1]).trimmed
            return String(value.drop { $0 == "\"" || $0 == "'" }.prefix { $0 != "\"" && $0 != "'" })
        }
        return nil
    }

    /// What relative links are resolved against where the document does not say.
    var base: String? {
        guard let contentLocation else { return url }
        return WebLink.resolve(contentLocation, base: url) ?? url
    }
}
