/// How large a text may be before it is refused instead of read.
package enum SyntaxLimits {
  /// Brackets, braces and chained dates within one another.
  package static let depth = 100
  package static let fileBytes = 16 * 1024 * 1024
  package static let tokens = 1_000_000
  /// Operands of one `+`, `*`, `and` or `or` chain.
  package static let chain = 200
  /// Digits of one number.
  package static let digits = 30
  /// Mistakes reported of one file.
  package static let diagnostics = 1_000
}
