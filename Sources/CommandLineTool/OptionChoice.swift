/// The words that an option chooses from, as help joins them.
func words<Choice: RawRepresentable & CaseIterable>(of: Choice.Type) -> String
where Choice.RawValue == String {
  Choice.allCases.map(\.rawValue).joined(separator: "|")
}

/// Returns the choice that a text after an option names.
func choice<Choice: RawRepresentable & CaseIterable>(
  _ text: String, after option: String
) throws(UsageError) -> Choice where Choice.RawValue == String {
  guard let choice = Choice(rawValue: text) else {
    throw .unknownWord(text, after: option, among: Choice.allCases.map(\.rawValue))
  }
  return choice
}
