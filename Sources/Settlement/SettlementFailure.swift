/// Why a contract could not be settled.
package enum SettlementFailure: Error, Hashable, Sendable {
  /// Money was lost, invented or moved without a reason: a mistake of ours, told in words.
  case conservationBroken(String)
  /// An amount does not fit 64 bits of minor units; the words say which.
  case overflow(String)
}
