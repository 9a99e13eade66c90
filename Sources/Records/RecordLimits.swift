/// How much of a JSON text is read before it is refused.
package enum JSONLimits {
  /// How deep arrays and objects may nest.
  package static let depth = 128
  /// How many values, names included, one text may hold.
  package static let nodes = 10_000_000
}

/// How much of a CSV file is read before the rest is refused.
package enum CSVLimits {
  /// How many fields one file may hold, its header included.
  package static let fields = 10_000_000
}

/// How much is said about one file of records.
package enum RecordLimits {
  /// How many mistakes are reported of one file; one more says that there are more.
  package static let mistakes = 100
}
