import NewsModel

extension Scalar where Value == MetricsSettings.Place {
    /// `127.0.0.1:9464`, `[::1]:9464` or `unix:/path`: what only this machine reaches.
    static var listeningPlace: Scalar {
        Scalar(
            allowed: "127.0.0.1:PORT, [::1]:PORT, unix:/PATH", written: \.description,
            parse: { text throws(Refusal) in
                if text.hasPrefix("unix:") { return .unix(try socketPath(String(text.dropFirst(5)))) }
                guard let colon = text.lastIndex(of: ":") else { throw Refusal(hint: "a port is missing") }
                let digits = String(text[text.index(after: colon)...])
                guard isNumber(digits), let port = UInt16(digits), port > 0 else { throw Refusal() }
                return .loopback(try address(String(text[..<colon])), port: port)
            })
    }

    private static func socketPath(_ path: String) throws(Refusal) -> String {
        let isPlain = path.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
        guard path.hasPrefix("/"), isPlain else { throw Refusal(hint: "the path is written in full") }
        // What fits into the system's address.
        guard (2..<108).contains(path.utf8.count) else { throw Refusal(hint: "the path is too long for a socket") }
        return path
    }

    private static func address(_ text: String) throws(Refusal) -> [UInt8] {
        let isBracketed = text.hasPrefix("[") && text.hasSuffix("]")
        let bytes = addressBytes(isBracketed ? String(text.dropFirst().dropLast()) : text)
        guard let bytes, (bytes.count == 16) == isBracketed else {
            throw Refusal(hint: text == "localhost" ? "write 127.0.0.1" : nil)
        }
        guard MetricsSettings.Place.isLoopback(bytes) else {
            throw Refusal(hint: "other machines would reach it: let a web server stand in front")
        }
        return bytes
    }
}
