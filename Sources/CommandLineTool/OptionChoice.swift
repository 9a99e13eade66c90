/// The words that an option or operand chooses from.
func choices<Choice: RawRepresentable & CaseIterable>(of: Choice.Type) -> [String]
where Choice.RawValue == String {
  Choice.allCases.map(\.rawValue)
}

/// The words that an option chooses from, as help joins them.
func words<Choice: RawRepresentable & CaseIterable>(of: Choice.Type) -> String
where Choice.RawValue == String {
  choices(of: Choice.self).joined(separator: "|")
}

/// Returns the choice that a text after an option names.
func choice<Choice: RawRepresentable & CaseIterable>(
  _ text: String, after option: String
) throws(UsageError) -> Choice where Choice.RawValue == String {
  guard let choice = Choice(rawValue: text) else {
    throw .unknownWord(text, after: option, among: choices(of: Choice.self))
  }
  return choice
}
