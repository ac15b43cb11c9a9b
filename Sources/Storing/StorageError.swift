import GRDB
import Glibc

/// Why something could not be stored or read. Carries what an operator needs to act without a second look.
package struct StorageError: Error, Equatable, CustomStringConvertible {
    package enum Kind: Equatable, Sendable {
        /// A directory is missing, is no directory, or cannot be made.
        case directory
        /// The outbox or the state directory does not take a file.
        case notWritable
        /// The temporary directory of the outbox lies on another file system, so nothing can be renamed out of it.
        case otherFileSystem
        /// Another daemon works on this state directory; its process id where it could be read.
        case locked(by: Int32?)
        /// The index was written by a later version of the program.
        case newerIndex(found: Int, known: Int)
        /// The index cannot be read any more.
        case damagedIndex
        /// No space, no inode, no quota left.
        case full
        /// The outbox holds as much as the settings allow.
        case held
        /// There is nothing to read: the daemon has never run here.
        case missing
        /// A search took longer than it may.
        case tooSlow
        /// The index did not do what was asked.
        case index
        /// A file could not be read or written.
        case file
        /// The disk or the system failed, or lacks memory or descriptors: another time the same may succeed.
        case failing
    }

    package let kind: Kind
    /// The file or directory it happened to.
    package let path: String
    /// The system's own words.
    package let detail: String
    /// As of errno(3); `nil` when no system call failed, or it is not known which.
    package let number: Int32?

    package init(_ kind: Kind, path: String, detail: String = "", number: Int32? = nil) {
        self.kind = kind
        self.path = path
        self.detail = detail
        self.number = number
    }

    package var description: String {
        switch kind {
        case .directory: "cannot use the directory \(path): \(detail)"
        case .notWritable: "cannot write in \(path): \(detail)"
        case .otherFileSystem: "\(path) lies on another file system than the outbox; files cannot be renamed out of it"
        case .locked(by: let process?): "another daemon, process \(process), works on \(path)"
        case .locked(by: nil): "another daemon works on \(path)"
        case .newerIndex(let found, let known):
            "the index \(path) has schema \(found), this program knows \(known): it was written by a later version"
        case .damagedIndex: "the index \(path) is damaged: \(detail)"
        case .held: "articles wait, \(path) takes no more: \(detail)"
        case .full: "no space left for \(path): \(detail)"
        case .missing: "there is no index \(path): the daemon has not run here"
        case .tooSlow: "the search took too long: a longer beginning of a word, or a shorter time, makes it faster"
        case .index: "the index \(path) failed: \(detail)"
        case .file, .failing: "cannot read or write \(path): \(detail)"
        }
    }
}

extension StorageError {
    /// What the last failed system call said. `kind` stands unless the reason is a lack of space or a failing system.
    init(errno code: Int32, _ kind: Kind = .file, path: String) {
        let kind: Kind =
            switch code {
            case ENOSPC, EDQUOT, EFBIG: .full
            case EIO, EMFILE, ENFILE, ENOMEM, EAGAIN: .failing
            default: kind
            }
        self.init(kind, path: path, detail: String(cString: strerror(code)), number: code)
    }

    /// Whether a program that starts again may find it mended, without anybody's help.
    package var mayPass: Bool {
        switch kind {
        case .locked, .held, .full, .failing, .damagedIndex, .index, .tooSlow: true
        case .directory, .notWritable, .otherFileSystem, .newerIndex, .missing, .file: false
        }
    }

    /// What SQLite said, in our words.
    init(_ error: any Error, path: String) {
        if let own = error as? StorageError {
            self = own
            return
        }
        guard let error = error as? DatabaseError else {
            self.init(.index, path: path, detail: "\(error)")
            return
        }
        let kind: Kind =
            switch error.resultCode.primaryResultCode {
            case .SQLITE_CORRUPT, .SQLITE_NOTADB: .damagedIndex
            case .SQLITE_FULL: .full
            default: .index
            }
        self.init(
            kind, path: path, detail: error.message ?? "\(error.resultCode)", number: kind == .full ? ENOSPC : nil)
    }
}
