package import ContractModel

extension Evaluated {
  /// The value as a person reads it; what is missing is shown as missing.
  package func text(of type: ValueType, in currency: Currency?) -> String {
    switch self {
    case .quantity(let interval): return interval.text(of: type, in: currency)
    case .words(let mask):
      guard case .words(let words) = type else { return "«unknown word»" }
      let found = words.indices.filter { mask & (1 << UInt64($0)) != 0 }.map { words[$0] }
      return found.joined(separator: " or ")
    case .text(let text): return "\"\(text)\""
    case .truth(.yes): return "yes"
    case .truth(.no): return "no"
    case .truth(.unknown): return "unknown"
    case .none: return "none"
    case .missing: return "«missing»"
    case .contested: return "«contested»"
    case .errored: return "«error»"
    }
  }
}
