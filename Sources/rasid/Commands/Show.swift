import ArgumentParser
import NewsModel
import Storing

extension Rasid {
    /// One article, with all that is known of it.
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: "Show an article with its versions, copies, story, and what was taken out of it.",
            discussion: """
                The article is named by its id, the beginning of one (four digits or more), or its file. An item \
                without an article is shown with the reason.

                Exit status: 0 found, 1 not found, or several begin so, 4 the state cannot be read, 78 the \
                configuration is wrong.
                """)

        @OptionGroup var place: StatePlace

        @Flag(help: "Print one JSON object.")
        var json = false

        @Argument(help: "An id, the beginning of one, or a file.", completion: .file())
        var name: String

        func run() throws {
            let state = try place.directory()
            do throws(StorageError) {
                let reader = try Archive.openReadOnly(state: state)
                let ids = try reader.ids(named: name)
                if let id = ids.first, ids.count == 1, try show(id, reader) { return }
                complain(complaint(ids))
            } catch {
                complain("\(error)")
                throw ExitCode.unreadableState
            }
            throw ExitCode.failure
        }

        private func complaint(_ ids: [ArticleID]) -> String {
            ids.count > 1
                ? "several begin so: \(ids.map(\.text).joined(separator: " "))"
                : "there is no article \"\(name.printable)\"; rasid search finds them"
        }

        /// Prints what there is; `false` when there is nothing.
        private func show(_ id: ArticleID, _ reader: ArchiveReader) throws(StorageError) -> Bool {
            let now = Timestamp.now
            let status = try reader.status(of: id)
            let original = status?.copyOf
            guard let article = try reader.article(original ?? id) else {
                guard let status else { return false }
                printResult(json ? status.json : status.page(now: now))
                return true
            }
            if original != nil, !json { printResult("\(id) is a copy of \(article.document.id):") }
            printResult(json ? article.json(asked: id) : article.page(Terminal(), now: now))
            return true
        }
    }
}
