/// The paths of a check by what they are: contracts in the language, or documents of a source.
struct CheckPaths {
  let contracts: [String]
  let documents: [String]

  private static let endings = [".json", ".ndjson", ".jsonl", ".csv"]

  /// Whether the name of a file says that it may be a document.
  static func namesDocument(_ path: String) -> Bool { endings.contains(where: path.hasSuffix) }
}

extension CheckPaths {
  /// With a source every path is one of documents, unless its name says that it is a contract; without
  /// one only files are, whose names say so.
  init(_ paths: [String], source: String?, standardInputName: String = "-", on host: Host) {
    func isDocument(_ path: String) -> Bool {
      let name = path == "-" ? standardInputName : path
      if name.hasSuffix(".contract") { return false }
      if source != nil { return true }
      return Self.namesDocument(name) && host.kind(path, true) != .directory
    }
    contracts = paths.filter { !isDocument($0) }
    documents = paths.filter(isDocument)
  }
}
