import ContractModel
import RuleSyntax
import SourceText

/// What one invoice says of itself that has to do with the others of its contract.
struct InvoiceIdentity {
  let invoice: SubjectID
  let number: LineSyntax?
  let replaces: LineSyntax?
  let received: LineSyntax?
}

/// Corrected versions of invoices, and the numbers that tell invoices apart.
extension ContractChecker {
  mutating func noteIdentity(of id: SubjectID, from block: SortedLines, on line: LineSyntax) {
    identities.append(
      InvoiceIdentity(
        invoice: id, number: block.single["number"], replaces: block.single["replaces"],
        received: block.single["received"]))
    if block.single["replaces"] != nil, block.single["received"] == nil {
      lines.report(.missingLine("received", in: line, example: "received 2013-12-01"))
    }
  }

  /// Finds the invoices that others replace, now that every one is known.
  mutating func checkInvoiceVersions() {
    var first: [SubjectID: SourceRange] = [:]
    var chains = VersionChains()
    for identity in identities {
      guard let statement = identity.replaces,
        let name = lines.name(of: statement, wanted: "the name of an invoice"),
        let replaced = part(name, .invoice)
      else { continue }
      if let earlier = first[replaced] {
        lines.report(.replacedTwice(name, first: earlier))
        continue
      }
      first[replaced] = name.range
      subjects[identity.invoice.index].replaces = replaced
      if chains.join(identity.invoice, after: replaced) {
        checkDay(of: identity, replacing: replaced)
      } else {
        lines.report(.replacementCycle(name))
      }
    }
    reportDuplicateNumbers(among: chains)
  }

  /// The day on which one version takes the place of another has to be certain.
  private mutating func checkDay(of identity: InvoiceIdentity, replacing replaced: SubjectID) {
    guard let statement = identity.received,
      case .quantity(let received)? = subjects[identity.invoice.index].fields[.received]
    else { return }
    guard received.day != nil else {
      lines.report(.needsOneDay(statement.keyword, at: statement.range))
      return
    }
    guard case .quantity(let original)? = subjects[replaced.index].fields[.received],
      received.isLess(than: original) == .yes
    else { return }
    lines.report(.replacementFirst(statement, replaced: subjects[replaced.index]))
  }

  /// Two invoices of one number are one invoice, unless one is the other's corrected version.
  private mutating func reportDuplicateNumbers(among chains: VersionChains) {
    let originals = originals(in: chains)
    func original(of identity: InvoiceIdentity) -> SubjectID {
      originals[identity.invoice] ?? identity.invoice
    }
    // Of each number the first invoice, and the first that is no version of it.
    var earlier: [String: (first: InvoiceIdentity, other: InvoiceIdentity?)] = [:]
    for identity in identities {
      guard let line = identity.number,
        case .text(let number)? = subjects[identity.invoice.index].fields[.number]
      else { continue }
      guard let (one, other) = earlier[number] else {
        earlier[number] = (identity, nil)
        continue
      }
      let isVersion = original(of: one) == original(of: identity)
      if let twin = isVersion ? other : one, let first = twin.number {
        lines.report(
          .duplicateNumber(
            number, of: subjects[twin.invoice.index], at: line.range, first: first.range))
      }
      if !isVersion, other == nil { earlier[number] = (one, identity) }
    }
  }

  /// For each invoice that has other versions the first of them.
  private func originals(in chains: VersionChains) -> [SubjectID: SubjectID] {
    var originals: [SubjectID: SubjectID] = [:]
    for (newest, oldest) in chains.oldest {
      var version: SubjectID? = newest
      while let current = version {
        originals[current] = oldest
        version = current == oldest ? nil : subjects[current.index].replaces
      }
    }
    return originals
  }
}

/// Versions of invoices, each of which replaces one other and is replaced by one, by their ends.
private struct VersionChains {
  /// Of each chain the oldest version by the newest.
  private(set) var oldest: [SubjectID: SubjectID] = [:]
  private var newest: [SubjectID: SubjectID] = [:]

  /// Puts a version that replaces none yet after one that is not replaced yet; false where it would come
  /// after itself.
  mutating func join(_ later: SubjectID, after earlier: SubjectID) -> Bool {
    let (first, last) = (oldest[earlier] ?? earlier, newest[later] ?? later)
    guard first != later else { return false }
    oldest[earlier] = nil
    newest[later] = nil
    oldest[last] = first
    newest[first] = last
    return true
  }
}
