internal import ContractModel
internal import Records
internal import Reporting
internal import SourceText

extension Baseline {
  /// Why a file is no report to hold a run against.
  enum Mistake: Error {
    case unreadable(FileError)
    /// What is wrong, and on which line.
    case noJSON(message: String, line: Int)
    case noReport

    /// What is said of the file.
    func words(about path: String) -> String {
      let name = "'\(VisibleText.escaping(path))'"
      switch self {
      case .unreadable(let error): return "\(name): \(error.words)"
      case .noJSON(let message, let line):
        return "\(name) is no JSON text: \(message), on line \(line)"
      case .noReport:
        return "\(name) is no report of 'check': write one with --report json=FILE, version "
          + String(JSONReport.version)
      }
    }
  }

  /// Reads the report that an earlier run wrote, and says what its bytes were.
  static func reading(
    _ path: String, on host: Host
  ) throws(Mistake) -> (report: Baseline, sha256: String) {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try host.readFile(path, InputFinder.recordLimit)
    } catch {
      throw .unreadable(error)
    }
    let file = SourceFile(path: path, bytes: bytes)
    let read = JSONDocument.reading(file, id: FileID(0))
    if let mistake = read.diagnostics.first {
      throw .noJSON(
        message: mistake.message, line: file.position(at: mistake.range.lower).line)
    }
    let baseline = read.value.flatMap { BaselineReader(document: $0).baseline }
    guard let baseline else { throw .noReport }
    return (baseline, SHA256.hexadecimal(of: bytes))
  }
}

/// Finds in a JSON text what a report said; whatever has not the shape of one makes it none.
private struct BaselineReader {
  let document: JSONDocument

  var baseline: Baseline? {
    let root = members(of: document.root)
    guard root["version"].map(document.text) == String(JSONReport.version),
      let contracts = root["contracts"], contracts.kind == .array
    else { return nil }
    var entries: [String: Baseline.Entry] = [:]
    for node in document.elements(of: contracts) {
      guard let (id, entry) = entry(node), entries.updateValue(entry, forKey: id) == nil else {
        return nil
      }
    }
    return Baseline(contracts: entries)
  }

  private func entry(_ node: JSONNode) -> (id: String, entry: Baseline.Entry)? {
    let contract = members(of: node)
    guard let (id, whole) = part(contract),
      let milestones = parts(contract["milestones"], of: .milestone),
      let invoices = parts(contract["invoices"], of: .invoice),
      let verdicts = verdicts(contract["findings"])
    else { return nil }
    let entry = Baseline.Entry(
      currency: text(contract["currency"]), whole: whole,
      parts: milestones.merging(invoices) { first, _ in first }, verdicts: verdicts)
    return (id, entry)
  }

  private func parts(_ node: JSONNode?, of kind: SubjectKind) -> [String: Baseline.Part]? {
    guard let node, node.kind == .array else { return nil }
    var parts: [String: Baseline.Part] = [:]
    for element in document.elements(of: node) {
      guard let (id, part) = part(members(of: element)) else { return nil }
      parts["\(kind.rawValue) \(id)"] = part
    }
    return parts
  }

  private func part(_ members: [String: JSONNode]) -> (id: String, part: Baseline.Part)? {
    guard let id = text(members["id"]),
      let decision = text(members["decision"]).flatMap(Decision.init)
    else { return nil }
    return (id, Baseline.Part(decision: decision, kept: kept(members)))
  }

  /// The amounts of a contract or of a part: those of the buckets stand together, others beside them.
  private func kept(_ part: [String: JSONNode]) -> [Baseline.KeptBack: String] {
    let texts = (part["amounts"].map(members) ?? [:]).merging(part) { first, _ in first }
    return Dictionary(
      uniqueKeysWithValues: Baseline.KeptBack.allCases.compactMap { amount in
        text(texts[amount.rawValue]).map { (amount, $0) }
      })
  }

  private func verdicts(_ node: JSONNode?) -> [String: Verdict]? {
    guard let node, node.kind == .array else { return nil }
    var verdicts: [String: Verdict] = [:]
    for element in document.elements(of: node) {
      let finding = members(of: element)
      guard let fingerprint = text(finding["fingerprint"]),
        let verdict = text(finding["verdict"]).flatMap(Verdict.init)
      else { return nil }
      verdicts[fingerprint] = verdict
    }
    return verdicts
  }

  private func members(of node: JSONNode) -> [String: JSONNode] {
    Dictionary(
      document.members(of: node).map { (document.text(of: $0.key), $0.value) },
      uniquingKeysWith: { first, _ in first })
  }

  private func text(_ node: JSONNode?) -> String? {
    guard let node, node.kind == .string else { return nil }
    return document.text(of: node)
  }
}
