import FoundationEssentials
import Glibc

/// Secrets of feeds, as systemd hands them over: one file each in `$CREDENTIALS_DIRECTORY`.
///
/// Source: systemd.exec(5), `LoadCredential=`.
enum Credentials {
    /// `user:password`, the first line of the file; `nil` when there is none.
    @Sendable static func read(_ name: String) -> String? {
        guard let directory = getenv("CREDENTIALS_DIRECTORY"), !name.contains("/"), name != ".." else { return nil }
        let path = "\(String(cString: directory))/\(name)"
        guard let data = try? Data(contentsOf: URL(filePath: path)), data.count < 64 * 1024 else { return nil }
        return String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline).first.map(String.init)
    }
}
