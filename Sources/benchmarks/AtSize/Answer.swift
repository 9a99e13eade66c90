/// The totals that a program came to, by name: what must be the same before anything is timed.
struct Answer {
  let totals: [(name: String, value: Int)]

  /// Whether every total that both tell is the same, and there is one.
  func agrees(with other: Answer) -> Bool {
    let shared = totals.compactMap { total in
      other.totals.first { $0.name == total.name }.map { total.value == $0.value }
    }
    return !shared.isEmpty && !shared.contains(false)
  }

  var line: String { totals.map { "\($0.name)=\($0.value)" }.joined(separator: " ") }

  /// The line of `name=value` that every peer prints.
  static func ofPeer(at path: String) -> Answer? {
    let line = FileText.end(of: path).split(whereSeparator: \.isNewline).last ?? ""
    let totals = line.split(separator: " ").compactMap { word -> (name: String, value: Int)? in
      let parts = word.split(separator: "=")
      guard parts.count == 2, let value = Int(parts[1]) else { return nil }
      return (String(parts[0]), value)
    }
    return totals.isEmpty ? nil : Answer(totals: totals)
  }

  /// What the end of the report in words says: the contracts and the amounts, in cents.
  static func ofWords(at path: String) -> Answer? {
    let end = FileText.end(of: path)
    let lines = end.split(whereSeparator: \.isNewline)
    guard
      let count = lines.last(where: { $0.contains(" contracts: ") || $0.contains(" contract: ") }),
      let pay = end.after(last: "pay USD ")
    else { return nil }
    return Answer(totals: [
      ("contracts", count.digits), ("pay", pay.digits),
      ("withheld", pay.after(first: "withheld USD ")?.digits ?? 0),
    ])
  }

  /// What the summary at the start of the JSON report says, the findings that fail or lack evidence too.
  static func ofSummary(at path: String) -> Answer? {
    let start = FileText.beginning(of: path, count: 8_192)[...]
    guard let summary = start.after(first: #""summary": {"#),
      let contracts = summary.after(first: #""contracts": "#),
      let verdicts = summary.after(first: #""verdicts": {"#),
      let failed = verdicts.after(first: #""failed": "#),
      let unproven = verdicts.after(first: #""unproven": "#),
      let amounts = verdicts.after(first: #""amounts": {"#),
      let pay = amounts.after(first: #""pay": ""#),
      let withheld = amounts.after(first: #""withheld": ""#)
    else { return nil }
    return Answer(totals: [
      ("contracts", contracts.digits), ("findings", failed.digits + unproven.digits),
      ("pay", pay.digits), ("withheld", withheld.digits),
    ])
  }

  /// What the rows of the CSV report say of each group: `told` its figures, `good-enough` whether it
  /// is paid.
  static func ofGroups(at path: String) -> Answer? {
    var sums = [0, 0, 0, 0, 0, 0]
    for line in FileText.beginning(of: path).split(whereSeparator: \.isNewline) {
      if line.contains(",told,"), let tried = line.after(first: "tried is at least "),
        let slow = tried.after(first: "slow is "), let worst = slow.after(first: "worst is "),
        let failures = worst.after(first: "failures is ")
      {
        let found = [1, tried.digits, slow.digits, worst.hundredths, failures.digits, 0]
        sums = zip(sums, found).map { $0 + $1 }
      }
      if line.contains(",finding,"), line.contains(",good-enough,"), line.contains(",met,") {
        sums[5] += 1
      }
    }
    let names = ["groups", "records", "p95", "worst", "streak", "pay"]
    return sums[0] == 0 ? nil : Answer(totals: zip(names, sums).map { ($0, $1) })
  }
}

extension Substring {
  /// The decimal number at its start in hundredths, what is beyond them cut off.
  fileprivate var hundredths: Int {
    let parts = prefix { $0.isNumber || $0 == "." }.split(separator: ".")
    let whole = parts.first.map { $0.digits } ?? 0
    let fraction = (parts.count > 1 ? String(parts[1].prefix(2)) : "") + "00"
    return whole * 100 + fraction.prefix(2)[...].digits
  }
}
