import RuleSyntax
import SourceText
import Testing

@Suite struct Grammar {
  @Test func readsTheWholeSample() {
    #expect(rendered(GrammarSample.text) == "")
    #expect(parsed(GrammarSample.text).value.declarations.count == 7)
  }
}
