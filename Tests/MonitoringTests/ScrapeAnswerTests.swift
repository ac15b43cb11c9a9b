import Testing

@testable import Monitoring

@Suite("The answer to a request for metrics")
struct ScrapeAnswerTests {
    struct Case: Sendable, CustomStringConvertible {
        let description: String
        let request: String
        /// The beginning of the answer.
        let status: String
        /// The answer's end.
        let end: String
    }

    static let cases = [
        Case(
            description: "as Prometheus asks",
            request: "GET /metrics HTTP/1.1\r\nHost: a\r\nAccept: text/plain\r\n\r\n",
            status: "HTTP/1.1 200 OK\r\nContent-Type: text/plain; version=0.0.4", end: "\r\n\r\nprometheus"),
        Case(
            description: "OpenMetrics for who takes it",
            request:
                "GET /metrics HTTP/1.1\r\naccept: application/openmetrics-text;version=1.0.0,text/plain;q=0.5\r\n\r\n",
            status: "HTTP/1.1 200 OK\r\nContent-Type: application/openmetrics-text; version=1.0.0",
            end: "\r\n\r\nopenMetrics"),
        Case(
            description: "with a query", request: "GET /metrics?x=1 HTTP/1.0\r\n\r\n", status: "HTTP/1.1 200 OK",
            end: "\r\n\r\nprometheus"),
        Case(
            description: "the head alone", request: "HEAD /metrics HTTP/1.1\r\n\r\n", status: "HTTP/1.1 200 OK",
            end: "Connection: close\r\n\r\n"),
        Case(
            description: "another page", request: "GET / HTTP/1.1\r\n\r\n", status: "HTTP/1.1 404 Not Found", end: "\n"),
        Case(
            description: "a page that only begins so", request: "GET /metricsx HTTP/1.1\r\n\r\n",
            status: "HTTP/1.1 404 Not Found", end: "\n"),
        Case(
            description: "another method", request: "POST /metrics HTTP/1.1\r\n\r\n",
            status: "HTTP/1.1 405 Method Not Allowed", end: "\n"),
        Case(description: "no HTTP", request: "\u{16}\u{3}\u{1}\n\n", status: "HTTP/1.1 400 Bad Request", end: "\n"),
        Case(description: "nothing", request: "\r\n\r\n", status: "HTTP/1.1 400 Bad Request", end: "\n"),
    ]

    @Test("each request has its answer", arguments: cases)
    func answer(_ c: Case) {
        #expect(ScrapeAnswer.isWhole(Array(c.request.utf8)))
        let answer = String(decoding: ScrapeAnswer.bytes(to: Array(c.request.utf8)) { "\($0)" }, as: UTF8.self)
        #expect(answer.hasPrefix(c.status))
        #expect(answer.hasSuffix(c.end))
        #expect(answer.contains("Connection: close\r\n"))
    }

    @Test(
        "a head is whole with its empty line",
        arguments: ["", "GET /metrics HTTP/1.1", "GET /metrics HTTP/1.1\r\nA: b\r\n"])
    func notWhole(_ request: String) {
        #expect(!ScrapeAnswer.isWhole(Array(request.utf8)))
    }
}
