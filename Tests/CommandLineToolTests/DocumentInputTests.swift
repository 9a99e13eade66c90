import CommandLineTool
import SourceText
import Testing

/// Files of documents on their way in, with whatever the machine does meanwhile.
@Suite struct DocumentInputs {
  /// Rules of which a contract passes that was not closed.
  static let closed = """
    act closing plural closings asserted by buyer {
      about contract
      dated date
    }

    clause closed "Closed" {
      cites "1"
      rule is-open for contract {
        require no closings
        otherwise suspend payment until met
      }
    }

    """

  /// A clause by which lines of more than USD 50 are not paid.
  static let paid = """
    clause paid "Paid" {
      cites "2"
      rule is-small for each line {
        require line's amount is at most USD 50
        otherwise withhold line's amount until met
      }
    }

    """

  private static let rules =
    closed + """
      source office {
        reads json-lines
        contract from "id" {
          party buyer    "State"
          party supplier "Supplier"
          incorporates closed
        }
      }

      """

  private func machine(_ text: String) -> MemoryMachine {
    MemoryMachine(["Rules/a.rules": Self.rules, "data.ndjson": text])
  }

  private func run(
    _ machine: MemoryMachine, _ arguments: [String] = []
  ) -> CommandLineTool.ExitStatus {
    machine.run(arguments: ["check", "data.ndjson", "--as-of", "2013-12-26"] + arguments)
  }

  @Test func decidesEachLine() {
    let machine = machine("{\"id\":\"a\"}\n{\"id\":\"b\"}")
    #expect(run(machine) == .success, "\(machine.errors)")
    #expect(machine.output.contains("2 contracts"))
    #expect(machine.closed == ["data.ndjson"])
  }

  /// What is missing at the end may have been what stands against paying.
  @Test func aFileThatBecameShorterIsNoPass() {
    let machine = machine("{\"id\":\"a\"}\n{\"id\":\"b\"}\n{\"id\":")
    machine.endings["data.ndjson"] = .other("has become shorter while it was read")
    #expect(run(machine, ["--report", "json=report.json"]) == .unusableInput)
    #expect(machine.errors.contains("'data.ndjson': has become shorter while it was read"))
    #expect(machine.files["report.json"]?.contains("has become shorter") == true)
    #expect(machine.closed == ["data.ndjson"])
  }

  @Test func aLineHasALimit() {
    let machine = machine("")
    let brackets = [UInt8](repeating: UInt8(ascii: "["), count: 1 << 20)
    var host = machine.host
    host.openInput = { (_) throws(FileError) in
      IncomingFile(
        size: nil,
        fill: { (buffer, bounds) throws(FileError) in
          buffer.replaceSubrange(bounds, with: brackets.prefix(bounds.count))
          return bounds.count
        }, close: {})
    }
    let status = HoldbackCommand.run(arguments: ["check", "data.ndjson"], on: host)
    #expect(status == .unusableInput)
    #expect(machine.errors.contains("'data.ndjson'") && machine.errors.contains("64"))
  }

  @Test func aFileThatIsNotThereIsNamed() {
    let machine = machine("")
    machine.files["data.ndjson"] = nil
    #expect(run(machine) == .unusableInput)
    #expect(machine.errors.contains("data.ndjson"), "\(machine.errors)")
  }

  @Test(arguments: ["0", "257", "two", "-1", " "])
  func jobsAreACount(_ count: String) {
    let machine = machine("{\"id\":\"a\"}")
    #expect(run(machine, ["--jobs", count]) == .unusableInput)
    #expect(machine.errors.contains("after '--jobs' is no whole number from 1 to 256"))
  }

  /// A document is no contract, and without a source it is nothing.
  @Test func twoSourcesAreNotGuessedBetween() {
    let machine = machine("{\"id\":\"a\"}")
    machine.files["Rules/b.rules"] = """
      source other {
        reads json-lines
        contract from "id" {
          party buyer    "State"
          party supplier "Supplier"
          incorporates closed
        }
      }
      """
    #expect(run(machine) == .unusableInput)
    #expect(
      machine.errors.contains(
        "'data.ndjson': 'office', 'other' read such files; say which with --source NAME"),
      "\(machine.errors)")
    #expect(run(machine, ["--source", "other"]) == .success, "\(machine.errors)")
  }
}
