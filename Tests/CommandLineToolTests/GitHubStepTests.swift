import CommandLineTool
import ContractModel
import Testing

/// What a run leaves for the later steps of a workflow, and for whoever looks at it.
@Suite struct GitHubSteps {
  private func machine(_ environment: [String: String]) -> MemoryMachine {
    let machine = MemoryMachine.small
    machine.environment = environment
    machine.files["summary.md"] = "# Before\n"
    return machine
  }

  private static let variables = ["GITHUB_STEP_SUMMARY": "summary.md", "GITHUB_OUTPUT": "out"]

  @Test(arguments: ["--format github", "--report github=github.txt"])
  func areAddedToWhatIsThere(_ options: String) {
    let machine = machine(Self.variables)
    _ = machine.run(
      "check Contracts --as-of 2013-12-26 \(options)", outcome: .deciding(.withhold))
    #expect(
      machine.files["summary.md"]?.hasPrefix("# Before\n# What to pay as of 2013-12-26") == true)
    #expect(
      machine.files["out"] == """
        decision=withhold
        complete=true
        contracts=1
        failed=1
        undecided=0

        """)
  }

  @Test(arguments: [
    ("--format text", variables), ("--format github", [:]),
    ("--format github", ["GITHUB_STEP_SUMMARY": "", "GITHUB_OUTPUT": ""]),
  ])
  func areForGitHubOnly(_ options: String, _ environment: [String: String]) {
    let machine = machine(environment)
    _ = machine.run("check Contracts --as-of 2013-12-26 \(options)")
    #expect(machine.files["summary.md"] == "# Before\n" && machine.files["out"] == nil)
  }

  @Test(arguments: ["summary.md", "out"])
  func thatCannotBeWrittenEndWith74(_ path: String) {
    let machine = machine(Self.variables)
    machine.writeFailures[path] = .notPermitted
    #expect(
      machine.run("check Contracts --as-of 2013-12-26 --format github") == .unwritableReport)
    #expect(machine.errors == "holdback: cannot write '\(path)': permission denied\n")
  }
}
