internal import ContractCheck

extension Shard {
  /// Reads a part as an option names it: `2/4`; nil where the text names none.
  init?(parsing text: String) {
    let numbers = text.split(separator: "/").compactMap { Int($0) }
    guard numbers.count == 2 else { return nil }
    self.init(numbers[0], of: numbers[1])
    guard self.text == text else { return nil }
  }
}
