/// How much a text report tells, and how it looks.
package struct TextStyle: Hashable, Sendable {
  package enum Verbosity: Hashable, Sendable {
    /// What to pay, and nothing about why.
    case quiet
    /// Every finding that is not met.
    case normal
    /// Every finding, with the values it rests on.
    case verbose
  }

  package let colour: Bool
  /// Columns of the page.
  package let width: Int
  package let verbosity: Verbosity

  package init(colour: Bool, width: Int, verbosity: Verbosity) {
    self.colour = colour
    self.width = width
    self.verbosity = verbosity
  }
}
