import CLibCurl
import Glibc

/// Which TLS connections their servers have said goodbye to. Belongs to the thread that fetches.
///
/// A server says goodbye before it closes a connection, so that nobody between can cut an answer short unseen
/// (RFC 8446 section 6.1). libcurl tells nothing of it, and takes whatever came for the whole where an answer has no
/// length of its own. So OpenSSL itself is listened to.
final class Goodbyes {
    /// More than connections can be open.
    private static let most = 10_000

    private var connections: Set<Int> = []

    /// Makes the connections of a handle tell here. They must all be closed before this goes away.
    func listen(to handle: EasyHandle) {
        handle.set(CURLOPT_SSL_CTX_DATA, Unmanaged.passUnretained(self).toOpaque())
        rasid_curl_set_context_callback(handle.pointer, listenToContext)
    }

    /// The TLS connection that a handle uses now; `nil` without one, or when its goodbye would not be heard.
    func connection(of handle: EasyHandle) -> Int? {
        guard setMessageCallback != nil, let connection = rasid_curl_tls_connection(handle.pointer) else { return nil }
        let name = Int(bitPattern: connection)
        // Of a connection that had the same place in memory.
        connections.remove(name)
        return name
    }

    func contains(_ connection: Int) -> Bool { connections.contains(connection) }

    fileprivate func note(_ connection: Int) {
        if connections.count >= Goodbyes.most { connections = [] }
        connections.insert(connection)
    }
}

/// What OpenSSL calls with each message: whether it was sent, the version, its type, its bytes, whose it is and what was
/// given to be told.
private typealias MessageCallback =
    @convention(c) (
        Int32, Int32, Int32, UnsafeRawPointer?, Int, UnsafeMutableRawPointer?, UnsafeMutableRawPointer?
    ) -> Void

/// SSL_CTX_set_msg_callback(3) of the library that libcurl uses, found by name since nothing else here needs that
/// library; `nil` when it is not OpenSSL.
private let setMessageCallback: (@convention(c) (UnsafeMutableRawPointer, MessageCallback) -> Void)? = {
    guard rasid_curl_uses_openssl() != 0, let symbol = dlsym(nil, "SSL_CTX_set_msg_callback") else { return nil }
    return unsafeBitCast(symbol, to: (@convention(c) (UnsafeMutableRawPointer, MessageCallback) -> Void).self)
}()

/// SSL_CTX_ctrl(3), which SSL_CTX_set_msg_callback_arg is a macro for.
private let control: (@convention(c) (UnsafeMutableRawPointer, Int32, Int, UnsafeMutableRawPointer?) -> Int)? = {
    guard let symbol = dlsym(nil, "SSL_CTX_ctrl") else { return nil }
    return unsafeBitCast(
        symbol, to: (@convention(c) (UnsafeMutableRawPointer, Int32, Int, UnsafeMutableRawPointer?) -> Int).self)
}()

/// SSL_CTRL_SET_MSG_CALLBACK_ARG.
private let setMessageArgument: Int32 = 16
/// SSL3_RT_ALERT; an alert is its level and its description, close_notify is 0.
private let alert: Int32 = 21

/// CURLOPT_SSL_CTX_FUNCTION.
private func listenToContext(
    _ handle: UnsafeMutableRawPointer?, _ context: UnsafeMutableRawPointer?, _ goodbyes: UnsafeMutableRawPointer?
) -> CURLcode {
    if let context, let setMessageCallback, let control {
        setMessageCallback(context, noteMessage)
        _ = control(context, setMessageArgument, 0, goodbyes)
    }
    return CURLE_OK
}

private func noteMessage(
    _ isSent: Int32, _ version: Int32, _ type: Int32, _ bytes: UnsafeRawPointer?, _ count: Int,
    _ connection: UnsafeMutableRawPointer?, _ goodbyes: UnsafeMutableRawPointer?
) {
    guard isSent == 0, type == alert, count == 2, bytes?.load(fromByteOffset: 1, as: UInt8.self) == 0,
        let connection, let goodbyes
    else { return }
    Unmanaged<Goodbyes>.fromOpaque(goodbyes).takeUnretainedValue().note(Int(bitPattern: connection))
}

/// Whether the last words of a text are the end tag of a feed or a page, or the brace that ends JSON.
func endsDocument(_ body: [UInt8]) -> Bool {
    let tail = Array(body.suffix(64).reversed().drop { $0 <= 0x20 }.reversed())
    if tail.last == 0x7D { return body.first { $0 > 0x20 } == 0x7B }
    guard let start = tail.lastIndex(of: 0x3C) else { return false }
    let tag = String(decoding: tail[start...].filter { $0 > 0x20 }, as: UTF8.self).lowercased()
    return ["</rss>", "</feed>", "</rdf:rdf>", "</html>"].contains(tag)
}
