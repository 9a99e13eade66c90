/// Something that a git revision has below the working folder.
package struct RevisionEntry: Hashable, Sendable {
  /// Relative to the working folder.
  package let path: String
  /// `file`, `link`, or `other` for what is none of the repository's own.
  package let kind: FileKind
  /// What git calls its content.
  package let object: String

  package init(path: String, kind: FileKind, object: String) {
    self.path = path
    self.kind = kind
    self.object = object
  }
}

/// Why a git revision could not be read.
package enum RevisionError: Error, Hashable, Sendable {
  case noGit
  case notARevision
  /// In git's own words.
  case refused(String)

  /// The reason, as it follows a colon.
  var words: String {
    switch self {
    case .noGit: "reading a revision takes git, which is not installed here"
    case .notARevision: "git knows no such revision; 'git log --oneline' lists some"
    case .refused(let words): "git says: \(words)"
    }
  }
}

/// The versions that git keeps of the files below the working folder.
package struct Revisions {
  /// Returns everything that a revision has below the working folder.
  package var list: (_ revision: String) throws(RevisionError) -> [RevisionEntry]
  /// Returns the bytes of an entry, of at most so many.
  package var read: (_ object: String, _ limit: Int) throws(FileError) -> [UInt8]

  package init(
    list: @escaping (_ revision: String) throws(RevisionError) -> [RevisionEntry],
    read: @escaping (_ object: String, _ limit: Int) throws(FileError) -> [UInt8]
  ) {
    self.list = list
    self.read = read
  }

  /// A machine without git.
  package static var none: Revisions {
    Revisions(
      list: { _ throws(RevisionError) in throw .noGit },
      read: { _, _ throws(FileError) in throw .absent })
  }
}

extension Host {
  /// Returns this machine as its files were at a revision.
  func viewing(_ revision: String) throws(RevisionError) -> Host {
    let tree = RevisionTree(try revisions.list(revision))
    var host = self
    host.kind = { path, _ in tree.kind(of: path) }
    host.listDirectory = { (path) throws(FileError) in try tree.names(in: path) }
    host.readFile = { (path, limit) throws(FileError) in
      try revisions.read(try tree.object(at: path), limit)
    }
    return host
  }
}

/// The files of a revision by path, and its folders.
private struct RevisionTree {
  private var entries: [String: RevisionEntry] = [:]
  private var folders: [String: Set<String>] = [".": []]

  init(_ list: [RevisionEntry]) {
    for entry in list {
      entries[entry.path] = entry
      var path = entry.path
      while path != "." {
        let folder = FilePath.folder(of: path)
        let name = folder == "." ? path : String(path.dropFirst(folder.count + 1))
        guard folders[folder, default: []].insert(name).inserted else { break }
        path = folder
      }
    }
  }

  func kind(of path: String) -> FileKind {
    let path = FilePath.normalized(path)
    if folders[path] != nil { return .directory }
    return entries[path]?.kind ?? .absent
  }

  func names(in path: String) throws(FileError) -> [String] {
    guard let names = folders[FilePath.normalized(path)] else { throw .absent }
    return Array(names)
  }

  func object(at path: String) throws(FileError) -> String {
    let path = FilePath.normalized(path)
    if folders[path] != nil { throw .isDirectory }
    guard let entry = entries[path] else { throw .absent }
    guard entry.kind == .file else { throw .notRegular }
    return entry.object
  }
}
