/// How much of a JSON text is read before it is refused.
package enum JSONLimits {
  /// How deep arrays and objects may nest.
  package static let depth = 128
  /// How many values, names included, one text may hold.
  package static let nodes = 10_000_000
}
