internal import ContractModel
internal import SourceText

/// One line of a report on tests that says passed or failed: a test or a row of its table, what was to
/// be shown at least, or a mistake. Formats of tests count these, every one of them alike.
struct TestCase {
  /// The file of the test; `holdback` for what is about all of them.
  let suite: String
  /// Unlike that of any other case of the suite.
  let name: String
  let outcome: ReportCase.Outcome
  /// Why it did not pass, in one word: `failed`, the name of an option, or the id of a diagnostic.
  let type: String
  /// What came out otherwise, one line for each; the first says it all in short.
  let lines: [String]
  /// Where that is asked.
  let place: ReportedPlace?

  /// What is about no file of tests.
  static let program = "holdback"

  /// All that it says, in one sentence.
  var sentence: String { lines.joined(separator: "; ") }

  /// What stays the same as long as the test keeps its title and its file.
  var fingerprint: String { SHA256.hexadecimal(of: ["test", suite, name]) }
}

extension TestReport {
  /// The tests in their order, then what was to be shown at least, then what kept tests from running.
  var cases: [TestCase] {
    var seen: [[String]: Int] = [:]
    let tests = results.map { result in
      let suite = files[result.range.file].path
      let name = [result.title, result.row].compactMap(\.self).joined(separator: " · ")
      seen[[suite, name], default: 0] += 1
      let ordinal = seen[[suite, name]] ?? 1
      return TestCase(
        suite: suite, name: ordinal > 1 ? "\(name) (\(ordinal))" : name,
        outcome: result.status.outcome, type: result.status.rawValue, lines: lines(of: result),
        place: files.placeOfFirstLine(of: result.failures.first?.range ?? result.range))
    }
    return tests + demands.map(TestCase.init) + diagnostics.errorCases.map(TestCase.init)
  }

  private func lines(of result: TestResult) -> [String] {
    switch result.status {
    case .passed: []
    case .invalid: ["could not be run: its mistakes are listed apart"]
    case .failed:
      result.failures.map { failure in
        "\(failure.subject) \(failure.what): expected \(failure.expected), found \(failure.found)"
          + " at \(files.place(of: failure.range).text)"
      }
    }
  }

  /// What it all comes to, on one line and in words of ours only.
  var sentence: String {
    let counts = [(count(.failed), "failed"), (count(.invalid), "could not be run")]
      .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    let rest = [problemsText].compactMap(\.self) + demands.filter { !$0.isMet }.map(\.sentence)
    return ([testsText, "\(count(.passed)) passed"] + counts + rest).joined(separator: ", ")
  }

  private var testsText: String { "\(results.count) \(results.count == 1 ? "test" : "tests")" }
}

extension TestCase {
  fileprivate init(_ demand: TestDemand) {
    self.init(
      suite: Self.program, name: demand.name, outcome: demand.isMet ? .passed : .failed,
      type: demand.name, lines: demand.isMet ? [] : [demand.sentence], place: nil)
  }

  fileprivate init(_ error: DiagnosticCase) {
    self.init(
      suite: Self.program, name: error.name, outcome: .undecided, type: error.diagnostic.id,
      lines: [error.diagnostic.message] + error.diagnostic.adviceLines,
      place: error.diagnostic.place)
  }
}

extension TestResult.Status {
  fileprivate var outcome: ReportCase.Outcome {
    switch self {
    case .passed: .passed
    case .failed: .failed
    case .invalid: .undecided
    }
  }
}
