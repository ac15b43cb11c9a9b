import LibXML
import Testing

@Suite("XPath expressions before there is a page")
struct XPathExpressionTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let expression: String
        var fault: String?
        var testDescription: String { expression }
    }

    static let cases = [
        Case(expression: "//article"),
        Case(expression: "//div[@class='x']/p[2]"),
        Case(expression: "id('story') | //main"),
        Case(expression: "//p[text()]"),
        Case(expression: "//div[@class='x'", fault: "a predicate that makes no sense"),
        Case(expression: "//div[@class='x]", fault: "a quotation mark without its other"),
        Case(expression: "//div[lower-case(.)='x']", fault: "a function that XPath 1.0 does not have"),
        Case(expression: "//div[$x]", fault: "a variable, which nothing sets"),
        Case(expression: "//x:div", fault: "a prefix that means nothing"),
        Case(expression: "div p", fault: "an expression that makes no sense at character 5"),
        Case(expression: "count(//p)", fault: "it gives a value, not elements"),
        Case(expression: "//a/@href", fault: "it selects attributes or text, not elements"),
        Case(expression: "//h1/text()", fault: "it selects attributes or text, not elements"),
    ]

    @Test("what is wrong with one", arguments: cases)
    func fault(_ c: Case) {
        #expect(XPathExpression.fault(in: c.expression) == c.fault)
    }
}
