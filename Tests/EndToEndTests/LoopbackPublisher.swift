import FlyingFox
import FlyingSocks
import Foundation
import Synchronization

/// A publisher on loopback: a web server whose answers are scripted and whose requests are written down.
final class LoopbackPublisher: Sendable {
    /// One request, as the server saw it.
    struct Request: Sendable {
        let path: String
        let headers: [String: String]
        let status: Int
    }

    struct Answer: Sendable {
        var status = 200
        var type = "text/html; charset=utf-8"
        var body = Data()
        var headers: [String: String] = [:]
        /// Sent with an ETag made of the body, and answered by 304 when the client has it.
        var isConditional = true
    }

    private let answers = Mutex<[String: Answer]>([:])
    private let requestLog = Mutex<[Request]>([])
    private let server: HTTPServer
    private let address: String
    private let task = Mutex<Task<Void, any Error>?>(nil)
    private let port = Mutex<UInt16>(0)

    /// - Parameter address: an address of its own for each publisher, 127.0.1.x, so that limits per host apply.
    init(address: String) throws {
        self.address = address
        server = HTTPServer(address: try .inet(ip4: address, port: 0), logger: .disabled)
    }

    /// Starts to listen. From then on ``url(_:)`` works.
    func start() async throws {
        await server.appendRoute("*") { [self] request in answer(to: request) }
        let server = server
        task.withLock { $0 = Task { try await server.run() } }
        try await server.waitUntilListening(timeout: 60)
        guard case .ip4(_, let port) = await server.listeningAddress else { return }
        self.port.withLock { $0 = port }
    }

    func stop() async {
        await server.stop()
        task.withLock { $0?.cancel() }
    }

    func url(_ path: String) -> String {
        "http://\(address):\(port.withLock { $0 })\(path)"
    }

    func serve(_ path: String, _ answer: Answer) {
        answers.withLock { $0[path] = answer }
    }

    var requests: [Request] { requestLog.withLock { $0 } }

    func forgetRequests() {
        requestLog.withLock { $0 = [] }
    }

    private func answer(to request: HTTPRequest) -> HTTPResponse {
        let headers = Dictionary(
            request.headers.map { ($0.key.rawValue.lowercased(), $0.value) }, uniquingKeysWith: { first, _ in first })
        let response = response(path: request.path, headers: headers)
        requestLog.withLock {
            $0.append(Request(path: request.path, headers: headers, status: response.statusCode.code))
        }
        return response
    }

    private func response(path: String, headers: [String: String]) -> HTTPResponse {
        guard let answer = answers.withLock({ $0[path] }) else {
            return HTTPResponse(statusCode: .notFound, body: Data("nothing here".utf8))
        }
        var answerHeaders = HTTPHeaders()
        answerHeaders[.contentType] = answer.type
        for (name, value) in answer.headers { answerHeaders[HTTPHeader(name)] = value }
        var response = HTTPResponse(
            statusCode: HTTPStatusCode(answer.status, phrase: "scripted"), headers: answerHeaders, body: answer.body)
        guard answer.isConditional, answer.status == 200 else { return response }
        let tag = "\"\(answer.body.count)-\(answer.body.reduce(UInt32(7)) { $0 &* 31 &+ UInt32($1) })\""
        if headers["if-none-match"] == tag {
            var answerHeaders = HTTPHeaders()
            answerHeaders[HTTPHeader("ETag")] = tag
            return HTTPResponse(statusCode: .notModified, headers: answerHeaders)
        }
        response.headers[HTTPHeader("ETag")] = tag
        return response
    }
}
