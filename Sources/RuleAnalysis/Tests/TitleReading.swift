/// What the title of a test says of money, where it says so plainly.
///
/// Only a whole statement counts, as `nothing is deducted` or `the line is not paid`: of `days that
/// were excused are not deducted` nobody can tell what becomes of the others.
struct TitleReading {
  struct Statement: Hashable {
    /// The word that tests have for it, as `deducted`.
    let subject: String
    let isDenied: Bool
  }

  private(set) var statements: [Statement] = []

  init(_ title: String) {
    let pieces = title.lowercased().split { !$0.isLetter && $0 != " " && $0 != "-" && $0 != "'" }
    for piece in pieces {
      let words = piece.split(separator: " ").map(String.init)
      for part in words.split(whereSeparator: { ["and", "but", "or"].contains($0) }) {
        if let statement = Self.statement(Array(part)) { statements.append(statement) }
      }
    }
  }

  private static func statement(_ words: [String]) -> Statement? {
    if let verb = words.dropLast().last, words.last == "nothing", let subject = actives[verb] {
      return Statement(subject: subject, isDenied: true)
    }
    if words.count >= 2, words[words.count - 2] == "no", let subject = nouns[words[words.count - 1]]
    {
      return words.count == 2 ? Statement(subject: subject, isDenied: true) : nil
    }
    guard let last = words.last, let subject = passives[last] else { return nil }
    var before = words.dropLast()
    let isDenied = takeDenial(&before)
    while let word = before.last, auxiliaries.contains(word) { before.removeLast() }
    if before.last == "nothing" {
      return before.count == 1 && !isDenied ? Statement(subject: subject, isDenied: true) : nil
    }
    if before.isEmpty { return isDenied ? Statement(subject: subject, isDenied: true) : nil }
    guard let noun = before.popLast(), wholes.contains(noun) else { return nil }
    if let article = before.popLast(), !["the", "a", "an", "whole"].contains(article) {
      return nil
    }
    return before.isEmpty || before == ["the"]
      ? Statement(subject: subject, isDenied: isDenied) : nil
  }

  /// Takes `not`, `never` or `no longer` from before a verb, with what may stand between them.
  private static func takeDenial(_ words: inout ArraySlice<String>) -> Bool {
    while let word = words.last, auxiliaries.contains(word) { words.removeLast() }
    switch words.last {
    case "not", "never": words.removeLast()
    case "longer" where words.dropLast().last == "no": words.removeLast(2)
    default: return false
    }
    return true
  }

  private static let auxiliaries: Set<String> = [
    "is", "are", "was", "were", "be", "been", "being", "will", "shall", "should", "must", "may",
    "can",
  ]
  /// What stands for all that a test looks at.
  private static let wholes: Set<String> = [
    "it", "everything", "milestone", "deliverable", "line", "invoice", "contract", "amount",
    "payment",
    "supplier",
  ]
  private static let passives = [
    "paid": "pay", "withheld": "withheld", "deducted": "deducted", "retained": "retained",
    "disputed": "disputed", "recovered": "recovered", "rejected": "rejected", "owed": "owed",
    "late": "late", "withhold": "withheld", "deduct": "deducted", "retain": "retained",
    "dispute": "disputed", "pay": "pay",
  ]
  private static let actives = [
    "pays": "pay", "pay": "pay", "withholds": "withheld", "withhold": "withheld",
    "deducts": "deducted", "deduct": "deducted", "retains": "retained", "retain": "retained",
    "disputes": "disputed", "dispute": "disputed", "recovers": "recovered", "recover": "recovered",
    "rejects": "rejected", "owes": "owed", "owe": "owed",
  ]
  private static let nouns = [
    "payment": "pay", "deduction": "deducted", "deductions": "deducted", "damages": "deducted",
    "penalty": "deducted", "retention": "retained", "retainage": "retained", "dispute": "disputed",
    "interest": "owed",
  ]
}
