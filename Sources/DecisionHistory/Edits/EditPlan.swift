import ContractCheck
import ContractModel
import SourceText

/// The edits between two versions, each of which can be made on the old one without the others.
struct EditPlan {
  let edits: [Edit]
  private let old: CheckInput
  /// The old rules files, then the old contract files.
  private let documents: [TokenText]
  /// By document, the records of each contract file that some edit touches.
  private let records: [Int: [RecordVersion]]

  /// The most edits of the records of one contract file that are kept apart.
  private static let recordLimit = 50

  init(from old: CheckInput, to new: CheckInput) {
    self.old = old
    let documents = Self.documents(of: old)
    let newDocuments = Self.documents(of: new)
    let (oldRules, newRules) = (0..<old.ruleFiles.count, 0..<new.ruleFiles.count)
    func units(_ documents: [TokenText], _ places: Range<Int>) -> [TextUnit] {
      places.flatMap { documents[$0].units(document: $0) }
    }
    var differences = units(documents, oldRules).differences(to: units(newDocuments, newRules))
    var records: [Int: [RecordVersion]] = [:]
    var recordEdits: [Edit] = []
    for (place, other) in Self.pairs(documents, newDocuments, oldRules, newRules) {
      let end = documents[place].file.bytes.count
      differences += documents[place].units(document: place).differences(
        to: newDocuments[other].units(document: other), start: (place, end)
      ).filter { !$0.isWholeContract }
      let paths = (documents[place].file.path, newDocuments[other].file.path)
      guard
        let before = RecordVersion.reading(
          old.recordFiles[paths.0] ?? [], under: old.ruleFiles),
        let after = RecordVersion.reading(
          new.recordFiles[paths.1] ?? [], under: new.ruleFiles)
      else { continue }
      let found = before.differences(to: after)
      if !found.isEmpty { records[place] = before }
      recordEdits += Self.edits(making: found, of: before, document: place)
    }
    edits = differences.map { $0.edit(old: documents, new: newDocuments) } + recordEdits
    self.documents = documents
    self.records = records
  }

  /// Whether documents are among the files of some paths: any edit may move a contract of theirs.
  func hasDocuments(at paths: Set<String>) -> Bool {
    old.documents.contains { paths.contains($0.path) }
  }

  /// The words of the contract files of some paths.
  func words(ofContractsAt paths: Set<String>) -> Set<String> {
    documents.filter { paths.contains($0.file.path) }.reduce(into: []) { words, document in
      words.formUnion(document.words(in: 0..<document.file.bytes.count))
    }
  }

  /// Returns the old version with some of the edits made, of the contract files and documents with some
  /// paths.
  func input(making places: some Sequence<Int>, contractsAt paths: Set<String>) -> CheckInput {
    var patches = Patches()
    for place in places { patches.add(edits[place].patches) }
    var input = old
    input.ruleFiles =
      old.ruleFiles.indices.map { patches.patched(documents[$0], document: $0) } + patches.rules
    input.documents = old.documents.filter { paths.contains($0.path) }
    input.contractFiles = []
    for (place, file) in old.contractFiles.enumerated() where paths.contains(file.path) {
      let document = old.ruleFiles.count + place
      input.contractFiles.append(patches.patched(documents[document], document: document))
      guard let records = records[document], let changes = patches.records[document] else {
        continue
      }
      input.recordFiles[file.path] = records.files(changed: changes, beside: file)
    }
    return input
  }

  private static func documents(of input: CheckInput) -> [TokenText] {
    (input.ruleFiles + input.contractFiles).enumerated().map {
      TokenText($0.element, id: FileID($0.offset))
    }
  }

  /// The contract files of both sides that hold a contract of one name.
  private static func pairs(
    _ old: [TokenText], _ new: [TokenText], _ oldRules: Range<Int>, _ newRules: Range<Int>
  ) -> [(Int, Int)] {
    var places: [String: Int] = [:]
    for place in newRules.upperBound..<new.count {
      for unit in new[place].units(document: place) where unit.isContract {
        places[unit.key] = places[unit.key] ?? place
      }
    }
    return (oldRules.upperBound..<old.count).compactMap { place in
      let units = old[place].units(document: place).filter(\.isContract)
      return units.lazy.compactMap { places[$0.key] }.first.map { (place, $0) }
    }
  }

  /// Returns an edit for each record, or, where there are many, for those of one file together.
  private static func edits(
    making differences: [RecordDifference], of records: [RecordVersion], document: Int
  ) -> [Edit] {
    let single = differences.map { difference in
      let old = difference.old.map { records[$0] }
      return Edit(
        text: TextEdit(
          kind: old == nil ? .added : difference.new == nil ? .removed : .changed,
          what: (difference.new ?? old)?.what ?? "record", old: old?.place,
          new: difference.new?.place),
        clause: nil,
        patches: [.record(document: document, old: difference.old, new: difference.new)])
    }
    guard single.count > recordLimit else { return single }
    let groups = Dictionary(grouping: single) { edit in
      RecordGroup(kind: edit.text.kind, path: (edit.text.new ?? edit.text.old)?.path ?? "")
    }
    return groups.sorted { $0.key < $1.key }.map { group, edits in
      Edit(
        text: TextEdit(
          kind: group.kind, what: "\(edits.count) records of \(group.path)",
          old: edits.lazy.compactMap(\.text.old).first,
          new: edits.lazy.compactMap(\.text.new).first),
        clause: nil, patches: edits.flatMap(\.patches))
    }
  }
}

/// Records of one file that were all added, removed or changed.
private struct RecordGroup: Hashable, Comparable {
  let kind: TextEdit.Kind
  let path: String

  static func < (left: RecordGroup, right: RecordGroup) -> Bool {
    (left.path, left.kind.rawValue) < (right.path, right.kind.rawValue)
  }
}

extension TextUnit {
  fileprivate var isContract: Bool { key.hasPrefix("contract ") }
}

extension UnitDifference {
  /// Whether a contract comes or goes: what that changes needs no reason.
  fileprivate var isWholeContract: Bool {
    switch self {
    case .added(let unit, _, _), .removed(let unit, _): unit.isContract
    case .changed: false
    }
  }
}
