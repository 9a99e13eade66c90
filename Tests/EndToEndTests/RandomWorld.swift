import ContractCheck
import ContractModel
import TestSupport

/// Rules, a contract and its records that follow from a seed, as the texts that a person would write.
struct RandomWorld {
  /// One line of a record file.
  struct Record: Hashable {
    let kind: String
    let about: String
    /// The day of December 2013 on which it was put on file.
    let recorded: Int
    let fields: String

    var text: String {
      #"{"record": "\#(kind)", "about": "\#(about)", "by": "buyer", "recorded": "\#(Self.day(recorded))", \#(fields)}"#
    }

    static func day(_ number: Int) -> String { "2013-12-\(number < 10 ? "0" : "")\(number)" }
  }

  struct Waiver {
    var approved: String? = "Commissioner"
    var through: String? = "2014-01-31"
  }

  let seed: UInt64
  var random: SplitMix64
  /// The day of December 2013 on which it is decided.
  var asOf: Int
  var rules = Self.rules
  var records: [Record] = []
  var waiver: Waiver?
  private(set) var milestones: [(name: String, amount: Int, due: Int)] = []
  private var invoices: [[(milestone: Int, amount: Int)]] = []

  init(seed: UInt64) {
    self.seed = seed
    random = SplitMix64(seed: seed)
    asOf = 0
    asOf = below(20) + 11
    for index in 0...below(3) {
      milestones.append(("m\(index)", (1 + below(50)) * 1_000, 1 + below(20)))
    }
    for _ in 0...below(2) {
      let billed = milestones.indices.shuffled(using: &random).prefix(1 + below(3))
      invoices.append(billed.map { ($0, 1 + below(90_000)) })
    }
    if below(2) == 0 { waiver = Waiver() }
    for _ in 0..<below(16) { records.append(record()) }
    records.sort { $0.recorded < $1.recorded }
  }

  mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }

  private mutating func record() -> Record {
    let milestone = below(milestones.count)
    let day = 1 + below(28)
    let dated = #""dated": "\#(Record.day(max(1, day - below(6))))""#
    func made(_ kind: String, _ about: String, _ fields: String) -> Record {
      Record(kind: kind, about: about, recorded: day, fields: "\(dated)\(fields)")
    }
    switch below(10) {
    case 0..<4:
      return made(
        "test-run", "d\(milestone)", #", "result": "\#(below(3) > 0 ? "passed" : "failed")""#)
    case 4, 5: return made("acceptance", "m\(milestone)", "")
    case 6:
      let ends = min(28, day + below(5))
      return made(
        "delay", "m\(milestone)",
        #", "begins": "\#(Record.day(day))", "ends": "\#(Record.day(ends))""#)
    case 7: return made("settlement", "m\(milestone)", "")
    default:
      let invoice = below(invoices.count)
      let line = below(invoices[invoice].count)
      return made(
        "charge-review", "l\(invoice)-\(line)", #", "unsupported": "USD \#(below(3) * 400)""#)
    }
  }

  /// A test that failed, on file today.
  func failure(of milestone: Int) -> Record {
    Record(
      kind: "test-run", about: "d\(milestone)", recorded: asOf,
      fields: #""dated": "\#(Record.day(asOf))", "result": "failed""#)
  }

  func outcome(files: Int = 1) -> CheckOutcome { ContractCheck.run(input(files: files)) }

  func input(files: Int = 1) -> CheckInput {
    let parts = (0..<files).map { part in
      InputFile(
        path: "status/\(part).ndjson",
        bytes: Array(
          records.enumerated().filter { $0.offset % files == part }
            .map { $0.element.text + "\n" }.joined().utf8))
    }
    return CheckInput(
      ruleFiles: [InputFile(path: "a.rules", bytes: Array(ruleText.utf8))],
      contractFiles: [InputFile(path: "a.contract", bytes: Array(contractText.utf8))],
      recordFiles: ["a.contract": parts],
      asOf: CivilDate(year: 2013, month: 12, day: asOf)!)
  }

  private var contractText: String {
    var lines = [
      "contract world \"World\" {", "party buyer \"B\"", "party supplier \"S\"",
      "value USD 9,000,000",
      "records \"status/*.ndjson\"", "incorporates everything {",
      "rate USD 700 per calendar day", "}",
    ]
    for (index, milestone) in milestones.enumerated() {
      lines += [
        "milestone \(milestone.name) \"M\" {", "due \(Record.day(milestone.due))",
        "amount USD \(milestone.amount)", "deliverable d\(index) \"D\"", "}",
      ]
    }
    for (index, invoice) in invoices.enumerated() {
      lines += ["invoice i\(index) {", "received \(Record.day(2 + index))"]
      for (place, line) in invoice.enumerated() {
        lines += [
          "line l\(index)-\(place) {", "for milestone \(milestones[line.milestone].name)",
          "amount USD \(line.amount)", "}",
        ]
      }
      lines.append("}")
    }
    if let waiver {
      lines += ["waiver let-pass of tested for milestone m0 {", "from 2013-12-01"]
      lines += waiver.through.map { ["through \($0)"] } ?? []
      lines += waiver.approved.map { ["approved \"\($0)\""] } ?? []
      lines += ["because \"it follows\"", "}"]
    }
    return lines.joined(separator: "\n") + "\n}\n"
  }

  private var ruleText: String {
    Self.recordKinds + Self.meanings + rules.joined(separator: "\n") + "\n}\n"
  }

  private static let recordKinds = """
    evidence test-run plural test-runs asserted by buyer {
      about deliverable
      dated date
      result passed or failed
    }
    evidence charge-review plural charge-reviews asserted by buyer {
      about line
      dated date
      unsupported money at least USD 0
    }
    act acceptance plural acceptances asserted by buyer {
      about milestone
      dated date
    }
    act delay plural delays asserted by buyer {
      about milestone
      dated date
      begins date
      ends date
    }
    act settlement plural settlements asserted by buyer {
      about milestone
      dated date
    }

    """

  private static let meanings = """
    clause everything "Every stage" {
      cites "1"
      rounds half up to cent
      term rate money per calendar day
      state       means latest result of test-runs
      finished    means earliest dated of acceptances, or as-of while none
      gross       means calendar days after due through finished
      excused     means calendar days covered by delays
      net-late    means greater of 0 calendar days and gross less excused
      unsupported means latest unsupported of charge-reviews
      excess      means greater of 0% of entitled and (entitled less 90% of amount)

    """

  static let rules = [
    """
    rule tested for each deliverable {
      require state is passed
      otherwise withhold milestone's amount until met
    }
    """,
    """
    rule in-time for each milestone {
      require net-late is 0 calendar days
      otherwise deduct rate for each day of net-late as delay capped at 10% of amount
      otherwise report late showing gross, excused
    }
    """,
    """
    rule supported for each line {
      require unsupported is USD 0
      otherwise dispute unsupported until met
    }
    """,
    """
    rule within-share for each line {
      require excess is 0% of entitled
      otherwise withhold excess until met
    }
    """,
    """
    rule retained for each invoice {
      then retain 10% of earned until some contract's settlements
    }
    """,
    """
    rule secured for each invoice {
      then withhold 5% of earned until some contract's settlements
    }
    """,
    """
    rule interest for each invoice {
      when payable is more than 0% of payable
      then owe 1% of payable as interest
      then pay by 30 calendar days after received
    }
    """,
  ]
}
