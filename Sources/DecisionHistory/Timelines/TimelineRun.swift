package import ContractCheck
package import ContractModel
import RuleChecking
import Settlement
package import SourceText

/// What came of following a contract from day to day.
package enum FollowedContract: Sendable {
  /// With the first day on which it could not be decided, or a rule not be evaluated.
  case followed(Timeline, firstUndecided: CivilDate?)
  /// It names no day, and none was asked of.
  case dayless
  /// The program got something wrong about itself, in words; nothing counts then.
  case broken(law: String)
}

extension UnderstoodContract {
  /// Returns how the decision about the contract moved, from its first day to its last unless days are
  /// named.
  package func followed(
    from: CivilDate?, to: CivilDate?, in files: SourceFiles
  ) -> FollowedContract {
    guard let looked = DaysLookedAt(named: daysNamed(in: files), from: from, to: to) else {
      return .dayless
    }
    var builder = TimelineBuilder(contract: contract)
    for day in looked.days {
      do throws(SettlementFailure) {
        builder.add(try decided(asOf: day).decision, on: day)
      } catch {
        switch error {
        case .conservationBroken(let law): return .broken(law: law)
        case .overflow: builder.addUndecided(day)
        }
      }
    }
    builder.finishRun()
    return .followed(
      Timeline(
        id: contract.id, title: contract.title, supplier: contract.supplierName,
        days: looked.span, steps: builder.steps, unseen: looked.unseen, files: files),
      firstUndecided: builder.firstUndecided)
  }
}
