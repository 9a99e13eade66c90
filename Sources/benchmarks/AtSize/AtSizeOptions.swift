/// What `benchmarks at-size` was told.
struct AtSizeOptions {
  var holdback: String
  var contracts = 10_000
  var records = 1_000_000
  var rounds = 3
  var results: String?

  /// Reads the words after `at-size`; nil where one of them makes no sense.
  init?(_ words: ArraySlice<String>, holdback: String) {
    self.holdback = holdback
    var rest = words
    while let word = rest.popFirst() {
      guard word.hasPrefix("--") else {
        self.holdback = word
        continue
      }
      guard let value = rest.popFirst() else { return nil }
      if word == "--results" {
        results = value
        continue
      }
      guard let number = Int(value), (1...EvidenceText.most / 10).contains(number) else {
        return nil
      }
      switch word {
      case "--contracts": contracts = number
      case "--records": records = number
      case "--rounds": rounds = number
      default: return nil
      }
    }
  }
}
