/// How large rules may be before they are refused instead of checked.
enum CheckingLimits {
  /// Meanings within meanings and brackets within brackets, together.
  static let depth = 300
  /// Mistakes of one clause after which no near names are sought.
  static let proposals = 1_000
  /// Words of one list: each is a bit of a set.
  static let words = 64
}
