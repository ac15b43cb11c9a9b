extension Kind where Value == String? {
    /// The name of a credential, behind the tag `!credential`. What is found is never repeated: it may be the secret.
    static var credential: Kind {
        Kind(allowed: credentialForm, written: { $0.map { "!credential \($0)" } ?? "not set" }, read: readCredential)
    }
}

/// Keys that hold secrets elsewhere.
let secretKeys: Set<String> = [
    "password", "passwd", "pass", "username", "user", "login", "secret", "token", "api_key", "apikey", "credentials",
]

private let credentialForm =
    "!credential NAME, where the file NAME in $CREDENTIALS_DIRECTORY holds user:password; "
    + "NAME is 1 to 64 characters of a-z A-Z 0-9 . _ -"

private func readCredential(_ node: Node, _ path: String, _ mistakes: inout Mistakes) -> String?? {
    guard node.tag == "!credential" else {
        let found = node.tag.map { "the tag \(quoted($0))" } ?? "no !credential"
        mistakes.refuse(node, path, found: found, allowed: credentialForm)
        return nil
    }
    guard case .text(let name) = node.content, isCredentialName(name) else {
        mistakes.refuse(node, path, found: "something that is no name", allowed: credentialForm)
        return nil
    }
    return .some(name)
}

/// Whether `name` can be a file of systemd's credentials directory and nothing outside of it.
private func isCredentialName(_ name: String) -> Bool {
    (1...64).contains(name.utf8.count) && !name.hasPrefix(".") && name.utf8.allSatisfy { isWordByte($0, or: "._-") }
}

/// Whether `byte` is an ASCII letter, a digit or one of `others`.
func isWordByte(_ byte: UInt8, or others: StaticString) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: others.withUTF8Buffer { $0.contains(byte) }
    }
}
