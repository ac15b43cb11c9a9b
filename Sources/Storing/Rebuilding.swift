import NewsModel

extension Archive {
    func rebuild(now: Timestamp) throws(StorageError) {}
}
