import Foundation
import Testing

/// What three articles of December 2013 report, and what has to follow from it.
@Suite struct ReportedContracts {
  static let arguments = ["check", "Contracts", "--as-of", "2013-12-26", "--format", "json"]

  private func report() async throws -> ReportJSON {
    try ReportJSON(try await Program.run(Self.arguments).output)
  }

  @Test func theRunFailsAndDecidesAll() async throws {
    let run = try await Program.run(Self.arguments)
    #expect(run.status == 1, "\(run.errors)")
    #expect(try ReportJSON(run.output).contracts.count == 10)
  }

  @Test func massachusettsSuspendsAll() async throws {
    let contract = try await report().contract("massachusetts")
    #expect(contract.decision == "suspend-all")
    #expect(contract.amounts["pay"] == "0.00")
    #expect(contract.object.text("blocked") == "58000000.00")
  }

  @Test func thePartThatWorksReleasesNothing() async throws {
    let folder = try TemporaryFolder()
    try folder.copy("Rules")
    try folder.copy("Contracts/massachusetts")
    let before = try await Program.run(Self.arguments, in: folder)
    let path = "Contracts/massachusetts/status/findings.ndjson"
    let lines = try folder.text(path).split(separator: "\n").map { line in
      line.contains("unsubsidised-application")
        ? line.replacing("\"working\"", with: "\"failing\"") : line
    }
    #expect(lines.joined(separator: "\n") + "\n" != (try folder.text(path)))
    try folder.write(lines.joined(separator: "\n") + "\n", to: path)
    let after = try await Program.run(Self.arguments, in: folder)
    let (first, second) = (
      try ReportJSON(before.output).contract("massachusetts"),
      try ReportJSON(after.output).contract("massachusetts")
    )
    #expect(before.status == after.status)
    #expect(first.decision == second.decision && first.amounts == second.amounts)
    #expect(first.object.text("blocked") == second.object.text("blocked"))
  }

  @Test func vermontHasTwoFindingsOnTwoGrounds() async throws {
    let contract = try await report().contract("vermont")
    #expect(contract.decision == "withhold")
    #expect(contract.amounts["withheld"] == "5100000.00")
    #expect(contract.amounts["disputed"] == ">1000000.00")
    #expect(contract.amounts["pay"] == "0.00")
    let grounds = contract.findings.filter { !$0.text("amount").isEmpty }
    #expect(Set(grounds.map { $0.text("amount") }) == ["5100000.00", ">1000000.00"])
    #expect(Set(grounds.map { $0.text("code") }) == ["LATE", "CHARGE_UNSUPPORTED"])
  }

  @Test func oregonWithholdsAndTheOverclaimIsShown() async throws {
    let contract = try await report().contract("oregon")
    #expect(contract.decision == "withhold")
    #expect(contract.amounts["withheld"] == "~20000000.00")
    let overclaim = try #require(contract.findings("OVERCLAIM").first)
    #expect(overclaim.objects("values").contains { $0.text("value") == "70%" })
    let effects = overclaim.objects("effects")
    #expect(effects.contains { $0.text("verb") == "refer" && $0.text("object") == "counsel" })
  }

  @Test func theFederalContractHoldsNothing() async throws {
    let contract = try await report().contract("federal")
    let held = ["withheld", "disputed", "deducted", "rejected", "retained", "recovered"]
    #expect(held.map { contract.amounts[$0] } == held.map { _ in "0.00" })
    #expect(
      contract.verbs.isDisjoint(with: ["withhold", "suspend", "dispute", "deduct", "reject"]))
    #expect(contract.findings.contains { $0.text("verdict") == "excused" })
    #expect(contract.verbs.contains("refer"))
    let values = contract.findings.flatMap { $0.objects("values") }.map { $0.text("value") }
    #expect(values.contains { $0.contains("208.5") }, "\(values)")
  }

  @Test(arguments: ["kentucky", "california", "colorado", "hawaii"])
  func theOthersPay(_ id: String) async throws {
    let contract = try await report().contract(id)
    #expect(contract.decision == "pay")
    #expect(contract.amounts["pay"] == contract.amounts["invoiced"])
    #expect(contract.amounts["pay"] != "0.00")
  }

  /// What nobody reported is starred wherever an amount is told, and the star explained; the rest is not.
  @Test(arguments: ["check", "explain", "timeline"])
  func madeUpAmountsAreStarredInEveryCommand(_ command: String) async throws {
    let legend = "* illustrative: made up for the example, reported by nobody\n"
    let options = command == "timeline" ? ["--to", "2013-12-26"] : ["--as-of", "2013-12-26"]
    let madeUp = try await Program.run([command, "Contracts/kentucky"] + options).text
    #expect(madeUp.contains("pay USD 1,000,000.00* of USD 1,000,000.00* invoiced\n"))
    #expect(madeUp.hasSuffix(legend))
    let reported = try await Program.run([command, "Contracts/vermont"] + options).text
    #expect(reported.contains("1,000,000.00") && !reported.contains("*"))
  }

  @Test func enrolmentIsNoGround() async throws {
    let enrolled = try await report().contract("colorado").findings.filter {
      $0.text("rule").contains("enrol") && !$0.text("amount").isEmpty
    }
    #expect(enrolled.isEmpty)
  }

  @Test func newMexicosIndividualExchangeIsNotDue() async throws {
    let contract = try await report().contract("new-mexico")
    let individual = try contract.milestone("individual")
    #expect(individual.text("decision") == "not-due")
    #expect(individual.amounts["deducted"] == "0.00")
    let smallBusiness = try contract.milestone("small-business")
    #expect(smallBusiness.amounts["deducted"] != "0.00")
  }

  /// One request for payment through the whole chain, to the cent.
  @Test func everyBucketOfTheMadeUpInvoiceIsRight() async throws {
    let amounts = try await report().contract("illustrative").invoice("first").amounts
    #expect(
      amounts == [
        "invoiced": "1240000.00", "pay": "545000.00", "retained": "72500.00",
        "recovered": "72500.00", "deducted": "35000.00", "withheld": "500000.00",
        "disputed": "15000.00", "rejected": "0.00", "notDue": "0.00",
      ])
  }
}
