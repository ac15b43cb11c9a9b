import ArgumentParser
import FoundationEssentials
import Storing

/// Queries of a file over documents of a file, for tests and tuning of search.
struct SearchTuning {
    let documents: String
    let queries: String

    private struct Document: Decodable {
        var id: String
        var title: String?
        var text: String?
    }

    private struct Query: Decodable {
        var query: String
    }

    /// Prints one object a query, in order. Exits 3 when a line could not be read, 2 when a file could not.
    func run() throws {
        var isPartial = false
        let trial = try SearchTrial()
        for document in try lines(of: documents, Document.self, &isPartial) {
            try trial.add(id: document.id, title: document.title ?? "", text: document.text ?? "")
        }
        var writer = JSONWriter()
        for query in try lines(of: queries, Query.self, &isPartial) {
            let ids = try trial.search(query.query)
            writer.clear()
            writer.object { writer in
                writer.member("query", query.query)
                writer.member("ids", ids) { $0.value($1) }
            }
            printResult(writer.text)
        }
        if isPartial { throw ExitCode.partial }
    }

    private func lines<Value: Decodable>(
        of path: String, _ type: Value.Type, _ isPartial: inout Bool
    ) throws -> [Value] {
        let data: Data
        do {
            data = try Data(contentsOf: URL(filePath: path))
        } catch {
            complain("cannot read \(path.printable)")
            throw ExitCode(2)
        }
        var values: [Value] = []
        for (number, line) in data.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            guard line.contains(where: { $0 != 0x20 && $0 != 0x0D }) else { continue }
            do {
                values.append(try JSONDecoder().decode(type, from: line))
            } catch {
                complain("\(path.printable), line \(number + 1): not such an object")
                isPartial = true
            }
        }
        return values
    }
}
