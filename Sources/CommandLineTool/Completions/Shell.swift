/// A shell that can complete command lines.
enum Shell: String, CaseIterable {
  case bash
  case zsh
  case fish

  /// The text that teaches the shell to complete these commands.
  func completion(of commands: [HelpText]) -> String {
    switch self {
    case .bash: BashCompletion(commands: commands).text
    case .zsh: ZshCompletion(commands: commands).text
    case .fish: FishCompletion(commands: commands).text
    }
  }
}

extension String {
  /// The text as one word of any of the shells, in single quotes.
  var inSingleQuotes: String {
    "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
