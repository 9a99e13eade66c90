internal import RuleSyntax
internal import SourceText

/// The words for mistakes in the declaration of a source, in alphabetical order.
extension Diagnostic {
  static func eachWithoutPath(_ line: LineSyntax) -> Diagnostic {
    Diagnostic(
      .error, .eachWithoutPath, "'each' does not say which array it goes through", at: line.range,
      help: "write the path of the array, as in `each \"milestones\" { … }`")
  }

  static func emptySource(_ name: NameSyntax) -> Diagnostic {
    Diagnostic(
      .error, .emptySource, "'\(name.text)' reads nothing", at: name.range,
      help: "add `contract from \"id\" { … }`, or a line for each record that a document states")
  }

  static func mappedTwice(_ text: TextSyntax) -> Diagnostic {
    Diagnostic(
      .error, .mappedTwice, "a row above says already what \(text.value.quoted) stands for",
      at: text.range, help: "remove one of the rows; `any` must be the last")
  }

  static func notAPath(_ text: TextSyntax) -> Diagnostic {
    Diagnostic(
      .error, .notAPath, "\(text.value.quoted) is not a path into a document", at: text.range,
      help:
        "write names parted by '/', as in `\"tender/title\"`; `\"/ocid\"` begins at the top, `\"../id\"` at the element around"
    )
  }

  static func notASourceCondition(_ name: NameSyntax, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .notASourceCondition, "'when' of '\(name.text)' asks nothing of the document",
      at: range,
      help: "write `when \"done\" is given`, `when \"status\" is \"met\" or \"partly met\"`")
  }

  static func notAUnit(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .notAUnit, "this does not say what one of the number is worth", at: range,
      help:
        "write `in USD 0.01` for cents, `in 0.01%` for basis points, `in \"currency\"` for the currency that stands there, or `as date`"
    )
  }

  static func notAWordTable(_ name: NameSyntax, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .notAWordTable,
      "the table does not say, text by text, what stands for which '\(name.text)'", at: range,
      help: "write two columns: `| \"met\" | accepted |`, the text of the document first")
  }
}
