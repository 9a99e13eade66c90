internal import ContractCheck
internal import SourceText

/// Finds and reads the files of a run, and keeps what went wrong.
///
/// Below a folder, hidden entries and symbolic links are passed over, so that every file is found
/// under one path and none outside of what was named; so is what `.gitignore` files name, from the
/// working folder down. A link among the records is a problem, though, and none of them is ignored.
struct InputFinder {
  let host: Host
  /// What a file on standard input is called, as if it had been read from there.
  let standardInputName: String
  /// Whether it is a problem that no file of records is where a contract names it: it may be misspelt, and
  /// an act that is not on file counts as one that was not done.
  var expectsRecords = true
  /// One line for each path that could not be used.
  private(set) var problems: [String] = []
  private var toldProblems: Set<String> = []
  /// How often a path could not be used, also where that was said before.
  private(set) var failures = 0
  /// What was passed over below a folder as a `.gitignore` file names it, in the order of paths.
  var ignored: [String] { passedOver.sortedByBytes }
  private var passedOver: Set<String> = []
  private var read: [String: InputFile] = [:]
  private var listed = ListedFolders()

  /// The most bytes of a rules or contract file.
  static let textLimit = 16 << 20
  /// The most bytes of a record file.
  static let recordLimit = 1 << 30

  init(host: Host, standardInputName: String? = nil) {
    self.host = host
    self.standardInputName = standardInputName.map(FilePath.normalized) ?? "-"
  }

  /// Returns the files that paths name, and those with an ending in the folders they name, in the
  /// order of their paths.
  mutating func files(
    at paths: [String], ending: String, limit: Int = Self.textLimit
  ) -> [InputFile] {
    files(at: paths, ending: [ending], limit: limit) { (finder, path) in
      guard CheckPaths.namesDocument(path), !path.hasSuffix(ending),
        finder.host.kind(path, true) != .absent
      else { return true }
      finder.complain(
        path,
        "is no *\(ending) file; documents are read by check, explain, timeline, and diff of rules")
      return false
    }
  }

  /// Returns the files to be written anew: those that paths name, which must have one of the endings
  /// and be no links, and those in the folders they name.
  mutating func writableFiles(at paths: [String], ending endings: [String]) -> [InputFile] {
    files(at: paths, ending: endings) { (finder, path) in
      if finder.host.kind(path, false) == .link {
        finder.complain(path, "is a symbolic link; name the file that it leads to")
      } else if !endings.contains(where: path.hasSuffix), finder.host.kind(path, true) != .absent {
        let choices = endings.map { "*\($0)" }.joined(separator: ", ")
        finder.complain(path, "is none of \(choices)")
      } else {
        return true
      }
      return false
    }
  }

  private mutating func files(
    at paths: [String], ending endings: [String], limit: Int = Self.textLimit,
    named isWanted: (_ finder: inout InputFinder, _ path: String) -> Bool
  ) -> [InputFile] {
    self.paths(at: paths, ending: endings, named: isWanted)
      .compactMap { file(at: $0, limit: limit) }
  }

  /// Returns the files that paths name, and those with an ending in the folders they name, in the
  /// order of their paths, without reading them.
  mutating func paths(at paths: [String], ending endings: [String]) -> [String] {
    self.paths(at: paths, ending: endings, named: { _, _ in true })
  }

  /// Whether something is a pipe that lies in a folder: one is read where it is named, and not waited
  /// for anywhere else.
  func isPipe(_ path: String, notAmong named: [String]) -> Bool {
    host.kind(path, true) == .other && !named.contains { FilePath.normalized($0) == path }
  }

  private mutating func paths(
    at paths: [String], ending endings: [String],
    named isWanted: (_ finder: inout InputFinder, _ path: String) -> Bool
  ) -> [String] {
    var found: Set<String> = []
    for path in paths {
      if path == "-" {
        found.insert(path)
        continue
      }
      let path = FilePath.normalized(path)
      switch host.kind(path, true) {
      case .directory: found.formUnion(walk(path, ending: endings))
      case .file, .link, .other, .unreadable, .absent:
        if isWanted(&self, path) { found.insert(path) }
      }
    }
    return found.sortedByBytes
  }

  /// Returns the record files of a contract that its patterns match, in the order of their paths.
  mutating func records(of contract: InputFile, matching patterns: [ContractNeeds.Pattern])
    -> [InputFile]
  {
    recordPaths(of: contract, matching: patterns).compactMap { path, source in
      recordFile(at: path, source: source)
    }
  }

  /// Returns the paths of the record files of a contract, each with the source that reads it.
  mutating func recordPaths(of contract: InputFile, matching patterns: [ContractNeeds.Pattern])
    -> [(path: String, source: String?)]
  {
    let folder = contract.path == "-" ? "." : FilePath.folder(of: contract.path)
    // The sources that read each file: it is records as the language has them where that is nil.
    var found: [String: Set<String?>] = [:]
    /// What no file was found for.
    var lacking: [(glob: FileGlob, name: String)] = []
    for pattern in patterns {
      // What names no file is a mistake in the contract's text, which is told with it.
      guard let glob = FileGlob(pattern.text) else { continue }
      let failuresBefore = failures
      let paths = paths(matching: glob, in: folder)
      for path in paths { found[path, default: []].insert(pattern.source) }
      if paths.isEmpty, failures == failuresBefore {
        lacking.append((glob, VisibleText.escaping(pattern.text)))
      }
    }
    // Where there is no file at all it is told with what is decided, which then pays nothing.
    if expectsRecords, !found.isEmpty {
      for (glob, name) in lacking {
        complainOfNothing(at: glob, in: folder, named: name, by: contract)
      }
    }
    return Set(found.keys).sortedByBytes.compactMap { path in
      guard let sources = found[path], sources.count == 1, let source = sources.first else {
        complain(path, "is matched by two 'records' lines that do not read it alike")
        return nil
      }
      return (path, source)
    }
  }

  /// What to do where there are no records yet.
  private static let sayingNothing =
    "where nothing is on file yet, a file without a record says so: the header of a table, or '[]'"

  /// Says that there is no such file, or no folder to look in.
  private mutating func complainOfNothing(
    at glob: FileGlob, in folder: String, named name: String, by contract: InputFile
  ) {
    let literal = glob.components.prefix(while: FileGlob.isLiteral)
    let isPattern = literal.count < glob.components.count
    let lacking =
      switch (isPattern, host.kind(literal.reduce(folder, FilePath.joined), true)) {
      case (true, .directory): "finds no file; \(Self.sayingNothing)"
      case (true, _): "looks in a folder that is not there"
      case (false, .directory): "is a folder; write \"\(name)/*\" for all in it"
      case (false, _): "is not there; \(Self.sayingNothing)"
      }
    complain(contract.path, "records \"\(name)\" \(lacking)")
  }

  /// Returns a record file that is read as a whole; nil if it cannot be.
  mutating func recordFile(at path: String, source: String?) -> InputFile? {
    defer { read[path] = nil }
    return file(at: path, limit: Self.recordLimit)?.read(by: source)
  }

  /// Returns a document that is read as a whole, and kept for whoever asks again; nil if it cannot be.
  mutating func document(at path: String) -> InputFile? {
    file(at: path, limit: Self.textLimit)
  }

  private mutating func walk(_ root: String, ending endings: [String]) -> [String] {
    var files: [String] = []
    var folders = [(path: root, ignoring: ignoredPaths(above: root))]
    while let (folder, above) = folders.popLast() {
      var ignoring = above
      readIgnored(in: folder, into: &ignoring)
      for name in names(in: folder) where !FilePath.isHidden(name) {
        let path = FilePath.joined(folder, name)
        let isWanted = endings.contains(where: name.hasSuffix)
        let kind = host.kind(path, false)
        if isWanted || kind == .directory, ignoring.ignores(path, isFolder: kind == .directory) {
          passedOver.insert(path)
          continue
        }
        switch kind {
        case .directory: folders.append((path, ignoring))
        case .file where isWanted: files.append(path)
        case .other where isWanted: files.append(path)
        case .unreadable: files.append(path)
        case .file, .other, .link, .absent: break
        }
      }
    }
    return files
  }

  /// What the folders from the working one down to a path, but for its own, say is ignored.
  private mutating func ignoredPaths(above root: String) -> IgnoredPaths {
    var ignoring = IgnoredPaths()
    let names = root.split(separator: "/")
    guard root != ".", !root.hasPrefix("/"), !names.contains("..") else { return ignoring }
    var folder = "."
    for name in names {
      readIgnored(in: folder, into: &ignoring)
      folder = FilePath.joined(folder, String(name))
    }
    return ignoring
  }

  private mutating func readIgnored(in folder: String, into ignoring: inout IgnoredPaths) {
    let path = FilePath.joined(folder, IgnoredPaths.fileName)
    guard host.kind(path, true) == .file, let file = file(at: path, limit: Self.textLimit) else {
      return
    }
    ignoring.add(String(decoding: file.bytes, as: UTF8.self), in: folder)
  }

  private mutating func paths(matching glob: FileGlob, in folder: String) -> [String] {
    var paths = [folder]
    for component in glob.components {
      paths = paths.flatMap { children(of: $0, matching: component) }
    }
    return paths.filter { host.kind($0, false) != .directory }
  }

  private mutating func children(of folder: String, matching component: String) -> [String] {
    let names = FileGlob.isLiteral(component) ? [component] : names(in: folder, matching: component)
    return names.map { FilePath.joined(folder, $0) }.filter { exists($0) }
  }

  private mutating func names(in folder: String, matching component: String) -> [String] {
    if let known = listed.names(in: folder, matching: component) { return known }
    let before = failures
    let names = names(in: folder)
    // What cannot be listed is missed by every contract that looks there.
    guard failures == before else { return [] }
    listed.add(folder, names)
    return listed.names(in: folder, matching: component) ?? []
  }

  /// Whether something stands at a path; a link is said to be one, as a record must not go missing.
  private mutating func exists(_ path: String) -> Bool {
    switch host.kind(path, false) {
    case .file, .directory, .other, .unreadable: return true
    case .absent: return false
    case .link:
      complain(path, "is a symbolic link, and records are not read through one")
      return false
    }
  }

  private mutating func names(in folder: String) -> [String] {
    switch host.kind(folder, true) {
    case .directory, .unreadable: break
    case .file, .link, .other, .absent: return []
    }
    do throws(FileError) {
      return try host.listDirectory(folder).sortedByBytes
    } catch {
      complain(folder, error.words)
      return []
    }
  }

  /// Returns a file, read once however often it is named; `nil` if it cannot be.
  private mutating func file(at path: String, limit: Int) -> InputFile? {
    if let file = read[path] { return file }
    do throws(FileError) {
      let bytes =
        path == "-" ? try host.readStandardInput(limit) : try host.readFile(path, limit)
      let file = InputFile(path: path == "-" ? standardInputName : path, bytes: bytes)
      read[path] = file
      return file
    } catch {
      complain(path, error.words)
      return nil
    }
  }

  mutating func complain(_ path: String, _ reason: String) {
    failures += 1
    let problem = "'\(VisibleText.escaping(path))': \(reason)"
    if toldProblems.insert(problem).inserted { problems.append(problem) }
  }
}
