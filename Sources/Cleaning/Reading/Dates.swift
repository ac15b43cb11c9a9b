import NewsModel

extension Draft {
    /// When the story was published, from its own date lines.
    func readDate(now: Timestamp) -> PublicationDate? {
        nil
    }
}
