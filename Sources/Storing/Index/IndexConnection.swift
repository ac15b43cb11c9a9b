import GRDB
import Glibc
import Synchronization

/// How `index.sqlite` is opened.
enum IndexConnection {
    static let name = "index.sqlite"

    /// The daemon's own connections: one writer, a few readers beside it.
    ///
    /// A commit survives the death of the process; that it survives a power cut is asked for where it matters, see
    /// ``durably(_:_:)``.
    static func writing(_ path: String, patience: Patience) throws -> DatabasePool {
        var configuration = common
        configuration.busyMode = .callback { patience.allows(try: $0) }
        configuration.maximumReaderCount = 3
        configuration.prepareDatabase { database in
            try database.execute(
                sql: """
                    PRAGMA synchronous = NORMAL; PRAGMA secure_delete = OFF; PRAGMA journal_size_limit = 16777216;
                    PRAGMA cache_size = -16384; PRAGMA wal_autocheckpoint = \(logPages);
                    """)
        }
        return try DatabasePool(path: path, configuration: configuration)
    }

    /// The write-ahead log is folded into the index when it has so many pages of 4 KiB: 16 MiB. A batch of 200 articles
    /// writes 5 MiB of them, often the same ones.
    private static let logPages = 4096

    /// A connection that changes nothing, beside a running daemon or without one.
    ///
    /// - Parameter isImmutable: nobody writes and the directory may not be ours to write in either.
    static func reading(_ path: String, isImmutable: Bool) throws -> DatabaseQueue {
        var configuration = common
        configuration.readonly = true
        configuration.busyMode = .timeout(5)
        return try DatabaseQueue(path: isImmutable ? uri(path) : path, configuration: configuration)
    }

    /// How long a database is waited for that another process holds: two minutes, as an operator's shell may take. After
    /// ``end()`` a second, for all that is still to be done, and then a moment for each.
    final class Patience: Sendable {
        private let ended = Mutex<ContinuousClock.Instant?>(nil)
        private let tries = Atomic(0)
        /// Microseconds.
        private static let pause = 20_000

        /// Tries in vain so far; grows while a database is waited for.
        var count: Int { tries.load(ordering: .relaxed) }

        func end() {
            ended.withLock { $0 = $0 ?? .now }
        }

        /// Waits a little. Whether to try once more, after so many tries.
        func allows(try count: Int) -> Bool {
            tries.add(1, ordering: .relaxed)
            usleep(UInt32(Patience.pause))
            guard let end = ended.withLock({ $0 }) else { return count < 120_000_000 / Patience.pause }
            return end.duration(to: .now) < .seconds(1) || count < 100_000 / Patience.pause
        }
    }

    /// The schema of an index, found out without changing it.
    static func version(of path: String) throws -> Int {
        try reading(path, isImmutable: false).read { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
    }

    /// A throw-away index in memory.
    static func inMemory() throws -> DatabaseQueue {
        try DatabaseQueue(configuration: common)
    }

    private static var common: Configuration {
        var configuration = Configuration()
        // An operator's shell may hold the database for a minute; waiting is no failure.
        configuration.busyMode = .timeout(120)
        configuration.acceptsDoubleQuotedStringLiterals = false
        configuration.prepareDatabase { $0.add(tokenizer: SearchTokenizer.self) }
        return configuration
    }

    /// Source: sqlite.org/uri.html, `immutable`.
    private static func uri(_ path: String) -> String {
        let plain = Set("/-._".utf8).union(0x30...0x39).union(0x41...0x5A).union(0x61...0x7A)
        var escaped = ""
        for byte in path.utf8 {
            let digits = String(byte, radix: 16)
            escaped +=
                plain.contains(byte)
                ? String(Unicode.Scalar(byte)) : digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
        }
        return "file:\(escaped)?immutable=1"
    }
}

extension DatabasePool {
    /// A transaction that, once it returns, survives a power cut, and with it every earlier one.
    ///
    /// Source: sqlite.org/pragma.html, `synchronous` (NORMAL does not sync the write-ahead log at a commit, FULL does).
    func durably<Result>(_ body: (Database) throws -> Result) throws -> Result {
        try writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA synchronous = FULL")
            var result: Result?
            do {
                try database.inTransaction(.immediate) {
                    result = try body(database)
                    return .commit
                }
            } catch {
                try database.execute(sql: "PRAGMA synchronous = NORMAL")
                throw error
            }
            try database.execute(sql: "PRAGMA synchronous = NORMAL")
            guard let result else { throw DatabaseError(message: "a transaction ended without a result") }
            return result
        }
    }
}
