import Glibc
import NewsModel
import Testing

@testable import Configuring

@Suite("the file")
struct ConfigurationFileTests {
    @Test("directories are relative to the file, not to where the program stands")
    func relativeToFile() throws {
        try withDirectory { directory in
            try write(oneFeed, to: "\(directory)/feeds.yaml")
            let configuration = try Configuration.load(path: "\(directory)/feeds.yaml")

            #expect(configuration.settings.outbox.directory == "\(directory)/articles")
            #expect(configuration.settings.state == "\(directory)/state")
            #expect(configuration.path == "\(directory)/feeds.yaml")
        }
    }

    @Test("the hash tells whether the bytes changed")
    func hash() throws {
        try withDirectory { directory in
            let path = "\(directory)/feeds.yaml"
            try write(oneFeed, to: path)
            let first = try Configuration.load(path: path)
            #expect(try Configuration.load(path: path) == first)
            try write(oneFeed + "# changed\n", to: path)
            let second = try Configuration.load(path: path)
            #expect(second.hash != first.hash)
            #expect(second.settings == first.settings)
        }
    }

    @Test("a byte order mark is no part of the text")
    func byteOrderMark() throws {
        try withDirectory { directory in
            try write("\u{FEFF}" + oneFeed, to: "\(directory)/feeds.yaml")
            #expect(try Configuration.load(path: "\(directory)/feeds.yaml").settings.feeds.count == 1)
        }
    }

    @Test("mistakes carry the file's name")
    func namesFile() throws {
        try withDirectory { directory in
            let path = "\(directory)/feeds.yaml"
            try write("formt: json\n" + oneFeed, to: path)
            #expect(failure(path) == #"\#(path):1: unknown key "formt" (did you mean format?)"#)
        }
    }

    @Test("what cannot be read is told in words")
    func unreadable() throws {
        try withDirectory { directory in
            let path = "\(directory)/feeds.yaml"
            #expect(failure(path) == "\(path): cannot be opened: No such file or directory")
            #expect(failure(directory) == "\(directory): cannot be read: Is a directory")
            try write(bytes: Array("a: b\nc: ".utf8) + [0xFF, 0x0A], to: path)
            #expect(failure(path) == "\(path):2: not UTF-8: save the file as UTF-8")
            try write(bytes: [UInt8](repeating: 0x23, count: ConfigurationFile.limit + 1), to: path)
            #expect(failure(path) == "\(path): larger than 16 MiB, which is the limit")
        }
    }

    private func failure(_ path: String) -> String? {
        do throws(ConfigurationError) {
            _ = try Configuration.load(path: path)
            return nil
        } catch {
            return error.description
        }
    }
}

@Suite("the proof of directories")
struct DirectoryProofTests {
    @Test("a directory that can be written, one that can be made, and what stands in the way")
    func proofs() throws {
        try withDirectory { directory in
            try write("x", to: "\(directory)/file")

            let present = DirectoryProof(of: directory)
            #expect(present.isWritable && present.exists)
            let missing = DirectoryProof(of: "\(directory)/a/b/c")
            #expect(missing.isWritable && !missing.exists)
            #expect(DirectoryProof(of: "\(directory)/file").problem == "is no directory")
            #expect(DirectoryProof(of: "\(directory)/file/a").problem == "Not a directory")
            // The kernel makes no directories there, whoever asks.
            #expect(DirectoryProof(of: "/proc/rasid/a").problem?.hasPrefix("cannot be made in /proc: ") == true)
            #expect(DirectoryProof(of: "/proc").problem != nil)
        }
    }

    @Test("nothing is left behind")
    func leavesNothing() throws {
        try withDirectory { directory in
            _ = DirectoryProof(of: directory)
            _ = DirectoryProof(of: "\(directory)/a/b")
            // rmdir refuses a directory that holds anything.
            #expect(rmdir(directory) == 0)
            #expect(mkdir(directory, 0o700) == 0)
        }
    }
}

/// Runs `body` with the path of an empty directory, which goes afterwards with the file feeds.yaml in it.
func withDirectory(_ body: (String) throws -> Void) throws {
    var template = Array("/tmp/rasid-test-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { $0.baseAddress.flatMap { mkdtemp($0) } }
    let path = String(cString: try #require(made))
    defer {
        for name in ["feeds.yaml", "file"] { unlink("\(path)/\(name)") }
        rmdir(path)
    }
    try body(path)
}

func write(_ text: String, to path: String) throws {
    try write(bytes: Array(text.utf8), to: path)
}

private func write(bytes: [UInt8], to path: String) throws {
    let file = try #require(fopen(path, "w"))
    defer { fclose(file) }
    #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
}
