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
      if earlierVersions(of: identity.invoice).contains(identity.invoice) {
        lines.report(.replacementCycle(name))
      } else {
        checkDay(of: identity, replacing: replaced)
      }
    }
    reportDuplicateNumbers()
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
  private mutating func reportDuplicateNumbers() {
    var earlier: [String: [InvoiceIdentity]] = [:]
    for identity in identities {
      guard let line = identity.number,
        case .text(let number)? = subjects[identity.invoice.index].fields[.number]
      else { continue }
      let twin = earlier[number]?.first { other in
        !earlierVersions(of: identity.invoice).contains(other.invoice)
          && !earlierVersions(of: other.invoice).contains(identity.invoice)
      }
      if let twin, let first = twin.number {
        lines.report(
          .duplicateNumber(
            number, of: subjects[twin.invoice.index], at: line.range, first: first.range))
      }
      earlier[number, default: []].append(identity)
    }
  }

  /// The invoices that an invoice takes the place of, directly or by steps.
  private func earlierVersions(of invoice: SubjectID) -> Set<SubjectID> {
    var versions: Set<SubjectID> = []
    var current = subjects[invoice.index].replaces
    while let version = current, versions.insert(version).inserted {
      current = subjects[version.index].replaces
    }
    return versions
  }
}
