import ContractModel
import SourceText

/// Finds the parts of one contract by the ids that records use.
struct SubjectBinder {
  private let contract: Contract
  private let byName: [String: [SubjectID]]
  /// What texts of several words were found to name: many records speak of one part.
  private var byWords: [String: [SubjectID]] = [:]

  init(_ contract: Contract) {
    self.contract = contract
    var byName: [String: [SubjectID]] = [:]
    byName.reserveCapacity(contract.subjects.count + 1)
    for index in contract.subjects.indices.dropFirst() {
      byName[contract.subjects[index].name, default: []].append(SubjectID(index))
    }
    for name in Set([contract.id, SubjectKind.contract.rawValue]) {
      byName[name, default: []].append(.contract)
    }
    self.byName = byName
  }

  /// Returns the subject that a text names for a record of a kind.
  ///
  /// `launch` is any part of that name; parts that the kind can be about go before others. Words for
  /// kinds, from the wider to the narrower, tell parts of one name apart: `milestone launch`,
  /// `milestone launch deliverable accounts`.
  mutating func subject(
    named text: String, for kind: RecordKind, at range: SourceRange
  ) -> Result<SubjectID, BindingFailure> {
    let named = candidates(for: text)
    guard let first = named.first else {
      return .failure(.init(.unknownSubject(text, meant: spellings(near: text), at: range)))
    }
    let fit = named.filter { kind.about.contains(contract.subjects[$0.index].kind) }
    guard let subject = fit.first else {
      return .failure(
        .init(.unfitSubject(text, of: contract[first].kind, kind: kind, at: range)))
    }
    guard fit.count == 1 else {
      return .failure(
        .init(.ambiguousSubject(text, spellings: fit.map(fullSpelling), at: range)))
    }
    return .success(subject)
  }

  private mutating func candidates(for text: String) -> [SubjectID] {
    if let found = byName[text] ?? byWords[text] { return found }
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count >= 2, words.count.isMultiple(of: 2), let last = words.last else { return [] }
    let found = (byName[String(last)] ?? []).filter { isSpelt($0, by: words) }
    if !found.isEmpty { byWords[text] = found }
    return found
  }

  /// Whether the last words name a subject and its kind, and those before do so for what holds it.
  private func isSpelt(_ id: SubjectID, by words: [Substring]) -> Bool {
    var current: SubjectID? = id
    for place in stride(from: words.count - 2, through: 0, by: -2) {
      guard let id = current else { return false }
      let (kind, name) = (words[place], words[place + 1])
      let isNamed = contract.subjects[id.index].name == name
      guard contract.subjects[id.index].kind.rawValue == kind,
        isNamed || id == .contract && contract.id == name
      else { return false }
      current = contract.subjects[id.index].parent
    }
    return true
  }

  /// How the parts are spelled that a text may mean which names none: those of its last word, as in
  /// the `launch.accounts` of reports, or else the one spelled most alike.
  private func spellings(near text: String) -> [String] {
    let words = text.split { $0 == " " || $0 == "." }
    if words.count > 1, let last = words.last, let parts = byName[String(last)] {
      let exact = parts.filter { contract.path(of: $0) == text }
      return (exact.isEmpty ? parts : exact).map(fullSpelling)
    }
    let names =
      words.count > 1
      ? contract.subjects.indices.map { fullSpelling(SubjectID($0)) } : Array(byName.keys)
    return NearestName.of(text, among: names).map { [$0] } ?? []
  }

  private func fullSpelling(_ id: SubjectID) -> String {
    let subject = contract[id]
    let own = "\(subject.kind.rawValue) \(subject.name)"
    guard let parent = subject.parent, parent != .contract else { return own }
    return fullSpelling(parent) + " " + own
  }
}

/// Why one record could not be bound.
struct BindingFailure: Error {
  let diagnostic: Diagnostic

  init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}
