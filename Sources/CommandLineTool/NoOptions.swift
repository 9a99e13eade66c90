/// What the command line of a command asks for that has no options of its own.
struct NoOptions {
  var showsHelp = false

  /// The options, in the order of help.
  static var rows: [OptionRow<NoOptions>] {
    [.help(\.showsHelp)]
  }
}
