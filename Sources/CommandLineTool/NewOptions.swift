/// What the command line of `new` asks for.
struct NewOptions {
  var showsHelp = false

  /// The options, in the order of help.
  static var rows: [OptionRow<NewOptions>] {
    [.help(\.showsHelp)]
  }
}
