/// One option of a command: what is said of it, and what it sets.
struct OptionRow<Settings> {
  enum Action {
    case flag((inout Settings) -> Void)
    case value(Placeholder, (inout Settings, String) throws(UsageError) -> Void)
  }

  let text: OptionText
  let action: Action

  init(_ name: String, help: String, _ set: @escaping (inout Settings) -> Void) {
    text = OptionText(name: name, value: nil, help: help, isRepeatable: false)
    action = .flag(set)
  }

  init(
    _ name: String, _ value: String, of kind: Placeholder.Kind = .text, repeatable: Bool = false,
    help: String, _ set: @escaping (inout Settings, String) throws(UsageError) -> Void
  ) {
    let value = Placeholder(value, kind)
    text = OptionText(name: name, value: value, help: help, isRepeatable: repeatable)
    action = .value(value, set)
  }

  var name: String { text.name }
}

extension [String] {
  /// Applies the options among these arguments to settings, and returns the other arguments.
  ///
  /// `--name value` and `--name=value` are the same; after `--` nothing is an option.
  func applying<Settings>(
    _ rows: [OptionRow<Settings>], to settings: inout Settings
  ) throws(UsageError) -> [String] {
    var operands: [String] = []
    var given: Set<String> = []
    var rest = self[...]
    while let argument = rest.popFirst() {
      if argument == "--" { return operands + rest }
      guard argument.utf8.first == UInt8(ascii: "-"), argument != "-" else {
        operands.append(argument)
        continue
      }
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0])
      guard let row = rows.first(where: { $0.name == name }) else {
        throw .unknownOption(name, among: rows.map(\.name))
      }
      guard given.insert(name).inserted || row.text.isRepeatable else { throw .givenTwice(name) }
      switch row.action {
      case .flag(let set):
        guard parts.count == 1 else { throw .unexpectedValue(name) }
        set(&settings)
      case .value(let value, let set):
        guard let text = parts.count > 1 ? String(parts[1]) : rest.popFirst() else {
          throw .missingValue(name, value.name)
        }
        try set(&settings, text)
      }
    }
    return operands
  }
}
