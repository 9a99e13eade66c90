/// How large rules may be before they are refused instead of checked.
enum CheckingLimits {
  /// Meanings within meanings and brackets within brackets, together.
  static let depth = 300
  /// Words of one list: each is a bit of a set.
  static let words = 64
}
