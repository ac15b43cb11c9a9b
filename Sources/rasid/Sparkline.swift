/// Numbers as a picture of letters.
enum Sparkline {
    private static let levels: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

    /// One letter for each number, as high as it is beside the largest; a blank dot for 0.
    static func line(_ values: [Int]) -> String {
        guard let largest = values.max(), largest > 0 else { return String(repeating: "·", count: values.count) }
        return String(
            values.map { value in
                value <= 0 ? "·" : levels[min((value * levels.count - 1) / largest, levels.count - 1)]
            })
    }

    /// Bars over so many lines, the highest first, each number one column wide.
    static func bars(_ values: [Int], height: Int) -> [String] {
        let largest = max(values.max() ?? 0, 1)
        let steps = levels.count
        return (0..<height).reversed().map { row in
            String(
                values.map { value -> Character in
                    let filled = (value * height * steps + largest - 1) / largest - row * steps
                    return filled <= 0 ? (row == 0 ? "·" : " ") : levels[min(filled, steps) - 1]
                })
        }
    }
}
