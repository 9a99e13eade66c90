import ContractModel

/// What each part of a contract lies in, found once for all questions about it.
struct SubjectTree {
  private let isThere: [Bool]
  private let parents: [Int32]
  /// For each kind, and by subject: what of that kind the subject is, lies in or bills; -1 is none.
  private var ancestors: [[Int32]]
  /// For each kind the subjects that are on file, in the order of the text.
  private var subjects: [[SubjectID]]

  init(_ contract: Contract) {
    let all = contract.subjects
    isThere = all.indices.map { all[$0].isOnFile }
    parents = all.indices.map { Int32(all[$0].parent?.index ?? -1) }
    let none = [Int32](repeating: -1, count: all.count)
    ancestors = [[Int32]](repeating: none, count: SubjectKind.allCases.count)
    subjects = [[SubjectID]](repeating: [], count: SubjectKind.allCases.count)
    // What bills something comes last: it is in all that lies around what it bills, too.
    for index in all.indices where all[index].billed == nil { place(index, of: all[index].kind) }
    for index in all.indices {
      guard let billed = all[index].billed?.index else { continue }
      place(index, of: all[index].kind)
      for kind in SubjectKind.allCases where kind != .contract && kind != all[index].kind {
        let found = ancestors[kind.place][billed]
        if found >= 0 { ancestors[kind.place][index] = found }
      }
    }
    for index in all.indices where isThere[index] {
      subjects[all[index].kind.place].append(SubjectID(index))
    }
  }

  private mutating func place(_ index: Int, of kind: SubjectKind) {
    let parent = Int(parents[index])
    if parent >= 0 {
      for kind in ancestors.indices { ancestors[kind][index] = ancestors[kind][parent] }
    }
    ancestors[kind.place][index] = Int32(index)
  }

  var count: Int { parents.count }

  func isOnFile(_ subject: SubjectID) -> Bool { isThere[subject.index] }

  /// The subjects of one kind that are on file, in the order of the text.
  func subjects(of kind: SubjectKind) -> [SubjectID] { subjects[kind.place] }

  /// Returns the subject of a kind that this subject is, lies in, or bills; nil where there is none.
  func ancestor(of subject: SubjectID, kind: SubjectKind) -> SubjectID? {
    let found = ancestors[kind.place][subject.index]
    return found < 0 ? nil : SubjectID(Int(found))
  }

  /// Returns what a subject lies in; nil for the contract.
  func parent(of subject: SubjectID) -> SubjectID? {
    let parent = parents[subject.index]
    return parent < 0 ? nil : SubjectID(Int(parent))
  }
}
