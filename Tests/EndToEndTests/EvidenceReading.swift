import ContractCheck
import ContractModel
import Reporting
import SourceText
import Synchronization

/// A contract, the rules it is read with and one file of its records.
struct EvidenceReading {
  let rules: String
  let contract: String
  let path: String
  let source: String?
  let bytes: [UInt8]

  /// What a session says and decides, as text: of records that are kept, or of pieces of their file.
  func report(
    streamed: Bool, jobs: Int, breakingAfter most: Int = .max, keeping: () -> Void = {}
  ) -> String {
    var session = CheckSession(
      CheckTerms(
        ruleFiles: [InputFile(path: "r.rules", bytes: Array(rules.utf8))],
        asOf: CivilDate.parsing("2014-01-31".utf8) ?? .first))
    let open: () -> RecordStream.Reading? = {
      let taken = Mutex(0)
      return { buffer, bounds in
        taken.withLock { taken in
          if taken > most { return nil }
          // A pipe hands out what it has.
          let count = min(bounds.count, bytes.count - taken, 97)
          buffer.replaceSubrange(bounds.prefix(count), with: bytes[taken..<taken + count])
          taken += count
          return count
        }
      }
    }
    let file = InputFile(path: "c.contract", bytes: Array(contract.utf8))
    var report = ""
    func tell(_ outcome: CheckOutcome) {
      for diagnostic in outcome.diagnostics {
        let file = outcome.files[diagnostic.range.file]
        let place = file.position(at: diagnostic.range.lower)
        report += "\(diagnostic.id.rawValue) \(file.path):\(place.line):\(place.column) "
        report += diagnostic.message + "\n"
      }
      for decision in outcome.contracts {
        var writer = JSONReport()
        report += writer.contract(ReportedContract(decision, files: outcome.files))
      }
    }
    withoutActuallyEscaping(keeping) { keeping in
      let stream = RecordStream(path: path, source: source, size: bytes.count, open: open) {
        keeping()
        return bytes
      }
      let records =
        streamed
        ? RecordInputs(files: [], streams: [stream], jobs: jobs, pieceSize: 700)
        : RecordInputs(files: [InputFile(path: path, bytes: bytes, source: source)])
      session.decide(ContractInput(file: file, records: records), handingOn: tell)
    }
    return report
  }
}
