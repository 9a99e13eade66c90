import TestSupport

/// Contracts in files and folders that follow from a seed, with everything that can go wrong.
struct RandomPortfolio {
  private var random: SplitMix64
  private(set) var files: [String: String] = ["Rules/exchange.rules": Self.rules]
  private(set) var links: Set<String> = []
  private var count = 0
  /// Of a calm one all can be decided.
  private let isCalm: Bool

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
    isCalm = seed % 3 == 0
    let folders = below(6)
    for folder in 0..<folders {
      for file in 0...below(2) { add(file, to: "Contracts/\(folder)") }
      for record in 0...below(2) {
        files["Contracts/\(folder)/status/\(record).ndjson"] = fails(30) ? "{\n" : records
      }
      if fails(20) { links.insert("Contracts/\(folder)/status/linked.ndjson") }
    }
    if folders == 0 { files["Contracts/nothing.txt"] = "" }
    if fails(25) { files["Rules/broken.rules"] = "clause {\n" }
    if fails(40) { files = files.filter { !$0.key.hasPrefix("Rules") } }
  }

  private mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }

  /// Whether something goes wrong that does so in one of so many.
  private mutating func fails(_ oneOf: Int) -> Bool { below(oneOf) == 0 && !isCalm }

  private mutating func add(_ file: Int, to folder: String) {
    var text = fails(20) ? "// Nothing.\n" : ""
    if fails(30) { text += "calendar days {\n}\n" }
    for _ in 0..<(fails(8) ? 0 : 1 + below(4)) { text += contract() }
    if fails(40) { text += "contract cut {\n" }
    files["\(folder)/\(file).contract"] = text
  }

  private var records: String {
    mutating get {
      (0..<below(4)).map { _ in
        let about = fails(20) ? "c" : ["a", "b"][below(2)]
        return #"{"record": "capability", "about": "\#(about)", "by": "verifier", "#
          + #""dated": "2013-11-0\#(1 + below(9))", "state": "\#(["works", "fails"][below(2)])"}"#
          + "\n"
      }.joined()
    }
  }

  private mutating func contract() -> String {
    count += 1
    let id = fails(30) ? "c1" : "c\(count)"
    let currency = ["USD", "EUR", "JPY"][below(6) % 3]
    let amount = ["", "more than ", "at least ", "less than ", "approximately "][
      max(0, below(12) - 7)]
    let mark = below(6) == 0 ? " illustrative" : ""
    var lines = [
      "contract \(id) \"Sample \(id)\" {", "party buyer \"B\"", "party supplier \"S\"",
      "party verifier \"V\"", "records \"status/*\"",
    ]
    if !fails(25) { lines.append("incorporates working-exchange") }
    if fails(30) { lines.append("nonsense") }
    for name in ["a", "b"] {
      lines += [
        "milestone m-\(name) \"M\" {", "due 2013-10-01",
        "amount \(amount)\(currency) \(1 + below(900_000))\(mark)", "deliverable \(name) \"D\"",
        "}",
      ]
      guard below(8) > 0 else { continue }
      lines += [
        "invoice i-\(name) {", "received 2013-11-15", "line l {", "for milestone m-\(name)",
        "amount \(amount)\(currency) \(1 + below(900_000))\(mark)", "}", "}",
      ]
      if amount.isEmpty, below(4) == 0 {
        lines += [
          "payment p-\(name) {", "for invoice i-\(name)", "made 2013-12-01",
          "amount \(currency) \(1 + below(900_000))", "}",
        ]
      }
    }
    if below(4) == 0 {
      lines += [
        "waiver w of deliverable-works for deliverable a {", "from 2013-12-01",
        "through \(below(2) == 0 ? "2013-12-31" : "2013-12-02")", "approved \"C\"",
        "because \"it follows\"", "}",
      ]
    }
    return lines.joined(separator: "\n") + "\n}\n"
  }

  private static let rules = """
    /// What a capability was seen to do.
    evidence capability plural capabilities asserted by buyer or verifier {
      about deliverable
      dated date
      state works or degraded or fails
    }

    clause working-exchange "Each capability works" {
      cites "3"
      rounds half up to cent
      finding means latest state of capabilities

      rule deliverable-works for each deliverable {
        cites "3.2"
        require finding is works
        otherwise withhold milestone's amount until met
      }

      rule retained for each invoice {
        then retain 10% of earned until some contract's capabilities where state is works
      }
    }

    """
}
