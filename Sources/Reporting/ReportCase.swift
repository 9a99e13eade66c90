package import ContractModel
internal import SourceText

/// One line of a report that says passed or failed: a rule for a subject, or a contract as a whole.
///
/// Formats of tests count these; every one of them counts alike.
package struct ReportCase: Sendable {
  package enum Outcome: String, Hashable, Sendable, CaseIterable {
    case passed
    case failed
    /// It could not be decided, which is no pass.
    case undecided
    /// It does not apply, is excused or waived, or an earlier report had it already.
    case skipped

    /// Whether it stands against paying.
    var isOpen: Bool { self == .failed || self == .undecided }
  }

  /// The index of the finding; nil for the contract as a whole.
  let finding: Int?
  /// `clause/rule`, or `decision` for the contract as a whole.
  let rule: String
  /// The path of the subject in the contract.
  let subject: String
  /// Which one it is of several of this rule and subject, from 1.
  let ordinal: Int
  /// How it came out, whatever an earlier report knew.
  let result: Outcome
  /// Whether it stands against paying, and did so in an earlier report already.
  let isKnown: Bool
  /// The verdict or the decision in words.
  let word: String
  /// Why, in one sentence.
  let message: String
  /// What it is about, in one of the texts.
  private let range: SourceRange
  private let files: SourceFiles

  init(
    finding: Int?, rule: String, subject: String, ordinal: Int, result: Outcome, isKnown: Bool,
    word: String, message: String, range: SourceRange, in files: SourceFiles
  ) {
    self.finding = finding
    self.rule = rule
    self.subject = subject
    self.ordinal = ordinal
    self.result = result
    self.isKnown = isKnown
    self.word = word
    self.message = message
    self.range = range
    self.files = files
  }

  /// The line of the contract that it is about.
  var place: ReportedPlace { files.placeOfFirstLine(of: range) }

  package var outcome: Outcome { isKnown ? .skipped : result }

  /// Names it among the cases of its contract: `purchase exchange/online-purchase`.
  var name: String { "\(subject) \(rule)" + (ordinal > 1 ? " \(ordinal)" : "") }

  /// The rule that the decision of a contract as a whole counts as.
  static let decisionRule = "holdback/decision"

  /// The rule with what it stands in, for the contract as a whole too: `exchange/online-purchase`.
  var qualifiedRule: String { finding == nil ? Self.decisionRule : rule }

  /// How it came out, and whether an earlier report had it too: `known: failed`.
  var words: String { knownMark + word }

  /// What came out, and why; of a contract as a whole the reason says it all.
  var headline: String { knownMark + (finding == nil ? message : "\(word): \(message)") }

  private var knownMark: String { isKnown ? "known: " : "" }

  /// What stays the same as long as the contract, its part and the rule keep their names, wherever
  /// they stand in their files: 64 hexadecimal digits.
  func fingerprint(in contract: Contract) -> String {
    SHA256.hexadecimal(of: [contract.id, rule, subject, String(ordinal)])
  }
}

extension ReportedContract {
  /// The contract as a whole first, then its findings in their order: every format tells of them.
  package var cases: [ReportCase] {
    struct Key: Hashable {
      let rule: String
      let subject: SubjectID
    }
    var seen: [Key: Int] = [:]
    return [whole]
      + decision.findings.enumerated().map { index, finding in
        let rule = "\(finding.rule.clause)/\(finding.rule.rule)"
        let ordinal = (seen[Key(rule: rule, subject: finding.subject)] ?? 0) + 1
        seen[Key(rule: rule, subject: finding.subject)] = ordinal
        let result = finding.verdict.outcome
        return ReportCase(
          finding: index, rule: rule, subject: contract.path(of: finding.subject),
          ordinal: ordinal, result: result, isKnown: result.isOpen && isKnown(index),
          word: finding.verdict.words, message: finding.message,
          range: contract[finding.subject].range, in: files)
      }
  }

  private var whole: ReportCase {
    let result = resultAsWhole
    return ReportCase(
      finding: nil, rule: "decision", subject: contract.path(of: .contract), ordinal: 1,
      result: result, isKnown: result.isOpen && isKnown, word: decision.settled.decision.words,
      message: sentence, range: contract[.contract].range, in: files)
  }

  /// How each case came out, in their order: totals count these, whether any format names them or not.
  var outcomes: [ReportCase.Outcome] {
    let result = resultAsWhole
    return [result.isOpen && isKnown ? .skipped : result]
      + decision.findings.indices.map { index in
        let result = decision.findings[index].verdict.outcome
        return result.isOpen && isKnown(index) ? .skipped : result
      }
  }

  private var resultAsWhole: ReportCase.Outcome {
    .whole(of: DecisionSet(decision.settled.allDecisions))
  }

  /// Whether an earlier report had all that stands against it.
  private var isKnown: Bool { comparison?.isKnown ?? false }

  /// The first line of what the text says about a part of the contract.
  func place(of subject: SubjectID) -> ReportedPlace {
    files.placeOfFirstLine(of: contract[subject].range)
  }

  /// What is recommended for the contract as a whole, in one sentence with its amounts.
  var sentence: String {
    let words = decision.settled.decision.words
    return decision.total.map { "\(words): \($0.sentence)" } ?? words
  }
}

extension Settled {
  /// The contract's decision and those of its parts, which it may hide.
  package var allDecisions: [Decision] { [decision] + decisions.values }
}

extension ReportCase.Outcome {
  /// How a contract came out as a whole, by the decisions about it and its parts.
  static func whole(of decisions: DecisionSet) -> ReportCase.Outcome {
    var whole: ReportCase.Outcome?
    for decision in Decision.allCases where decisions.contains(decision) {
      let outcome = decision.outcome
      if outcome.gravity > whole?.gravity ?? -1 { whole = outcome }
    }
    return whole ?? .undecided
  }

  private var gravity: Int {
    switch self {
    case .skipped: 0
    case .passed: 1
    case .undecided: 2
    case .failed: 3
    }
  }
}

extension Verdict {
  /// What counts as passed: nothing that is not certain.
  var outcome: ReportCase.Outcome {
    switch self {
    case .met: .passed
    case .failed: .failed
    case .unproven, .contested, .errored: .undecided
    case .excused, .waived, .notDue, .notApplicable: .skipped
    }
  }
}

extension Decision {
  /// Whether it stands in the way of paying, as the default of `--fail-on` has it.
  fileprivate var outcome: ReportCase.Outcome {
    switch self {
    case .suspendAll, .recoverOverpayment, .rejectInvoice, .withhold, .dispute: .failed
    case .holdForEvidence, .undecided: .undecided
    case .payInPart, .notDue, .pay: .passed
    }
  }
}
