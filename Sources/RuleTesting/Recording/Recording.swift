import ContractModel
import RuleSyntax
import SourceText

/// What an expectation would have to say to be met, and where it says what it does.
struct Recording {
  /// The value after the rule, the meaning or the bucket, or the cell that stands for it.
  let range: SourceRange
  let text: String
  let isMet: Bool
}

extension PartJudge {
  /// Returns what an expectation would have to say; nil where that is not one value, or it is about a
  /// fact, of which there may be several.
  func recording(of expectation: Expectation) -> Recording? {
    guard let range = expectation.valueRange, let text = recorded(expectation.measure) else {
      return nil
    }
    return Recording(range: range, text: text, isMet: failure(of: expectation) == nil)
  }

  private func recorded(_ measure: Expectation.Measure) -> String? {
    switch measure {
    case .fact, .noFact: return nil
    case .decision, .invoiced, .bucket, .carriedForward, .verdict, .value:
      let found = Set(found(for: measure).map(\.text))
      guard found.count == 1, let text = found.first, !text.contains("…") else { return nil }
      return text.asExpected
    }
  }
}

extension String {
  /// The text of a value as a test writes it: without marks around what is no value, and without cents
  /// where there are none.
  var asExpected: String {
    if count > 1, hasPrefix("\""), hasSuffix("\"") { return String(dropFirst().dropLast()).quoted }
    let plain = filter { $0 != "«" && $0 != "»" }
    return plain.hasSuffix(".00") ? String(plain.dropLast(3)) : plain
  }
}
