import RuleChecking
import RuleSyntax
package import SourceText

/// The mistakes in documents that are read by a source.
extension DiagnosticID {
  package static let aboutNothing = DiagnosticID("about-nothing")
  package static let amountWithoutCurrency = DiagnosticID("amount-without-currency")
  package static let deliverableOfNoMilestone = DiagnosticID("deliverable-of-no-milestone")
  package static let missingArray = DiagnosticID("missing-array")
  package static let noContractInDocument = DiagnosticID("no-contract-in-document")
  package static let notADay = DiagnosticID("not-a-day")
  package static let notANumber = DiagnosticID("not-a-number")
  package static let notAnArray = DiagnosticID("not-an-array")
  package static let notASingleValue = DiagnosticID("not-a-single-value")
  package static let otherFormat = DiagnosticID("other-format")
  package static let tooManyContracts = DiagnosticID("too-many-contracts")
  package static let unknownColumn = DiagnosticID("unknown-column")
  package static let unmappedText = DiagnosticID("unmapped-text")
  package static let withoutAsOf = DiagnosticID("without-as-of")
}

extension Diagnostic {
  static func aboutNothing(_ kind: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .aboutNothing, "the document does not say what the record '\(kind)' is about",
      at: range, help: "add it to the document, or read it `when` it is given")
  }

  static func amountWithoutCurrency(_ path: SourcePath, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .amountWithoutCurrency,
      "no currency stands at \(path.text.quotedPlainly): what the amount is worth is not known",
      at: range, help: "add it to the document, or name the currency in the source: `in USD 1`")
  }

  static func deliverableOfNoMilestone(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .deliverableOfNoMilestone,
      "the deliverable does not say which milestone it belongs to",
      at: range, help: "read it in the source: `milestone from \"milestone\"`")
  }

  static func missingArray(_ path: SourcePath, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .missingArray, "no array stands at \(path.text.quotedPlainly)", at: range,
      help: "where a document may be without it, the source says `each optional \"\(path.text)\"`")
  }

  static func noContract(inDocumentAt range: SourceRange, by source: CheckedSource) -> Diagnostic {
    Diagnostic(
      .error, .noContractInDocument,
      "the document states no contract, as source '\(source.name)' reads it", at: range,
      notes: [.init("the source is declared here", at: source.range)],
      help: "check the paths and `when` of the source against the document")
  }

  static func notADay(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .notADay, "\(text.quotedPlainly) is no day and no moment", at: range,
      help: "a day is written 2013-10-01, a moment 2013-10-01T09:00:00Z")
  }

  static func notANumber(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .notANumber, "\(text.quotedPlainly) is not a number that can be counted exactly",
      at: range, help: "write digits, grouped by commas in threes or not at all, with a point")
  }

  static func notAnArray(_ path: SourcePath, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .notAnArray, "what stands at \(path.text.quotedPlainly) is not an array", at: range,
      help: "'each' goes through the elements of an array")
  }

  static func notAValue(_ path: SourcePath, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .notASingleValue, "what stands at \(path.text.quotedPlainly) is not a single value",
      at: range, help: "go on with the path to a text, a number, or true or false")
  }

  static func otherFormat(_ file: FileID, by source: CheckedSource) -> Diagnostic {
    Diagnostic(
      .error, .otherFormat,
      "source '\(source.name)' reads \(source.format.rawValue), and this file is named otherwise",
      at: SourceRange(file: file, lower: 0, upper: 0),
      notes: [.init("the source is declared here", at: source.range)],
      help: "its files end in \(source.format.endings.joined(separator: " or "))")
  }

  static func tooManyContracts(_ limit: Int, in file: FileID) -> Diagnostic {
    Diagnostic(
      .error, .tooManyContracts,
      "with this document there are more contracts than the \(limit) that are compared at once",
      at: SourceRange(file: file, lower: 0, upper: 0),
      help:
        "name a document with fewer; 'check --baseline' holds any number against an earlier report")
  }

  static func unknownColumn(
    _ name: String, at range: SourceRange, by source: CheckedSource, among columns: [String]
  ) -> Diagnostic {
    Diagnostic(
      .error, .unknownColumn, "the table has no column \(name.quotedPlainly)", at: range,
      notes: [.init("source '\(source.name)' reads it", at: source.range)],
      help: suggestion(for: name, among: columns))
  }

  static func statedTwice(_ word: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .statedTwice, "the document states '\(word)' twice", at: range,
      help: "let only one line of the source hold: see its `when`")
  }

  static func unmappedText(
    _ text: String, _ reading: SourceReading, of line: SourceLine, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, .unmappedText,
      "nothing says which '\(line.keyword.text)' \(text.quotedPlainly) stands for", at: range,
      notes: [.init("the texts that are known stand here", at: reading.range)],
      help: suggestion(for: text, among: reading.words.compactMap(\.found)))
  }

  static func withoutAsOf(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .withoutAsOf, "the document does not say as of which day it is to be decided",
      at: range, help: "add the day, read it `when` it is given, or name one with --as-of")
  }
}

extension String {
  fileprivate var quotedPlainly: String { "'\(self)'" }
}

extension Diagnostic {
  /// The same of a contract that a document states: what it lacks is not written into a block.
  func ofDocument(readBy source: CheckedSource) -> Diagnostic {
    guard [.missingLine, .missingParty, .missingTerm].contains(id) else { return self }
    return Diagnostic(
      severity, id, message, at: range, notes: notes,
      help: "state it in the document, or in source '\(source.name)'")
  }
}
