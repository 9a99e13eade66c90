import CommandLineTool
import ContractCheck
import SourceText
import Testing

/// Record files that are read piece by piece.
@Suite struct LongRecords {
  private static let long = String(repeating: "a\n", count: 600_000)

  /// Records of one kind are either all kept or none: a short file does not make a long one be kept.
  @Test func shortFilesBesideALongOneAreReadAsItIs() {
    let machine = MemoryMachine.small
    for name in ["a.ndjson", "b.csv", "c.jsonl", "d.json"] {
      machine.files["Contracts/a/r/\(name)"] = ""
    }
    func kept() -> [String]? {
      _ = machine.run("check Contracts", patterns: ["r/*"])
      return machine.input?.recordFiles["Contracts/a/a.contract"]?.map(\.path)
    }
    #expect(
      kept() == ["a.ndjson", "b.csv", "c.jsonl", "d.json"].map { "Contracts/a/r/\($0)" })
    machine.files["Contracts/a/r/b.csv"] = Self.long
    #expect(kept() == ["Contracts/a/r/d.json"])
  }

  /// Short files may be long together.
  @Test func manyShortFilesAreNotKept() {
    let machine = MemoryMachine.small
    for number in 0..<20 {
      machine.files["Contracts/a/r/\(number).ndjson"] = String(repeating: "a", count: 60_000)
    }
    _ = machine.run("check Contracts", patterns: ["r/*"])
    #expect(machine.input?.recordFiles["Contracts/a/a.contract"]?.isEmpty == true)
  }

  /// What has to be kept after all is held to the limit of any record file.
  @Test func whatIsKeptAfterAllMayBeTooLong() {
    let record = #"{"id":"NUMBER","about":"c","by":"buyer","dated":"2013-12-01"}"#
    let records = (0..<20_000).map { record.replacing("NUMBER", with: "\($0)") }
    let machine = MemoryMachine([
      "Rules/a.rules": DocumentInputs.closed,
      "c.contract": """
      contract c "C" {
        party buyer    "State"
        party supplier "Supplier"
        records "closing.ndjson"
        incorporates closed
      }

      """, "closing.ndjson": records.joined(separator: "\n") + "\n",
    ])
    let check = ["check", "c.contract", "--as-of", "2013-12-26"]
    #expect(machine.run(arguments: check) == .failed, "\(machine.errors)")
    machine.wholeFailures["closing.ndjson"] = .tooLarge(limit: 1 << 30)
    #expect(machine.run(arguments: check) == .unusableInput)
    let words =
      "is larger than 1024 MiB, and one pass does not tell all that is asked of its records"
    #expect(machine.errors.contains("'closing.ndjson': \(words)"), "\(machine.errors)")
  }
}
