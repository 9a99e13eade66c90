import Foundation
import TestSupport

/// The documents of a made-up portfolio.
extension BriefWorld {
  /// Returns a document, in which something unusual may stand anywhere.
  mutating func document(_ id: String) -> String {
    let milestones = (1...(1 + below(4))).map { "M\($0)" }
    let functions = (0..<below(7)).map { "D\($0)" }
    var lines: [String] = []
    var members = [
      "\"id\":\(odd(text(id)))", "\"title\":\(odd(text("Contract \(id)")))",
      "\"vendor\":\(odd(text(pick(["Vendor 1", "Société", "Say \\\"x\\\""]))))",
      "\"day\":\(odd(text(day(270...300))))",
      "\"register\":\(odd(text(day(happens(80) ? 290...310 : 100...270))))",
      "\"terms\":{\"rate\":\(odd("\(below(900))")),\"most\":\(odd("\(below(2_000))")),"
        + "\"floor\":\(odd("\(50 + below(50))")),\"quiet\":\(odd("\(10 + below(40))"))}",
    ]
    if happens(70) { members.append("\"value\":\(odd("\(100_000 + below(5_000_000))"))") }
    if happens(20) { members.append("\"paid\":\(odd("\(below(300_000))"))") }
    if happens(15) {
      members.append("\"ceiling\":\(odd("\(below(4_000_000))")),\"capped\":\"yes\"")
    }
    members.append("\"milestones\":[\(milestones.map { milestone($0) }.joined(separator: ","))]")
    let placed = functions.map { function in
      "{\"id\":\(odd(text(function))),\"name\":\(text("Function \(function)")),\"milestone\":"
        + "\(odd(text(pick(milestones))))}"
    }
    if !placed.isEmpty { members.append("\"functions\":[\(placed.joined(separator: ","))]") }
    let bills = (0..<(1 + below(3))).map { bill($0, milestones, &lines) }
    members.append("\"bills\":[\(bills.joined(separator: ","))]")
    members += records(milestones, functions, lines, id)
    if happens(20) { members.append("\"more\":{\"of\":[1,2.5,null,true,{\"it\":[]}]}") }
    members.shuffle(using: &random)
    return "{\(members.joined(separator: happens(10) ? " , " : ","))}"
  }

  private mutating func milestone(_ name: String) -> String {
    var members = ["\"id\":\(odd(text(name)))", "\"name\":\(odd(text("Milestone \(name)")))"]
    if happens(95) { members.append("\"due\":\(odd(text(day(30...280))))") }
    if happens(97) { members.append("\"cents\":\(odd("\(1_000 * below(2_000))"))") }
    if happens(60) {
      members.append("\"done\":\(odd(text(day(20...290)))),\"outcome\":\(text(pick(["ok", "no"])))")
    }
    if happens(70) { members.append("\"claimed\":\(odd("\(below(101))"))") }
    if happens(30) {
      let parts = (0..<below(3)).map {
        "{\"id\":\(odd(text("P\($0)-\(name)"))),\"kind\":\(text(pick(["form", "none"])))}"
      }
      members.append("\"parts\":[\(parts.joined(separator: ","))]")
    }
    return "{\(members.joined(separator: ","))}"
  }

  private mutating func bill(
    _ number: Int, _ milestones: [String], _ names: inout [String]
  ) -> String {
    var open = milestones.shuffled(using: &random)
    let lines = (0..<(1 + below(3))).compactMap { line -> String? in
      guard let milestone = happens(2) ? milestones.first : open.popLast() else { return nil }
      let name = "L\(number)-\(line)"
      names.append(name)
      return "{\"id\":\(odd(text(name))),\"for\":\(odd(text(milestone))),\"cents\":"
        + "\(odd("\(500 * below(3_000))"))}"
    }
    return "{\"id\":\(odd(text("B\(number)"))),\"received\":\(odd(text(day(200...285)))),"
      + "\"lines\":[\(lines.joined(separator: ","))]}"
  }

  private mutating func records(
    _ milestones: [String], _ functions: [String], _ lines: [String], _ id: String
  ) -> [String] {
    var members: [String] = []
    func list(_ name: String, _ items: [String]) {
      if !items.isEmpty { members.append("\"\(name)\":[\(items.joined(separator: ","))]") }
    }
    if !functions.isEmpty {
      // Of most tools all runs have the same members.
      let isAlike = happens(60)
      list("runs", (0..<below(14)).map { _ in run(of: pick(functions), isAlike: isAlike) })
      list("faults", (0..<below(5)).map { _ in fault(of: pick(functions)) })
    }
    list(
      "counts",
      (0..<below(4)).map { _ in
        "{\"milestone\":\(odd(text(pick(milestones)))),\"at\":\(odd(text(day(50...290)))),"
          + "\"share\":\(odd("\(below(201))"))}"
      })
    list(
      "charges",
      (0..<below(3)).map { _ in
        "{\"milestone\":\(odd(text(pick(milestones)))),\"at\":\(text(day(50...290))),"
          + "\"cents\":\(odd("\(below(9_000))"))}"
      })
    if !lines.isEmpty {
      list(
        "reviews",
        (0..<below(3)).map { _ in
          "{\"line\":\(odd(text(pick(lines)))),\"at\":\(text(day(200...290))),"
            + "\"cents\":\(odd("\(happens(50) ? 0 : below(90_000))"))}"
        })
    }
    if happens(30) {
      list(
        "signs",
        [
          "{\"by\":\(text(pick(["state", "board", "press"]))),\"at\":\(text(day(200...290))),"
            + "\"result\":\(text(pick(["accepted", "rejected"])))}"
        ])
    }
    return members
  }

  private mutating func run(of function: String, isAlike: Bool) -> String {
    let moment = "\(day(50...300))T\(["00:00:00", "09:30:59", "23:59:59"][below(3)])Z"
    var members = [
      "\"function\":\(odd(text(function)))",
      "\"at\":\(odd(text(happens(30) ? day(50...290) : moment)))",
      "\"check\":\(odd(text(pick(["smoke", "load"]))))",
      "\"result\":\(odd(text(pick(["passed", "passed", "passed", "failed", "error"]))))",
    ]
    if isAlike || happens(90) { members.append("\"ms\":\(odd("\(below(1_200))"))") }
    if isAlike { return "{\(members.joined(separator: ","))}" }
    if happens(30) { members.append("\"until\":\(odd(text(day(50...290))))") }
    if happens(3) { members.append("\"void\":true") }
    if happens(20) { members.shuffle(using: &random) }
    return "{\(members.joined(separator: ","))}"
  }

  private mutating func fault(of function: String) -> String {
    var members = [
      "\"function\":\(odd(text(function)))", "\"at\":\(odd(text(day(50...290))))",
      "\"number\":\(odd(text("F\(below(3))")))",
      "\"severity\":\(odd(text(pick(["critical", "minor"]))))",
      "\"state\":\(odd(text(pick(["open", "closed"]))))",
    ]
    if happens(20) { members.append("\"filed\":\(odd(text(day(50...310))))") }
    return "{\(members.joined(separator: ","))}"
  }

  // MARK: Values

  private func text(_ text: String) -> String { "\"\(text)\"" }

  private mutating func day(_ range: ClosedRange<Int>) -> String {
    let number = 15_706 + Int.random(in: range, using: &random)
    let date = Date(timeIntervalSince1970: Double(number) * 86_400)
    return date.formatted(.iso8601.year().month().day())
  }

  /// Returns a value, or now and then something else in its place.
  private mutating func odd(_ value: String) -> String {
    guard happens(oddity) else { return value }
    return switch below(18) {
    case 0: "null"
    case 1: "\"\""
    case 2: "-\(value.filter(\.isNumber))1"
    case 3: "0.5"
    case 4: "\"\\u0041\(value.filter { $0 != "\"" })\""
    case 5: "[]"
    case 6: "{\"a\":1}"
    case 7: "true"
    case 8: "\"é\""
    case 9: "1e3"
    case 10: "99999999999999999999"
    case 11: "\"M1\""
    case 12: "\"2013-02-30\""
    case 13: "\"\\u0020\""
    case 14: "\"a\\tb\""
    case 15: "\"\u{202E}evil\""
    case 16: value.hasSuffix("\"") ? "\(value.dropLast())é \\u00e9\\\"\"" : "\"7\\u0030\""
    default: "\(value) "
    }
  }
}
