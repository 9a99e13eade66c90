package import ContractCheck
package import ContractModel
import RuleChecking
import Settlement

/// What came of following contracts from day to day.
package struct TimelineOutcome: Sendable {
  /// In the order of their ids, by bytes.
  package let timelines: [Timeline]
  /// What the program got wrong about itself, in words; nothing counts then.
  package let brokenInvariant: String?
  /// By contract id, the first day on which it could not be decided, or a rule not be evaluated.
  package let undecided: [String: CivilDate]
  /// The contracts that name no day, and that no day was asked of.
  package let dayless: [String]
}

extension BoundContracts {
  /// Returns how the decision about each contract moved, from its first day to its last unless days
  /// are named.
  package func timelines(from: CivilDate?, to: CivilDate?) -> TimelineOutcome {
    var timelines: [Timeline] = []
    var brokenInvariant: String?
    var undecided: [String: CivilDate] = [:]
    var dayless: [String] = []
    let sorted = contracts.sorted {
      $0.contract.contract.id.utf8.lexicographicallyPrecedes($1.contract.contract.id.utf8)
    }
    let texts = texts
    for bound in sorted {
      let contract = bound.contract.contract
      let named = daysNamed(by: bound, in: texts)
      guard let looked = DaysLookedAt(named: named, from: from, to: to) else {
        dayless.append(contract.id)
        continue
      }
      var builder = TimelineBuilder(contract: contract)
      for day in looked.days {
        do throws(SettlementFailure) {
          builder.add(try bound.decided(under: plan, asOf: day).decision, on: day)
        } catch {
          switch error {
          case .conservationBroken(let law): brokenInvariant = brokenInvariant ?? law
          case .overflow: builder.addUndecided(day)
          }
        }
      }
      builder.finishRun()
      undecided[contract.id] = builder.firstUndecided
      timelines.append(
        Timeline(
          id: contract.id, title: contract.title, supplier: contract.supplierName,
          days: looked.span, steps: builder.steps, unseen: looked.unseen))
    }
    return TimelineOutcome(
      timelines: timelines, brokenInvariant: brokenInvariant, undecided: undecided,
      dayless: dayless)
  }
}
