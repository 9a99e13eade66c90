import ContractCheck
import SourceText

/// The patches of some edits, by what they change.
struct Patches {
  private var texts: [Int: [(range: Range<Int>, bytes: [UInt8])]] = [:]
  private(set) var rules: [InputFile] = []
  private(set) var records: [Int: [(old: Int?, new: RecordVersion?)]] = [:]

  mutating func add(_ patches: [Edit.Patch]) {
    for patch in patches {
      switch patch {
      case .text(let document, let range, let bytes):
        texts[document, default: []].append((range, bytes))
      case .rules(let path, let bytes): rules.append(InputFile(path: path, bytes: bytes))
      case .record(let document, let old, let new):
        records[document, default: []].append((old, new))
      }
    }
  }

  /// Returns a document with its patches; those at one offset stand in the order of the edits.
  func patched(_ text: TokenText, document: Int) -> InputFile {
    let old = text.file.bytes
    var bytes: [UInt8] = []
    var offset = 0
    let sorted = (texts[document] ?? []).enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    for (_, patch) in sorted {
      bytes += old[offset..<max(offset, patch.range.lowerBound)]
      bytes += patch.bytes
      offset = max(offset, patch.range.upperBound)
    }
    return InputFile(path: text.file.path, bytes: bytes + old[offset...])
  }
}

extension [RecordVersion] {
  /// Returns these records with changes, in files that a contract file's records could stand in.
  func files(
    changed changes: [(old: Int?, new: RecordVersion?)], beside contract: InputFile
  ) -> [InputFile] {
    var kept: [RecordVersion?] = map { $0 }
    for change in changes {
      if let old = change.old { kept[old] = change.new } else { kept.append(change.new) }
    }
    let byBase = Dictionary(grouping: kept.compactMap(\.self), by: \.base)
    // That nothing is on file is said by an empty one.
    guard !byBase.isEmpty else {
      return [InputFile(path: "\(contract.path)/none.ndjson", bytes: [])]
    }
    return byBase.sorted { $0.key < $1.key }.map { base, records in
      InputFile(
        path: "\(contract.path)/\(base).ndjson",
        bytes: [UInt8](records.map { $0.json + "\n" }.joined().utf8))
    }
  }
}
