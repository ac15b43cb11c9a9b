import Testing

@testable import Storing

@Suite("SHA-256")
struct SHA256Tests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let text: String
        let digest: String
        var testDescription: String { name }
    }

    static let cases = [
        Case(name: "nothing", text: "", digest: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        Case(name: "abc", text: "abc", digest: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        Case(
            name: "two blocks", text: "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            digest: "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"),
        Case(
            name: "a million letters", text: String(repeating: "a", count: 1_000_000),
            digest: "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
    ]

    /// The examples of FIPS 180-4's test vectors.
    @Test("the published examples", arguments: cases)
    func publishedExample(_ c: Case) {
        #expect(SHA256.hexadecimal(of: Array(c.text.utf8)) == c.digest)
    }
}
