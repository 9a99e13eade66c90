internal import ContractCheck
internal import Reporting
internal import SourceText

/// One contract file with its records, the long files of which are read piece by piece.
extension RunOfCheck {
  /// Decides the contracts of a file, which is the so-many-th of the run, by itself or with others.
  mutating func decide(
    _ contract: InputFile, at place: Int, needing needs: ContractNeeds, amongMany: Bool,
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
    // What is found in other files is told in its turn.
    if hasUntoldProblems { decideWaiting(in: session) }
    complainOfProblems(with: place)
    guard isComplete else { return }
    reports.add(files, as: .records)
    let streams = streamed.map { $0.stream(on: host) }
    let input = ContractInput(
      file: contract,
      records: RecordInputs(files: files, streams: streams, jobs: streams.isEmpty ? 1 : jobs),
      zones: finder.zones(needs.zones))
    if amongMany, input.canWait {
      waiting.append((place, input))
      if waiting.count == CheckSession.mostFiles(atOnceBy: jobs) { decideWaiting(in: session) }
      return
    }
    decideWaiting(in: session)
    session.decide(input) { outcome in take(outcome, of: place) }
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

  /// Decides the files that wait, at once.
  mutating func decideWaiting(in session: Checker.Session) {
    guard !waiting.isEmpty else { return }
    let files = waiting
    waiting = []
    session.decideAtOnce(files.map(\.input), jobs) { take($1, of: files[$0].place) }
  }
}
