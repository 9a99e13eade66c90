import CommandLineTool
import TestSupport
import Testing

/// Files of contracts that are decided at once are told as if each had been decided by itself.
@Suite struct ManyContracts {
  private static func machine(_ random: inout SplitMix64) -> (MemoryMachine, hasMistakes: Bool) {
    func happens(_ oneOf: Int) -> Bool { Int.random(in: 0..<oneOf, using: &random) == 0 }
    let machine = MemoryMachine(["Rules/a.rules": DocumentInputs.closed])
    let hasMistakes = !happens(4)
    for number in 0..<Int.random(in: 6...60, using: &random) {
      let isOdd = hasMistakes && happens(8)
      let id = isOdd && happens(3) ? "c1" : "c\(number)"
      var lines = [
        "party buyer    \"State\"", "party supplier \"Supplier\"", "incorporates closed",
      ]
      if happens(2) { lines.append("records \"records/\(id)-*.ndjson\"") }
      if isOdd {
        let odd = ["value", "records \"../x\"", "incorporates nothing", "paid USD 1", "}"]
        lines.append(odd.randomElement(using: &random)!)
      }
      let contract = "contract \(id) \"C\" {\n  \(lines.joined(separator: "\n  "))\n}\n"
      let second =
        happens(6) ? contract.replacing("contract \(id)", with: "contract s\(number)") : ""
      machine.files["Contracts/\(happens(2) ? "a" : "b")/\(number).contract"] = contract + second
      for folder in ["a", "b"] where happens(2) {
        let record =
          hasMistakes && happens(6)
          ? "{\"about\":1}\n"
          : #"{"record":"closing","about":"contract","by":"buyer","dated":"2013-12-01"}"# + "\n"
        // Long ones are read by themselves.
        let count = happens(20) ? 4_000 : 1
        machine.files["Contracts/\(folder)/records/\(id)-1.ndjson"] =
          String(repeating: record, count: count)
      }
      if hasMistakes, happens(20) { machine.links = ["Contracts/a/records/c\(number)-2.ndjson"] }
    }
    return (machine, hasMistakes)
  }

  @Test func areToldAsIfEachWereDecidedByItself() {
    let seed: UInt64 = 0x4D41_4E59
    print("folders by seed \(seed)")
    var random = SplitMix64(seed: seed)
    var statuses: Set<Int32> = []
    for _ in 0..<24 {
      let (machine, hasMistakes) = Self.machine(&random)
      let format = ["text", "json", "csv"].randomElement(using: &random)!
      for command in [["check", "--format", format], ["explain"]] {
        let runs = [1, 2, 5].map { processors in
          machine.processors = processors
          let (output, errors) = (machine.output.utf8.count, machine.errors.utf8.count)
          let status = machine.run(arguments: command + ["Contracts", "--as-of", "2013-12-26"])
          statuses.insert(status.rawValue)
          return [
            "\(status)", String(Substring(machine.output.utf8.dropFirst(output))),
            String(Substring(machine.errors.utf8.dropFirst(errors))),
          ]
        }
        let isSame = runs[1] == runs[0] && runs[2] == runs[0]
        #expect(isSame, "\(command), with mistakes: \(hasMistakes)")
      }
    }
    #expect(statuses.isSuperset(of: [1, 2]))
  }
}
