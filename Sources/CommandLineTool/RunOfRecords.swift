internal import ContractCheck
internal import Reporting
internal import SourceText

/// One contract file with its records, the long files of which are read piece by piece.
extension RunOfCheck {
  /// Decides the contracts of a file, which is the so-many-th of the run.
  mutating func decide(
    _ contract: InputFile, at place: Int, needing needs: ContractNeeds,
    in session: Checker.Session
  ) {
    var files: [InputFile] = []
    var streamed: [StreamedRecords] = []
    let failuresBefore = finder.failures
    for (path, source) in finder.recordPaths(of: contract, matching: needs.recordPatterns) {
      if StreamedRecords.areLong(path, on: host) {
        streamed.append(
          StreamedRecords(path, source: source, on: host, takesDigest: reports.namesInputs))
      } else if let file = finder.recordFile(at: path, source: source) {
        files.append(file)
      }
    }
    // What is lacking may have been said before, as another contract needed the same.
    let isComplete = finder.failures == failuresBefore
    complainOfProblems(with: place)
    guard isComplete else { return }
    reports.add(files, as: .records)
    for file in streamed { reports.spare(file.path) }
    let jobs = streamed.isEmpty ? 1 : options.jobs ?? host.processors()
    let records = RecordInputs(files: files, streams: streamed.map(\.stream), jobs: jobs)
    session.decide(
      ContractInput(file: contract, records: records, zones: finder.zones(needs.zones))
    ) { outcome in take(outcome, of: place) }
    for file in streamed {
      if let failure = file.failure {
        complain(
          "'\(VisibleText.escaping(file.path))': \(failure.words)", found: placeInRun(place, 0))
      } else if let digest = file.digest {
        reports.add(
          ReportedInput(path: file.path, role: .records, sha256: digest.hexadecimal))
      }
    }
  }
}

/// A long record file on its way in: a class, as whoever reads it and whoever asks afterwards hold the
/// same.
private final class StreamedRecords {
  let path: String
  private let source: String?
  private let host: Host
  /// Why it could not be read on.
  private(set) var failure: FileError?
  /// What all bytes together are known by, where somebody asks.
  private(set) var digest: SHA256?
  private var isDigested = false

  /// A file of more bytes is not kept in memory.
  private static let longest = 1 << 20
  private static let endings = [".ndjson", ".jsonl", ".csv"]

  init(_ path: String, source: String?, on host: Host, takesDigest: Bool) {
    self.path = path
    self.source = source
    self.host = host
    digest = takesDigest ? SHA256() : nil
  }

  static func areLong(_ path: String, on host: Host) -> Bool {
    guard endings.contains(where: path.hasSuffix), host.kind(path, true) == .file,
      let file = try? host.openInput(path)
    else { return false }
    defer { file.close() }
    return file.size.map { $0 > longest } ?? false
  }

  var stream: RecordStream { RecordStream(path: path, source: source) { self.open() } }

  private func open() -> RecordStream.Reading? {
    do throws(FileError) {
      let file = try host.openInput(path)
      var digest = isDigested ? nil : digest
      return { buffer, bounds in
        do throws(FileError) {
          let count = try file.fill(&buffer, bounds)
          digest?.add(Array(buffer[bounds.prefix(count)]))
          if count == 0 {
            file.close()
            if !self.isDigested { self.digest = digest }
            self.isDigested = true
          }
          return count
        } catch {
          file.close()
          self.failure = error
          return nil
        }
      }
    } catch {
      failure = error
      return nil
    }
  }
}
