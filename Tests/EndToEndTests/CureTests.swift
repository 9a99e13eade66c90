import ContractCheck
import ContractModel
import Foundation
import Testing

/// What an explanation names as a release is put on file, in a record file or in the text of the
/// contract, and decided anew from nothing but texts: then nothing holds the amount any more.
@Suite struct Cures {
  /// Every amount that the sample contracts hold can be released, and every set of changes that is
  /// named for it releases it.
  @Test(arguments: SampleReports.names)
  func releaseWhatASampleHolds(_ name: String) throws {
    let input = try SampleInput.reading(name)
    for explanation in input.explained().explanations {
      for list in explanation.cures {
        #expect(!list.cures.isEmpty && list.isComplete, "\(name): nothing releases \(list.held)")
        for cure in list.cures {
          let released = ContractCheck.run(try input.making(cure))
          #expect(
            released.errorIDs.isEmpty, "\(name): \(cure.changes.map(\.words)) is not accepted")
          let after = try #require(released.contracts.first)
          expect(after, releases: list.held, paying: cure, in: name)
        }
      }
    }
  }

  private func expect(
    _ after: ContractDecision, releases held: CureList.Held, paying cure: Cure, in name: String
  ) {
    switch held {
    case .suspension: #expect(after.settled.blocked == nil, "\(name)")
    case .line(let line, let bucket):
      let amounts = after.settled.amounts[line]
      let words = "\(name): \(cure.changes.map(\.words))"
      #expect(amounts?[bucket].isZero == true, "\(words) leaves \(bucket)")
      #expect(amounts?[.pay] == cure.paid, "\(words) pays otherwise than it says")
      #expect((amounts?[.pay].certain ?? 0) > 0, "\(words) pays nothing")
    }
  }

  private static let seedsPerCase: UInt64 = 20

  /// The same for generated rules, contracts and records.
  @Test(arguments: stride(from: UInt64(0), to: 100, by: Int(seedsPerCase)).map { $0 })
  func releaseWhatAWorldHolds(from first: UInt64) throws {
    print("worlds of the seeds \(first)..<\(first + Self.seedsPerCase)")
    for seed in first..<first + Self.seedsPerCase {
      let input = RandomWorld(seed: seed).input()
      for explanation in input.explained().explanations {
        for list in explanation.cures {
          for cure in list.cures {
            let outcome = ContractCheck.run(try input.making(cure))
            guard case .line(let line, let bucket) = list.held,
              let after = outcome.contracts.first?.settled.amounts[line]
            else {
              Issue.record("seed \(seed): \(cure.changes.map(\.words)) is not decided")
              return
            }
            guard after[bucket].isZero, after[.pay] == cure.paid else {
              Issue.record("seed \(seed): \(cure.changes.map(\.words)) does not release \(bucket)")
              return
            }
          }
        }
      }
    }
  }

  /// The generator makes what the law is about: amounts that can be released, by one change and by two.
  @Test func areFoundForManyWorlds() {
    let lists = (UInt64(0)..<40).flatMap {
      RandomWorld(seed: $0).input().explained().explanations.flatMap(\.cures)
    }
    #expect(lists.count { !$0.cures.isEmpty } > lists.count * 9 / 10)
    #expect(lists.contains { $0.cures.contains { $0.changes.count > 1 } })
    #expect(lists.contains { $0.isInSuppliersHands })
    #expect(lists.contains { !$0.isInSuppliersHands })
  }
}

extension CheckInput {
  /// Returns the same input with the changes of a cure made in its one contract, on its day.
  func making(_ cure: Cure) throws -> CheckInput {
    var input = self
    input.asOf = cure.day
    let contract = try #require(contractFiles.first)
    var text = String(decoding: contract.bytes, as: UTF8.self)
    var lines: [String] = []
    for change in cure.changes {
      if change.record.isEmpty { text = text.stating(change.words, on: cure.day) }
      for number in 0..<change.count { lines.append(change.line(number: number + 1)) }
    }
    let asOf = self.asOf.text
    // A register that is kept up goes on being kept up.
    text = text.replacingOccurrences(
      of: "complete through \(asOf)", with: "complete through \(cure.day.text)")
    input.contractFiles = [InputFile(path: contract.path, bytes: Array(text.utf8))]
    input.recordFiles[contract.path, default: []].append(
      InputFile(path: "cure.ndjson", bytes: Array(lines.joined(separator: "\n").utf8)))
    return input
  }
}

extension CureChange {
  /// The record as a line of a file; of several with a key, each with its own.
  fileprivate func line(number: Int) -> String {
    let fields = record.map { field in
      let text = field.text == "NEW-1" ? "NEW-\(number)" : field.text
      return "\"\(field.name)\": \"\(text)\""
    }
    return "{\(fields.joined(separator: ", "))}"
  }
}

extension String {
  /// The contract with what a corrected invoice would say, or a waiver.
  fileprivate func stating(_ change: String, on day: CivilDate) -> String {
    if let waiver = try? /a waiver of (\S+) for (.+), approved and in force on .*/.wholeMatch(
      in: change)
    {
      let end = lastIndex(of: "}") ?? endIndex
      return self[..<end] + """
          waiver cure-\(count) of \(waiver.1) for \(waiver.2) {
            from \(day.text)
            through \(day.text)
            approved "Commissioner"
            because "tried"
          }
        }

        """
    }
    if change == "a corrected invoice second that states its tax-id" {
      return replacingOccurrences(
        of: "number   \"EX-2\"", with: "number   \"EX-2\"\n    tax-id   \"00-0000000\"")
    }
    if change.hasPrefix("the exact amount of line launch") {
      return replacingOccurrences(
        of: "      amount approximately USD 20,000,000", with: "      amount USD 20,000,000")
    }
    return self
  }
}

/// A sample contract as the program reads it.
enum SampleInput {
  static func reading(_ name: String) throws -> CheckInput {
    let folder = Program.repository.appending(path: "Contracts/\(name)")
    let status = folder.appending(path: "status")
    let contract = try file(folder.appending(path: "\(name).contract"))
    let records = try FileManager.default.contentsOfDirectory(
      at: status, includingPropertiesForKeys: nil)
    return CheckInput(
      ruleFiles: try rules(), contractFiles: [contract],
      recordFiles: [contract.path: try records.map(file)],
      asOf: try #require(CivilDate(year: 2013, month: 12, day: 26)))
  }

  private static func rules() throws -> [InputFile] {
    let rules = Program.repository.appending(path: "Rules")
    let files = FileManager.default.enumerator(at: rules, includingPropertiesForKeys: nil)
    return try (files?.allObjects ?? []).compactMap { $0 as? URL }
      .filter { $0.pathExtension == "rules" }.map(file)
  }

  private static func file(_ url: URL) throws -> InputFile {
    InputFile(path: url.path(percentEncoded: false), bytes: Array(try Data(contentsOf: url)))
  }
}
