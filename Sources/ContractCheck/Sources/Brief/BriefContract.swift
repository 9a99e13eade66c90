package import ContractModel
import SourceText

/// A contract of a document that was decided in brief, and where it stands.
package struct BriefContract: Sendable {
  package let decision: BriefDecision
  let file: SourceFile
  let line: Int
  private let place: Range<Int>

  init(_ decision: BriefDecision, id place: Range<Int>, line: Int, in file: SourceFile) {
    self.decision = decision
    self.place = place
    self.line = line
    self.file = file
  }

  var id: String { String(decoding: file.bytes[place], as: UTF8.self) }

  /// What came of it where it comes out otherwise as a whole.
  var broken: CheckOutcome {
    CheckOutcome(
      contracts: [], diagnostics: [], files: SourceFiles(),
      brokenInvariant: "contract '\(id)' comes out otherwise in brief", checkedNothing: false)
  }

  /// What came of it where another contract has its id.
  func refused(first: String) -> CheckOutcome {
    var files = SourceFiles()
    let file = files.add(file)
    return CheckOutcome(
      contracts: [],
      diagnostics: [
        .contractTwice(
          named: id,
          at: SourceRange(file: file, lower: place.lowerBound - 1, upper: place.upperBound + 1),
          first: first)
      ], files: files, brokenInvariant: nil, checkedNothing: true)
  }
}
