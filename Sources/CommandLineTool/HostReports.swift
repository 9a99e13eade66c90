internal import Reporting
internal import SourceText

/// How every command speaks to people.
extension Host {
  /// Columns where there is no terminal to ask, and the most of a terminal that are used.
  static let pageWidth = 88
  private static let widestPage = 120

  /// How a report looks in a file, or, for `nil`, on standard output.
  func style(
    of output: String?, colour: ColourChoice, verbosity: TextStyle.Verbosity
  ) -> TextStyle {
    let isTerminal = output == nil && isOutputTerminal
    return TextStyle(
      colour: colour.isColoured(onTerminal: isTerminal, environment: environment),
      width: min(isTerminal ? outputWidth ?? Self.pageWidth : Self.pageWidth, Self.widestPage),
      verbosity: verbosity)
  }

  /// Writes diagnostics on standard error; of a quiet run only the errors.
  func tell(
    _ diagnostics: [Diagnostic], in files: SourceFiles, verbosity: TextStyle.Verbosity
  ) {
    for diagnostic in diagnostics where diagnostic.isError || verbosity != .quiet {
      writeError(diagnostic.rendered(in: files) + "\n\n")
    }
  }
}
