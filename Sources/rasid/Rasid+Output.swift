import ArgumentParser
import Glibc

/// Writes a line to standard output, where only results go. The exit status tells when it cannot be written.
func printResult(_ line: String) {
    write(line + "\n", to: 1)
}

/// Writes text of several lines to standard output, as it is.
func printDocument(_ text: String) {
    write(text, to: 1)
}

/// Writes a line to standard error, where everything goes that is not a result.
func complain(_ line: String) {
    write("rasid: \(line)\n", to: 2)
}

/// Writes to standard error as it is.
func writeError(_ text: String) {
    write(text, to: 2)
}

/// Writes all of `text`. A reader of results that went away ends the program quietly, as it would any filter. A
/// complaint that nobody takes ends nothing: a daemon outlives its log.
private func write(_ text: String, to descriptor: Int32) {
    var text = text
    text.withUTF8 { bytes in
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = Glibc.write(
                descriptor, UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[rest.indices]).baseAddress,
                rest.count)
            if written < 0 {
                if errno == EINTR { continue }
                guard descriptor == 1 else { return }
                exit(errno != EPIPE ? 2 : 0)
            }
            rest = rest.dropFirst(written)
        }
    }
}

extension ExitCode {
    /// Some of what was asked could not be done.
    static let partial = ExitCode(3)
    /// The state directory or what is in it cannot be read.
    static let unreadableState = ExitCode(4)
    /// feeds.yaml is wrong (sysexits: EX_CONFIG).
    static let badConfiguration = ExitCode(78)
}
