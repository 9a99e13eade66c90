internal import ContractModel
internal import SourceText

/// What became of mutants, for people: those that survived, each with the test that would kill it.
extension TextPage {
  mutating func write(_ mutation: MutationReport, in files: SourceFiles) {
    for result in mutation.results {
      switch result.fate {
      case .survived(let test): write(result, in: files, test)
      case .explained(let reason):
        if style.verbosity == .verbose { write(result, explainedBy: reason, in: files) }
      case .killed, .invalid: break
      }
    }
    guard !mutation.untested.isEmpty else { return }
    let names = mutation.untested.map { TextWord.untrusted($0, .yellow) }
    line(
      TextWord.words(of: "no test incorporates") + TextWord.separated(names), indent: 0, hanging: 4)
    blankLine()
  }

  mutating func writeSummary(of mutation: MutationReport) {
    let killed = mutation.killed
    var items = [
      TextWord.words(of: killed.percentText, killed.isWhole ? .green : .yellow)
        + TextWord.words(of: "of the mutants killed (\(killed.part) of \(killed.whole))")
    ]
    let survived = mutation.survivors.count
    if mutation.explainedCount > 0 {
      items.append(TextWord.words(of: "\(mutation.explainedCount) explained"))
    }
    if survived > 0 { items.append(TextWord.words(of: "\(survived) survived", .red)) }
    if style.verbosity == .verbose {
      let invalid = mutation.results.count - killed.whole
      items.append(TextWord.words(of: "\(invalid) were no rules", .dim))
    }
    line(TextWord.separated(items), indent: 0)
  }

  private mutating func write(
    _ result: MutantResult, in files: SourceFiles, _ test: SuggestedTest?
  ) {
    writeHead(of: result, mark: TextWord("✗", .red), in: files)
    if let test {
      line(TextWord.words(of: test.introduction) + TextWord.untrusted(test.path, .dim), indent: 4)
      blankLine()
      verbatim(test.text)
    } else {
      line(TextWord.words(of: "no test that would kill it was found", .yellow), indent: 4)
    }
    blankLine()
  }

  private mutating func write(
    _ result: MutantResult, explainedBy reason: String, in files: SourceFiles
  ) {
    writeHead(of: result, mark: TextWord("=", .dim), in: files)
    line(TextWord.words(of: "explained:", .dim) + TextWord.untrusted(reason), indent: 4)
    blankLine()
  }

  private mutating func writeHead(
    of result: MutantResult, mark: TextWord, in files: SourceFiles
  ) {
    let place = files.placeText(of: result.mutant.range)
    line(
      [mark] + TextWord.untrusted(result.mutant.clause)
        + TextWord.words(of: "· \(result.mutant.change.rawValue)")
        + TextWord.untrusted(place, .dim, gap: 2), indent: 0)
    writeLines(result.before, sign: "-", .red)
    writeLines(result.after, sign: "+", .green)
  }

  private mutating func writeLines(_ lines: [String], sign: String, _ ink: TextWord.Ink) {
    for text in lines.prefix(Self.mostLines) {
      line([TextWord(sign, ink)] + TextWord.untrusted(text, ink), indent: 4)
    }
    let rest = lines.count - Self.mostLines
    if rest > 0 {
      line([TextWord(sign, ink)] + TextWord.words(of: "and \(rest) more lines", .dim), indent: 4)
    }
  }

  /// The most lines of a text that are shown.
  private static var mostLines: Int { 4 }
}

extension SuggestedTest {
  fileprivate var introduction: String {
    isProof
      ? "no test notices; this one would, in"
      : "no test notices, nor one of the inputs that were tried; begin with this one, in"
  }
}
