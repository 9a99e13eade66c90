import ContractCheck
import Foundation
import Testing

/// A file that was cut short is found out, or what is left of it is right by itself; never does a
/// part pay more than the whole.
@Suite struct Truncation {
  static let whole: Int64 = 500_000_000

  /// Whether nothing but white space is missing.
  private func isWhole(_ part: ArraySlice<UInt8>, of all: [UInt8]) -> Bool {
    all[part.endIndex...].allSatisfy { $0 == UInt8(ascii: "\n") }
  }

  @Test func theWholePays() {
    let outcome = SmallWorld.outcome()
    #expect(outcome.pay == Self.whole)
    #expect(outcome.errorIDs == [])
  }

  @Test func aContractIsCutAtEveryByte() {
    let all = Array(SmallWorld.contract.utf8)
    for end in all.indices where !isWhole(all[..<end], of: all) {
      let outcome = SmallWorld.outcome(contract: Array(all[..<end]))
      #expect(!outcome.errorIDs.isEmpty, "after \(end) bytes")
      #expect(outcome.pay == 0, "after \(end) bytes")
    }
  }

  @Test func rulesAreCutAtEveryByte() {
    let all = Array(SmallWorld.rules.utf8)
    for end in all.indices where !isWhole(all[..<end], of: all) {
      let outcome = SmallWorld.outcome(rules: Array(all[..<end]))
      #expect(!outcome.errorIDs.isEmpty, "after \(end) bytes")
      #expect(outcome.pay == 0, "after \(end) bytes")
    }
  }

  static let line = SmallWorld.records.dropLast()
  /// A finding and a later one that takes it back.
  static let findings = [
    line, line.replacing("11-01", with: "12-01").replacing("works", with: "fails")[...],
  ]

  @Test func aListOfRecordsIsCutAtEveryByte() {
    let all = Array("[\(Self.findings.joined(separator: ",\n"))]\n".utf8)
    for end in all.indices where !isWhole(all[..<end], of: all) {
      let outcome = SmallWorld.outcome(records: Array(all[..<end]), named: "state.json")
      #expect(!outcome.errorIDs.isEmpty, "after \(end) bytes")
      #expect(outcome.pay == 0, "after \(end) bytes")
    }
  }

  /// A cut between two lines leaves a right file, so only there may a shorter one be decided.
  @Test func aRecordALineIsCutAtEveryByte() {
    let all = Array((Self.line + "\n" + Self.line.replacing("11-01", with: "12-01") + "\n").utf8)
    for end in all.indices {
      let outcome = SmallWorld.outcome(records: Array(all[..<end]))
      let isBetweenLines =
        end == 0 || all[end - 1] == UInt8(ascii: "\n") || all[end] == UInt8(ascii: "\n")
      #expect(outcome.errorIDs.isEmpty == isBetweenLines, "after \(end) bytes")
      #expect(outcome.pay <= (isBetweenLines && end > 0 ? Self.whole : 0), "after \(end) bytes")
    }
  }

  @Test func aTableOfRecordsIsCutAtEveryByte() {
    let text = "record,about,by,dated,state\ncapability,accounts,verifier,2013-11-01,works\n"
    let all = Array(text.utf8)
    #expect(SmallWorld.outcome(records: all, named: "state.csv").pay == Self.whole)
    for end in all.indices where !isWhole(all[..<end], of: all) {
      let outcome = SmallWorld.outcome(records: Array(all[..<end]), named: "state.csv")
      #expect(outcome.pay == 0, "after \(end) bytes")
    }
  }

  /// The program itself, on files of the samples; a cut within a remark between clauses cuts nothing.
  @Test(arguments: [
    ("Contracts/kentucky/kentucky.contract", 12), ("Contracts/kentucky/status/exchange.json", 12),
    ("Rules/payment.rules", 8),
  ])
  func theProgramFindsOut(_ path: String, cuts: Int) async throws {
    let folder = try TemporaryFolder()
    try folder.copy("Rules")
    try folder.copy("Contracts/kentucky")
    let all = try Data(contentsOf: folder.url.appending(path: path))
    let whole = try await Program.run(ReportedContracts.arguments, in: folder)
    let decided = try ReportJSON(whole.output).decided
    for cut in 1...cuts {
      let end = all.count * cut / (cuts + 1)
      try folder.write(all.prefix(end), to: path)
      let run = try await Program.run(ReportedContracts.arguments, in: folder)
      let isSame =
        try path.hasSuffix(".rules") && ReportJSON(run.output).decided == decided
        && run.errors == ""
      #expect(run.status == 2 || isSame, "\(path) after \(end) bytes: \(run.errors)")
      let pays = run.text.contains("\"pay\": \"1000000.00\"")
      #expect(!pays || isSame, "\(path) after \(end) bytes")
    }
  }
}
