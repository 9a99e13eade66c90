/// Records of one contract: a run of a check a line, in the order of time, in 96 groups.
enum EvidenceText {
  static let stages = [
    "sign-in", "households", "income", "plans", "subsidies", "enrolment", "billing", "letters",
    "data-exchange", "objections", "reports", "audit-trail",
  ]
  static let checks = [
    "opens", "adds-up", "holds-load", "reads-aloud", "matches", "as-before", "keeps-out",
    "whole-way",
  ]

  /// As many as end before the day on which the contract is decided.
  static let most = 100_000_000

  /// Writes so many records as JSON lines or as CSV; false where the file could not be written whole.
  static func write(count: Int, asCSV: Bool, to path: String) -> Bool {
    guard var file = TextFile(path: path) else { return false }
    let days = Days()
    var chance = Chance(seed: 2013)
    var second = firstDay * 86_400
    if asCSV { file.add("deliverable,check,result,at,ms\n") }
    for _ in 0..<count {
      let stage = chance.below(12)
      let check = chance.below(8)
      let failures = 18 + stage * 3 + check * 4
      let drawn = chance.below(1_000)
      let result = drawn >= failures ? "pass" : drawn * 4 < failures ? "error" : "fail"
      let tail = chance.below(1_000) < 30 + stage * 3
      let took = 20 + chance.below(380) + (tail ? chance.below(2_600) : 0)
      // No two runs are of the same second: a streak has one order.
      second += 1 + chance.below(2)
      file.add(asCSV ? "" : #"{"deliverable":""#)
      file.add(stages[stage])
      file.add(asCSV ? "," : #"","check":""#)
      file.add(checks[check])
      file.add(asCSV ? "," : #"","result":""#)
      file.add(result)
      file.add(asCSV ? "," : #"","at":""#)
      file.add(days[second / 86_400])
      file.addTime(second % 86_400)
      file.add(asCSV ? "," : #"","ms":"#)
      file.add(took)
      file.add(asCSV ? "\n" : "}\n")
    }
    return file.closed()
  }

  /// The first of October 2013.
  private static let firstDay = 273
}
