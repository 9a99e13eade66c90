internal import RuleSyntax
internal import SourceText

/// The words for mistakes in the declaration of a source, in alphabetical order.
extension Diagnostic {
  static func eachInRow(_ word: NameSyntax) -> Diagnostic {
    Diagnostic(
      .error, .eachInRow, "a row of a table has no arrays for 'each' to go through",
      at: word.range, help: "state what the row says without 'each': every row is a document")
  }

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

  static func leavesOutWhatIsNotGiven(
    _ path: String, _ keyword: NameSyntax, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .warning, .leavesOutNotGiven,
      "a '\(keyword.text)' that says nothing of \(path.quoted) is left out too", at: range,
      help:
        "if it is to be, write `\(path.quoted) is given and …`; else add the same block `when \(path.quoted) is not given`"
    )
  }

  static func mappedTwice(_ text: String?, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .mappedTwice,
      "a row above says already what \(text?.quoted ?? "any other text") stands for", at: range,
      help: "remove one of the rows; `any` must be the last")
  }

  static func missingPath(_ word: NameSyntax) -> Diagnostic {
    Diagnostic(
      .error, .missingPath, "'from' does not say where in the document", at: word.range,
      help: "write the path as a text, as in `from \"tender/title\"`")
  }

  static func notAColumn(_ text: TextSyntax) -> Diagnostic {
    Diagnostic(
      .error, .notAColumn, "\(text.value.quoted) is not the name of a column", at: text.range,
      help: "a row has columns and nothing within them; a '/' in a name is written '~1'")
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

  static func pathLeavesDocument(_ text: TextSyntax, depth: Int) -> Diagnostic {
    Diagnostic(
      .error, .pathLeavesDocument,
      "\(text.value.quoted) leads out of the document: the line stands within \(depth) 'each'",
      at: text.range, help: "write one '..' for each element outwards, or begin at the top with '/'"
    )
  }

  static func recordBesideContract(_ word: NameSyntax) -> Diagnostic {
    Diagnostic(
      .error, .recordBesideContract,
      "the source states contracts, and this '\(word.text)' belongs to none of them",
      at: word.range,
      help: "move it into the block of 'contract', or into a source that states records only")
  }

  static func sourceOfContracts(_ name: NameSyntax, source: CheckedSource) -> Diagnostic {
    Diagnostic(
      .error, .sourceOfContracts,
      "source '\(name.text)' states contracts, and not records by themselves", at: name.range,
      notes: [.init("it is declared here", at: source.range)],
      help: "name a source that has records and no 'contract'")
  }
}
