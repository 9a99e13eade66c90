internal import ContractCheck
internal import Reporting
internal import SourceText

/// Documents of somebody else, decided piece by piece as they are read.
extension RunOfCheck {
  /// Decides the documents at paths, after so many files of contracts.
  mutating func decide(
    documentsAt paths: [String], after files: Int, in session: Checker.Session
  ) {
    guard !paths.isEmpty, brokenLaw == nil else { return }
    var file = files
    let groups: [(source: DocumentSource, paths: [String])]
    do throws(SourceChoice.Problem) {
      let choice = try SourceChoice(session.sources, asked: options.source)
      groups = try choice.groups(of: paths, standardInputName: finder.standardInputName)
    } catch {
      return complain(error.message, found: placeInRun(file, 0))
    }
    for (source, paths) in groups {
      guard source.isSound else { continue }
      let found = finder.paths(at: paths, ending: source.endings)
      complainOfProblems(with: file)
      for path in found where brokenLaw == nil {
        if finder.isPipe(path, notAmong: paths) {
          complain(
            "'\(VisibleText.escaping(path))': \(FileError.notRegular.words)",
            found: placeInRun(file, 0))
        } else {
          decide(path, at: file, by: source, in: session)
        }
        file += 1
      }
    }
  }

  /// Stands behind every document of a file.
  private static let end = 1 << 52

  private mutating func decide(
    _ path: String, at place: Int, by source: DocumentSource, in session: Checker.Session
  ) {
    let name = path == "-" ? finder.standardInputName : path
    do throws(FileError) {
      let file = try host.openInput(path == "-" ? nil : path)
      defer { file.close() }
      let pieces = DocumentPieces(
        file, called: name, cutInto: source.unit, takesDigest: reports.namesInputs)
      let documents = Checker.Documents(
        source: source, zones: finder.zones(source.zones),
        jobs: pieces.isShort ? 1 : jobs, next: { pieces.next() })
      session.decideDocuments(documents) { document in
        guard brokenLaw == nil else { return }
        switch document {
        case .whole(let outcome): take(outcome, of: place)
        case .brief(let contract): take(contract.decision)
        case .nothing(let path): tellEmpty(path, found: placeInRun(place, 0))
        }
      }
      if let failure = pieces.failure { throw failure }
      if let digest = pieces.digest {
        reports.add(ReportedInput(path: name, role: .contract, sha256: digest.hexadecimal))
      }
    } catch {
      complain(
        "'\(VisibleText.escaping(name))': \(error.words)", found: placeInRun(place, Self.end))
    }
  }
}

/// Which source reads which documents.
struct SourceChoice {
  struct Problem: Error {
    let message: String
  }

  private let sources: [DocumentSource]
  private let asked: DocumentSource?

  init(_ sources: [DocumentSource], asked name: String?) throws(Problem) {
    self.sources = sources
    guard let name else {
      asked = nil
      return
    }
    asked = sources.first { $0.name == name }
    if asked == nil { throw Self.unknown(name, among: sources.map(\.name)) }
  }

  /// Returns the paths by the source that reads them, in the order of the sources.
  ///
  /// Without a source that was asked for, one must be the only one that reads such files: which one
  /// was meant is not guessed.
  func groups(
    of paths: [String], standardInputName: String
  ) throws(Problem) -> [(source: DocumentSource, paths: [String])] {
    if let asked { return [(asked, paths)] }
    var groups = sources.map { (source: $0, paths: [String]()) }
    for path in paths {
      let name = path == "-" ? standardInputName : path
      let fit = sources.indices.filter { sources[$0].endings.contains(where: name.hasSuffix) }
      guard fit.count == 1 else {
        throw Self.unclear(name, among: fit.map { sources[$0].name }.sortedByBytes)
      }
      groups[fit[0]].paths.append(path)
    }
    return groups.filter { !$0.paths.isEmpty }
  }

  private static func unknown(_ name: String, among names: [String]) -> Problem {
    let nearest = NearestName.of(name, among: names).map { "; did you mean '\($0)'?" }
    let all = names.isEmpty ? "; they declare none" : "; they declare \(names.quotedList)"
    return Problem(
      message: "no source of the rules is named '\(VisibleText.escaping(name))'\(nearest ?? all)")
  }

  private static func unclear(_ path: String, among names: [String]) -> Problem {
    let path = VisibleText.escaping(path)
    return Problem(
      message: names.isEmpty
        ? "'\(path)': no source of the rules reads such a file; declare one, or name it with --source"
        : "'\(path)': \(names.quotedList) read such files; say which with --source NAME")
  }
}
