/// The answer to one HTTP request for metrics. Pure: bytes of the request in, bytes of the answer out.
///
/// Source: RFC 9112 for what is read of a request; each connection carries one.
enum ScrapeAnswer {
    /// Bytes of a request's head. Prometheus sends a few hundred.
    static let longestHead = 8192

    /// Whether the head of the request is there.
    static func isWhole(_ request: [UInt8]) -> Bool {
        let (lineFeed, carriageReturn): (UInt8, UInt8) = (0x0A, 0x0D)
        // The empty line: two line ends in a row, with or without carriage returns.
        var isLineEmpty = false
        for byte in request {
            if byte == lineFeed {
                if isLineEmpty { return true }
                isLineEmpty = true
            } else if byte != carriageReturn {
                isLineEmpty = false
            }
        }
        return false
    }

    /// - Parameter figures: made only when they are asked for.
    static func bytes(to request: [UInt8], figures: (MetricsForm) -> String) -> [UInt8] {
        let lines = request.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).map {
            String(decoding: $0, as: UTF8.self)
        }
        let words = lines.first?.split(separator: " ") ?? []
        guard words.count == 3, words[2].hasPrefix("HTTP/1.") else { return answer("400 Bad Request") }
        guard words[1] == "/metrics" || words[1].hasPrefix("/metrics?") else { return answer("404 Not Found") }
        guard words[0] == "GET" || words[0] == "HEAD" else {
            return answer("405 Method Not Allowed", fields: "Allow: GET, HEAD\r\n")
        }
        let form = wanted(lines)
        return answer("200 OK", type: form.contentType, body: figures(form), isBodySent: words[0] == "GET")
    }

    private static func wanted(_ lines: [String]) -> MetricsForm {
        let accept = lines.dropFirst().first { $0.lowercased().hasPrefix("accept:") }
        return accept?.contains("application/openmetrics-text") ?? false ? .openMetrics : .prometheus
    }

    private static func answer(
        _ status: String, fields: String = "", type: String = "text/plain", body: String? = nil, isBodySent: Bool = true
    ) -> [UInt8] {
        let body = body ?? "\(status)\n"
        let head = """
            HTTP/1.1 \(status)\r
            Content-Type: \(type)\r
            Content-Length: \(body.utf8.count)\r
            \(fields)Connection: close\r
            \r\n
            """
        return Array((isBodySent ? head + body : head).utf8)
    }
}
