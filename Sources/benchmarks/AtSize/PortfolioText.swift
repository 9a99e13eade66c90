/// A portfolio as JSON lines, as `Rules/sources/portfolio.rules` reads it: six milestones, twelve
/// deliverables and forty runs a contract, up to three defects, and the terms.
///
/// A contract depends on nothing but its number, so that a longer portfolio begins with a shorter one.
struct PortfolioText: ~Copyable {
  private let days = Days()
  private var file: TextFile

  /// Writes so many contracts; false where the file could not be written whole.
  static func write(count: Int, to path: String) -> Bool {
    guard let file = TextFile(path: path) else { return false }
    var text = PortfolioText(file: file)
    for number in 1...max(count, 1) { text.addContract(number) }
    return text.file.closed()
  }

  private init(file: consuming TextFile) { self.file = file }

  private struct Milestone {
    let due: Int
    let done: Int?
    let amount: Int
    let claimed: Int
    let verified: Int
    let billed: Int?

    init(due: Int, asOf: Int, by chance: inout Chance) {
      self.due = due
      let ready = due + (chance.one(in: 3) ? 1 + chance.below(28) : -chance.below(5))
      done = ready <= asOf ? ready : nil
      amount = 400_000 + 500 * chance.below(4_000)
      claimed = done == nil ? 2_500 + 100 * chance.below(70) : 10_000
      let gap = chance.one(in: 6) ? 600 + 100 * chance.below(15) : 100 * chance.below(5)
      verified = claimed - gap
      guard done != nil || chance.one(in: 4) else {
        billed = nil
        return
      }
      let usual = amount * (7 + chance.below(4)) / 10
      billed = chance.one(in: 24) ? amount + 12_500 : usual
    }
  }

  private mutating func addContract(_ number: Int) {
    var chance = Chance(seed: number)
    let signed = chance.below(24)
    let asOf = signed + 262 + chance.below(28)
    let milestones = (1...6).map { place in
      Milestone(due: signed + 44 * place + chance.below(12), asOf: asOf, by: &chance)
    }
    let sum = milestones.reduce(0) { $0 + $1.amount }
    file.add(#"{"id":"P-"#)
    file.add(number, digits: 8)
    file.add(#"","contractor":"Contractor "#)
    file.add(chance.below(900))
    file.add(#"","value":"#)
    file.add(chance.one(in: 30) ? sum * 2 / 5 : sum)
    file.add(#","signed":""#)
    file.add(days[signed])
    file.add(#"","as_of":""#)
    file.add(days[asOf])
    file.add(#"","terms":{"retainage_bp":1000,"ld_per_day":5000,"ld_cap_bp":1000,"#)
    file.add(#""min_pass_bp":8000,"max_gap_bp":500,"stale_days":30},"milestones":["#)
    addMilestones(milestones, of: number)
    file.add(#"],"deliverables":["#)
    addDeliverables(of: milestones, by: &chance)
    file.add(#"],"status":["#)
    addRuns(from: signed + 15, through: asOf, by: &chance)
    file.add(#"],"defects":["#)
    addDefects(by: &chance)
    file.add("]}\n")
  }

  private mutating func addMilestones(_ milestones: [Milestone], of number: Int) {
    for (place, milestone) in milestones.enumerated() {
      file.add(place == 0 ? #"{"id":"M"# : #",{"id":"M"#)
      file.add(place + 1)
      file.add(#"","name":"Stage "#)
      file.add(place + 1)
      file.add(#"","due":""#)
      file.add(days[milestone.due])
      file.add(#"","done":"#)
      file.add(milestone.done.map { "\"\(days[$0])\"" } ?? "null")
      file.add(#","amount":"#)
      file.add(milestone.amount)
      file.add(#","claimed_bp":"#)
      file.add(milestone.claimed)
      file.add(#","verified_bp":"#)
      file.add(milestone.verified)
      guard let billed = milestone.billed else {
        file.add(#","invoice":null}"#)
        continue
      }
      file.add(#","invoice":{"number":"B-"#)
      file.add(number)
      file.add("-")
      file.add(place + 1)
      file.add(#"","amount":"#)
      file.add(billed)
      file.add("}}")
    }
  }

  private static let parts = [
    "sign-in", "households", "income", "plans", "subsidies", "enrolment", "billing", "letters",
    "exchange of data", "objections", "reports", "audit trail",
  ]

  private mutating func addDeliverables(of milestones: [Milestone], by chance: inout Chance) {
    for (place, name) in Self.parts.enumerated() {
      file.add(place == 0 ? #"{"id":"D"# : #",{"id":"D"#)
      file.add(place + 1, digits: 2)
      file.add(#"","milestone":"M"#)
      file.add(place / 2 + 1)
      file.add(#"","name":""#)
      file.add(name)
      file.add(#"","due":""#)
      file.add(days[milestones[place / 2].due - chance.below(8)])
      file.add(#"","evidence":["#)
      for proof in 0..<(chance.one(in: 14) ? 0 : 1 + chance.below(2)) {
        file.add(proof == 0 ? #""sha256:"# : #","sha256:"#)
        file.addHexadecimal(chance.next())
        file.add("\"")
      }
      file.add("]}")
    }
  }

  private static let checks = [
    "opens", "adds-up", "holds-load", "reads-aloud", "matches", "as-before", "keeps-out",
    "whole-way",
  ]
  private static let runCount = 40

  /// Every deliverable is tried twice at least, apart from one in fifty contracts that leaves one out;
  /// two runs are never on the same day, so that the latest is one.
  private mutating func addRuns(from first: Int, through last: Int, by chance: inout Chance) {
    let silent = chance.one(in: 50) ? chance.below(12) : nil
    for run in 0..<Self.runCount {
      let drawn = run < 24 ? run % 12 : chance.below(12)
      let deliverable = drawn == silent ? drawn ^ 1 : drawn
      let outcome = chance.below(100)
      let second = chance.below(86_400)
      file.add(run == 0 ? #"{"deliverable":"D"# : #",{"deliverable":"D"#)
      file.add(deliverable + 1, digits: 2)
      file.add(#"","check":""#)
      file.add(Self.checks[chance.below(8)])
      file.add(#"","result":""#)
      file.add(outcome < 91 ? "pass" : outcome < 97 ? "fail" : "error")
      file.add(#"","at":""#)
      file.add(days[first + run * (last - first) / Self.runCount])
      file.addTime(second)
      file.add(#"","ms":"#)
      file.add(20 + chance.below(380) + (chance.one(in: 22) ? chance.below(2_600) : 0))
      file.add("}")
    }
  }

  private static let severities = ["critical", "major", "minor", "minor"]

  private mutating func addDefects(by chance: inout Chance) {
    for defect in 0..<chance.below(4) {
      file.add(defect == 0 ? #"{"id":"F-"# : #",{"id":"F-"#)
      file.add(defect + 1)
      file.add(#"","deliverable":"D"#)
      file.add(1 + chance.below(12), digits: 2)
      file.add(#"","severity":""#)
      file.add(Self.severities[chance.below(4)])
      file.add(chance.one(in: 2) ? #"","state":"open"}"# : #"","state":"closed"}"#)
    }
  }
}
