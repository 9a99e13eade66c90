import ContractModel
import RuleSyntax
import SourceText

/// One thing that a test says must come out, as the report would write it.
///
/// Expected and found are compared as texts that one function writes from exact values: what is cut
/// off ends in an ellipsis and what is bounded names its bounds, so neither equals anything else.
struct Expectation {
  enum Measure: Hashable {
    case decision
    case invoiced
    case bucket(Bucket)
    case carriedForward
    /// The verdict of the rule of a name.
    case verdict(of: String)
    /// The value of a meaning, as some finding for the subject shows it.
    case value(of: String)
    case fact(Fact)
    case noFact(Fact)
  }

  let measure: Measure
  /// Nil where none at all is expected: `no notice`.
  let expected: String?
  let range: SourceRange
  /// Where the value stands: in the line, or in a cell that fills it; nil where it is in pieces.
  let valueRange: SourceRange?
}

/// What findings say beside verdicts and amounts, by the word that tests have for it.
enum Fact: String, CaseIterable {
  case code
  case notice
  case report
  case refer
  case cites
  case missing
  case releasedBy = "released-by"
  case owed
  case payBy = "pay-by"
}

/// What a test expects of one part of the contract on one day.
struct ExpectedPart {
  /// A kind and a name, innermost first: `line launch of invoice one`; empty for the contract.
  let path: [(kind: SubjectKind, name: NameSyntax)]
  /// The day after `on`; nil for that of the test.
  let day: CivilDate?
  let expectations: [Expectation]

  /// As the test names it.
  var label: String {
    path.isEmpty
      ? "contract" : path.map { "\($0.kind.rawValue) \($0.name.text)" }.joined(separator: " of ")
  }
}

extension Expectation.Measure {
  /// What is looked at, in the words of the test.
  var words: String {
    switch self {
    case .decision: "decision"
    case .invoiced: "invoiced"
    case .bucket(let bucket): bucket.testWord
    case .carriedForward: "carried-forward"
    case .verdict(let rule): rule
    case .value(let meaning): meaning
    case .fact(let fact): fact.rawValue
    case .noFact(let fact): "no \(fact.rawValue)"
    }
  }
}

extension Bucket {
  /// The word that tests have for it.
  var testWord: String { self == .notDue ? "not-due" : rawValue }
}
