package import SourceText

/// A file as read: every token with its place, and the declarations found among them.
///
/// The tokens and the gaps between them are all bytes of the file, so that a formatter or an editor
/// can work on a text that does not parse.
package struct SyntaxTree: Sendable {
  package let file: FileID
  package let tokens: [Token]
  package let declarations: [DeclarationSyntax]

  package init(file: FileID, tokens: [Token], declarations: [DeclarationSyntax]) {
    self.file = file
    self.tokens = tokens
    self.declarations = declarations
  }
}

/// One token of the language; what lies between two tokens is spaces and comments.
package struct Token: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// `[a-z][a-z0-9]*(-[a-z0-9]+)*`.
    case word
    /// Three capitals.
    case currency
    case text
    /// `1,234.5`.
    case number
    /// `5%`.
    case percent
    /// `2013-10-01`.
    case date
    /// `2013-10`.
    case month
    case instant
    /// `'s`.
    case possessive
    /// One of `{ } ( ) | , + * /`.
    case mark(UInt8)
    /// A byte sequence that belongs to no token; already reported.
    case unknown
    case endOfFile
  }

  package let kind: Kind
  /// Byte offsets in the file.
  package let lower: Int
  package let upper: Int
  /// Whether it is the first token on its line.
  package let startsLine: Bool

  package init(kind: Kind, lower: Int, upper: Int, startsLine: Bool) {
    self.kind = kind
    self.lower = lower
    self.upper = upper
    self.startsLine = startsLine
  }
}
