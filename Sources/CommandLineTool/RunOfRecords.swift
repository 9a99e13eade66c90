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
    let paths = finder.recordPaths(of: contract, matching: needs.recordPatterns)
    let sizes = StreamedRecords.sizes(among: paths.map(\.path), on: host)
    for (path, source) in paths {
      if let size = sizes[path] {
        streamed.append(
          StreamedRecords(path, source: source, size: size, takesDigest: reports.namesInputs))
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
    let streams = streamed.map { $0.stream(on: host) }
    let records = RecordInputs(files: files, streams: streams, jobs: jobs)
    session.decide(
      ContractInput(file: contract, records: records, zones: finder.zones(needs.zones))
    ) { outcome in take(outcome, of: place) }
    for file in streamed {
      if let failure = file.failure {
        complain(
          "'\(VisibleText.escaping(file.path))': \(failure)", found: placeInRun(place, 0))
      } else if let digest = file.digest {
        reports.add(
          ReportedInput(path: file.path, role: .records, sha256: digest.hexadecimal))
      }
    }
  }
}
