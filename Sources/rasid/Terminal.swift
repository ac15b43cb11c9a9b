import CLinux
import Glibc

/// What may be done to the eyes of a person, and what must not reach them.
struct Terminal: Sendable {
    /// Columns; `nil` when the output is no terminal.
    let width: Int?
    private let hasColour: Bool

    /// - Parameter descriptor: 1 for standard output, 2 for standard error.
    init(_ descriptor: Int32 = 1) {
        let columns = Int(rasid_terminal_width(descriptor))
        width = columns > 0 ? columns : nil
        // Source: no-color.org
        hasColour = columns > 0 && getenv("NO_COLOR") == nil
    }

    enum Style: String {
        case bold = "1"
        case dim = "2"
        case red = "31"
        case green = "32"
        case yellow = "33"
        case cyan = "36"
    }

    /// `text` in a style on a terminal, as it is elsewhere.
    func styled(_ text: String, _ style: Style) -> String {
        hasColour ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }
}

extension String {
    /// Safe to print: no control or bidi character of a sender reaches the terminal, lines are one line.
    var printable: String {
        var safe = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0x0A, 0x0D, 0x09, 0x2028, 0x2029, 0x85: safe.append(" ")
            case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x061C: continue
            default: safe.append(scalar)
            }
        }
        return String(safe)
    }

    /// ``printable``, on a terminal set apart from the line around it, so that right-to-left letters do not reorder the
    /// columns. A program that reads the results gets the words alone.
    var isolated: String {
        isatty(STDOUT_FILENO) == 1 ? setApart : printable
    }

    /// ``printable`` between isolates.
    ///
    /// Source: Unicode Standard Annex 9, isolates (U+2068, U+2069).
    var setApart: String {
        "\u{2068}\(printable)\u{2069}"
    }

    /// At most `count` characters, cut with an ellipsis.
    func shortened(to count: Int) -> String {
        self.count <= count ? self : prefix(max(count - 1, 0)) + "…"
    }

    /// Blanks added on the right up to `width`. For columns of ASCII.
    func column(_ width: Int) -> String {
        count >= width ? self : self + String(repeating: " ", count: width - count)
    }

    /// Blanks added on the left up to `width`.
    func rightColumn(_ width: Int) -> String {
        count >= width ? self : String(repeating: " ", count: width - count) + self
    }
}

extension Int {
    /// With commas: `1,284`.
    var grouped: String {
        let digits = String(magnitude)
        var grouped = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { grouped.append(",") }
            grouped.append(digit)
        }
        return self < 0 ? "-\(grouped)" : grouped
    }

    /// A size in powers of 1024: `412 MB`.
    var size: String {
        var value = Double(self)
        var units = ["B", "KB", "MB", "GB", "TB"][...]
        while value >= 1024, units.count > 1 {
            value /= 1024
            units = units.dropFirst()
        }
        let unit = units.first ?? "B"
        return value < 10 && unit != "B" ? "\((value * 10).rounded() / 10) \(unit)" : "\(Int(value.rounded())) \(unit)"
    }
}
