internal import ContractModel
internal import SourceText

/// The results of tests for people.
package enum TextTestReport {
  /// Returns the whole text: what failed, and how many passed.
  package static func rendering(_ report: TestReport, style: TextStyle) -> String {
    var writer = TestText(report: report, page: TextPage(style: style))
    writer.write()
    return writer.page.text
  }
}

private struct TestText {
  let report: TestReport
  var page: TextPage

  mutating func write() {
    if page.style.verbosity != .quiet {
      for result in report.results
      where page.style.verbosity == .verbose || result.status != .passed {
        write(result)
      }
    }
    if page.style.verbosity != .quiet { writeInquiries() }
    writeSummary()
    if let coverage = report.coverage { page.writeSummary(of: coverage) }
    if let mutation = report.mutation { page.writeSummary(of: mutation) }
  }

  /// What was asked beside whether the tests pass, set apart by empty lines.
  private mutating func writeInquiries() {
    if let coverage = report.coverage {
      if !page.text.isEmpty { page.blankLine() }
      page.write(coverage, in: report.files)
      page.blankLine()
    }
    if let mutation = report.mutation {
      if !page.text.isEmpty, report.coverage == nil { page.blankLine() }
      page.write(mutation, in: report.files)
    }
  }

  private mutating func write(_ result: TestResult) {
    var words = [result.status.mark] + TextWord.untrusted(result.title)
    if let row = result.row { words += [TextWord("·", .dim)] + TextWord.untrusted(row, .dim) }
    page.line(words, indent: 0, hanging: 2)
    if result.status == .invalid {
      page.line(
        TextWord.words(of: "could not be run: its mistakes are listed apart", .yellow), indent: 4)
    }
    for failure in result.failures { write(failure) }
    guard result.status != .passed || page.style.verbosity == .verbose else { return }
    page.line(TextWord.untrusted(report.files.placeText(of: result.range), .dim), indent: 4)
  }

  private mutating func write(_ failure: TestFailure) {
    let words =
      TextWord.untrusted(failure.subject) + TextWord.untrusted("\(failure.what):")
      + [TextWord("expected", .dim)] + TextWord.untrusted(failure.expected, .green)
      + [TextWord("· found", .dim)] + TextWord.untrusted(failure.found, .red)
    page.line(words, indent: 4, hanging: 8)
    let file = report.files[failure.range.file]
    let position = file.position(at: failure.range.lower)
    page.line(
      TextWord.untrusted("\(file.path):\(position.line):\(position.column)", .dim), indent: 8)
  }

  private mutating func writeSummary() {
    let failed = report.count(.failed)
    let invalid = report.count(.invalid)
    let count = report.results.count
    var items = [
      TextWord.words(of: "\(count) \(count == 1 ? "test" : "tests")"),
      TextWord.words(of: "\(report.count(.passed)) passed", .green),
    ]
    if failed > 0 { items.append(TextWord.words(of: "\(failed) failed", .red)) }
    if invalid > 0 { items.append(TextWord.words(of: "\(invalid) could not be run", .yellow)) }
    if let problems = report.problemsText {
      items.append(TextWord.words(of: "\(problems), told apart", .red))
    }
    page.line(TextWord.separated(items), indent: 0)
  }
}

extension TestResult.Status {
  fileprivate var mark: TextWord {
    switch self {
    case .passed: TextWord("✓", .green)
    case .failed: TextWord("✗", .red)
    case .invalid: TextWord("!", .yellow)
    }
  }
}
