import NewsModel

extension Rule {
    /// Whose opinion it is not: `الآراء الواردة في التعليقات تعبر عن آراء أصحابها وليس عن رأي الموقع`.
    static let disclaimer = Rule("disclaimer of opinions", .copyright) { line in
        guard line.words.count <= 70, line.has(.express), line.has(.opinion), line.has(.owner) else { return false }
        let strong = line.count([.owner, .writer]) + line.count(.opinion)
        if line.words.count <= 10, line.has(.content), line.has(.this), strong >= 2 { return true }
        return strong >= 3 && line.has([.content, .comment, .owner]) && line.roles(of: 0..<6).isDisjoint(with: .weekday)
            && !line.roles(at: 0).contains(.conjoined) && strong * 6 >= line.words.count
    }
}
