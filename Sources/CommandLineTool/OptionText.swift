/// One option as people and shells are told of it, whatever it sets.
struct OptionText {
  /// With its dashes.
  let name: String
  /// What has to follow it; nil for a flag.
  let value: Placeholder?
  let help: String
  /// Whether it may be given more than once; a second value of any other would undo the first.
  let isRepeatable: Bool

  /// The option as help writes it: `--as-of DATE`.
  var synopsis: String { value.map { "\(name) \($0.name)" } ?? name }
}

/// What stands for a word of the user's: its name in help, and what it may be.
struct Placeholder {
  /// What a word may be, so far as a shell can offer it.
  enum Kind {
    /// Anything, so that there is nothing to offer.
    case text
    case day
    /// A folder, or a file whose name ends so; any file where no ending is named.
    case path([String])
    case words([String])
    /// One of these words, `=` and a file.
    case wordAndFile([String])

    static func choice<Choice: RawRepresentable & CaseIterable>(of: Choice.Type) -> Kind
    where Choice.RawValue == String {
      .words(choices(of: Choice.self))
    }
  }

  let name: String
  let kind: Kind

  init(_ name: String, _ kind: Kind) {
    self.name = name
    self.kind = kind
  }
}
