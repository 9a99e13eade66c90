import CommandLineTool
import Testing

@Suite struct SchemaCommandTests {
  private static let rules = """
    /// A decision of the buyer. It stands.
    act acceptance keyed by number asserted by buyer or verifier {
      about  milestone
      dated  date
      /// Which delivery.
      number optional text
      result accepted or rejected
      share  optional percent 0% to 100%
    }

    """

  private func machine() -> MemoryMachine { MemoryMachine(["Rules/a.rules": Self.rules]) }

  @Test(arguments: ["report", "contract", "records"])
  func schemasArePrinted(_ subject: String) {
    let machine = machine()
    #expect(machine.run("schema \(subject)") == .success, "\(machine.errors)")
    #expect(
      machine.output.hasPrefix(
        "{\n  \"$schema\": \"http://json-schema.org/draft-07/schema\\u0023\""
          .replacing("\\u0023", with: "#")))
    let first = machine.output
    #expect(machine.run("schema \(subject) --output s.json") == .success)
    #expect(machine.files["s.json"] == first)
  }

  @Test func recordsAreThoseOfTheRules() {
    let machine = machine()
    _ = machine.run("schema records")
    for text in [
      "\"description\": \"A decision of the buyer. It stands.\"", "\"const\": \"acceptance\"",
      "\"description\": \"Which delivery. Of type text.\"",
      "\"description\": \"Of type percent, 0% to 100%.\"",
    ] {
      #expect(machine.output.contains(text), "\(text)\n\(machine.output)")
    }
    let required = machine.output.firstMatch(of: /"required": (\[[^\]]*\])/)?.1 ?? ""
    #expect(
      required.split { " \n\"[],".contains($0) } == ["about", "by", "dated", "number", "result"])
    #expect(machine.output.contains(/"enum": \[\s*"buyer",\s*"verifier"\s*\]/))
  }

  @Test(arguments: [
    (
      "schema records --rules Gone", "'Gone': no such file or folder",
      CommandLineTool.ExitStatus.unusableInput
    ),
    ("schema records --rules Broken", "error[", .unusableInput),
    ("schema records --rules Rules --rules Broken", "error[", .unusableInput),
    (
      "schema records --rules Empty", "nothing to describe: no kind of record in 'Empty'",
      .nothingToCheck
    ),
  ])
  func aSchemaThatWouldBeIncompleteIsNotPrinted(
    _ commandLine: String, message: String, status: CommandLineTool.ExitStatus
  ) {
    let machine = machine()
    machine.files["Empty/a.txt"] = ""
    machine.files["Broken/a.rules"] = "evidence a {\n"
    #expect(machine.run(commandLine) == status)
    #expect(machine.errors.contains(message), "\(machine.errors)")
    #expect(machine.output.isEmpty)
  }

  @Test func aSchemaThatCannotBeWrittenIsSaid() {
    let machine = machine()
    machine.writeFailure = .noSpace
    #expect(machine.run("schema report --output s.json") == .unwritableReport)
  }
}
