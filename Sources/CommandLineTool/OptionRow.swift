/// One option of a command: what is said of it, and what it sets.
struct OptionRow<Settings> {
  enum Action {
    case flag((inout Settings) -> Void)
    case value((inout Settings, String) throws(UsageError) -> Void)
  }

  let name: String
  let isRepeatable: Bool
  /// What has to follow it, and what it is for: made where somebody asks, as most runs do not.
  private let makeValue: () -> Placeholder?
  private let makeHelp: () -> String
  let action: Action

  init(
    _ name: String, help: @escaping @autoclosure () -> String,
    _ set: @escaping (inout Settings) -> Void
  ) {
    self.name = name
    isRepeatable = false
    makeValue = { nil }
    makeHelp = help
    action = .flag(set)
  }

  init(
    _ name: String, _ value: String,
    of kind: @escaping @autoclosure () -> Placeholder.Kind = .text, repeatable: Bool = false,
    help: @escaping @autoclosure () -> String,
    _ set: @escaping (inout Settings, String) throws(UsageError) -> Void
  ) {
    self.name = name
    isRepeatable = repeatable
    makeValue = { Placeholder(value, kind()) }
    makeHelp = help
    action = .value(set)
  }

  var text: OptionText {
    OptionText(name: name, value: makeValue(), help: makeHelp(), isRepeatable: isRepeatable)
  }
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
      if argument == "--" {
        guard !rest.contains("") else { throw .emptyArgument }
        return operands + rest
      }
      guard !argument.isEmpty else { throw .emptyArgument }
      guard argument.utf8.first == UInt8(ascii: "-"), argument != "-" else {
        operands.append(argument)
        continue
      }
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0])
      guard let row = rows.first(where: { $0.name == name }) else {
        throw .unknownOption(name, among: rows.map(\.name))
      }
      guard given.insert(name).inserted || row.isRepeatable else { throw .givenTwice(name) }
      switch row.action {
      case .flag(let set):
        guard parts.count == 1 else { throw .unexpectedValue(name) }
        set(&settings)
      case .value(let set):
        guard let text = parts.count > 1 ? String(parts[1]) : rest.popFirst() else {
          throw .missingValue(name, row.text.value?.name ?? "")
        }
        guard !text.isEmpty else { throw .emptyValue(name) }
        try set(&settings, text)
      }
    }
    return operands
  }
}
