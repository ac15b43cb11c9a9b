import FoundationEssentials
import GRDB

extension [UInt8] {
    /// The bytes as SQLite keeps a BLOB.
    var databaseBlob: DatabaseValue { Data(self).databaseValue }
}
