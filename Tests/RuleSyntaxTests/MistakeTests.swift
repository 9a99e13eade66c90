import RuleSyntax
import SourceText
import TestSupport
import Testing

/// A text with one mistake, marked where it is expected.
struct Mistake: CustomTestStringConvertible {
  let id: DiagnosticID
  let marked: String

  init(_ id: DiagnosticID, _ marked: String) {
    self.id = id
    self.marked = marked
  }

  /// The same inside a clause.
  static func clause(_ id: DiagnosticID, _ marked: String) -> Mistake {
    Mistake(id, "clause a {\n  \(marked)\n}\n")
  }

  /// The same inside a rule of a clause, between requirements that are right.
  static func rule(_ id: DiagnosticID, _ marked: String) -> Mistake {
    clause(id, "rule b {\n    require x is y\n    \(marked)\n    require x is z\n  }")
  }

  var testDescription: String { "\(id.rawValue): \(marked)" }
}

@Suite struct Mistakes {
  @Test(arguments: Mistake.ofCharacters + Mistake.ofWords + Mistake.ofStatements)
  func areReportedOnceAndInTheirPlace(_ mistake: Mistake) {
    let source = MarkedSource(mistake.marked)
    let diagnostics = parsed(source.text).diagnostics
    #expect(diagnostics.map(\.id) == [mistake.id])
    #expect(diagnostics.map(\.range) == source.ranges)
    #expect(diagnostics.allSatisfy { $0.help != nil })
    #expect(diagnostics.allSatisfy { !$0.message.hasSuffix(".") })
  }

  @Test func areAllTested() {
    let tables = Mistake.ofCharacters + Mistake.ofWords + Mistake.ofStatements
    let large: Set<DiagnosticID> = [.fileTooLarge, .tooManyErrors, .tooManyTokens, .invalidUTF8]
    let tested = Set(tables.map(\.id)).union(large)
    #expect(DiagnosticID.allOfSyntax.filter { !tested.contains($0) } == [])
    #expect(
      DiagnosticID.allOfSyntax.map(\.rawValue).sorted() == DiagnosticID.allOfSyntax.map(\.rawValue))
  }

  @Test func standBesideOneAnother() {
    let source = MarkedSource(
      """
      clause a {
        «trem» x date
        term «"y"» date
        rule b {
          require x «==» y
          otherwise «witthold» x until met
          then excuse
        }
        rounds «sideways» to cent
      }
      evidence c asserted «from» d {
        state works or «,»
      }
      contract d {
        due «2013-02-30»
        amount «+» 5
        milestone «(» e {
          due 2013-10-01«;»
        }
      }
      «}»
      """)
    #expect(parsed(source.text).diagnostics.map(\.range) == source.ranges)
  }

  @Test(arguments: [
    ("evidnce a { }", "evidence"), ("clase a { }", "clause"),
    ("clause a {\n ruel b { }\n}", "rule"), ("clause a {\n cite \"b\"\n}", "cites"),
    ("clause a {\n rule b {\n requires x is y\n }\n}", "require"),
    ("clause a {\n rule b {\n otherwise refuse\n }\n}", nil),
    ("clause a {\n rule b {\n otherwise withold x until met\n }\n}", "withhold"),
    ("clause a {\n x means y rounded half eevn to cent\n}", "even"),
    ("clause A-b {\n}", nil),
  ])
  func proposeTheNearestWord(_ text: String, _ word: String?) {
    let helps = parsed(text).diagnostics.map(\.help)
    #expect(helps.count == 1)
    if let word { #expect(helps == ["did you mean '\(word)'?"]) }
  }

  @Test func nameTheSmallLetters() {
    #expect(parsed("contract Some_Thing {\n}").diagnostics.map(\.help) == ["write 'some-thing'"])
    let amount = parsed("contract a {\n  paid 3 USD\n}").diagnostics.map(\.help)
    #expect(amount == ["write 'USD 3'"])
    let text = parsed("contract a {\n  party buyer State\n}").diagnostics.map(\.help)
    #expect(text == ["write 'state', or put it in double quotes where it is a text"])
    let minus = parsed("contract a {\n  value USD -5\n}").diagnostics.map(\.help)
    #expect(
      minus == ["no number is written with a minus; 'less' subtracts, as in 'amount less paid'"])
  }

  @Test func endWithTheFirstThousand() {
    let diagnostics = parsed(String(repeating: "; ", count: 5_000)).diagnostics
    #expect(diagnostics.count == 1_001)
    #expect(diagnostics.last?.id == .tooManyErrors)
  }

  @Test func includeInvalidUTF8() {
    for bytes in [
      [0xFF, 0xFE], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2],
    ] {
      let text = Array("contract a // ".utf8) + bytes.map(UInt8.init)
      let diagnostics = parsed(text).diagnostics
      #expect(diagnostics.map(\.id) == [.invalidUTF8])
      #expect(
        diagnostics.map(\.range) == [SourceRange(file: FileID(0), lower: 14, upper: text.count)])
    }
  }
}
