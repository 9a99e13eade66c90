import ContractModel
import RuleChecking
import RuleEvaluation
import Testing

/// Random cases reach every construct of the language and every kind of outcome.
@Suite struct CheckedGeneratorTests {
  static let seeds: ClosedRange<UInt64> = 1...120

  @Test func reachesEveryConstruct() {
    var census = ConstructCensus()
    for seed in Self.seeds.prefix(30) {
      var generator = CheckedGenerator(seed: seed)
      let made = generator.generated()
      for clause in made.rules.clauses { census.count(clause) }
      for kind in made.rules.kinds { census.count(kind) }
      for incorporation in made.contract.incorporations { census.count(incorporation) }
    }
    #expect(census.missing(among: Self.constructs) == [])
  }

  @Test func reachesEveryOutcome() {
    var verdicts: Set<Verdict> = []
    var defeats: Set<Defeat> = []
    var values = ConstructCensus()
    for seed in Self.seeds {
      var generator = CheckedGenerator(seed: seed)
      for outcome in Differential.outcomes(of: generator.generated()) {
        verdicts.insert(outcome.verdict)
        if let defeat = outcome.defeatedBy { defeats.insert(defeat) }
        for value in outcome.values { values.count(value.value) }
        #expect(outcome.missing == Set(outcome.missing).sorted(), "seed \(seed)")
        #expect(outcome.records == Set(outcome.records).sorted(), "seed \(seed)")
      }
    }
    #expect(verdicts == Set(Verdict.allCases))
    #expect(defeats.contains { $0.isUndecided } && defeats.contains { !$0.isUndecided })
    let cases = ["quantity", "words", "text", "truth", "none", "missing", "contested", "errored"]
    #expect(values.missing(among: cases.map { "Evaluated.\($0)" }) == [])
  }

  @Test func makesTheSameOfASeed() {
    var (first, second) = (CheckedGenerator(seed: 7), CheckedGenerator(seed: 7))
    let outcomes = Differential.outcomes(of: first.generated())
    #expect(outcomes == Differential.outcomes(of: second.generated()))
    #expect(!outcomes.isEmpty)
  }

  private static let constructs =
    named(
      "CheckedExpression",
      [
        "quantity", "money", "word", "text", "term", "meaning", "field", "asOf", "binary", "lesser",
        "greater", "span", "lateness", "wholeMonths", "shift", "businessDay", "monthDay", "weeks",
        "forEachDay", "rounded", "periods", "interest", "invalid",
      ]) + named("Operator", ["plus", "less", "times", "dividedBy"])
    + named("LengthUnit", ["days", "weeks", "months"])
    + named(
      "CheckedRange",
      ["any", "given", "none", "bounds", "words", "texts", "parties", "either"])
    + named(
      "CheckedCondition",
      [
        "all", "any", "some", "no", "everyPart", "somePart", "noPart", "everyRecord", "test",
        "meaning", "invalid",
      ]) + named("PartWord", PartWord.allCases.map { "\($0)" })
    + named("RowTest", ["all", "any", "field", "invalid"])
    + named("RowField", ["declared", "dated", "by"])
    + named(
      "Measure",
      [
        "number", "share", "sum", "earliest", "latest", "largest", "smallest", "percentile",
        "longestRun", "worstDay", "daysCovered", "greatest", "least",
      ]) + named("Form", ["aggregate", "parts", "table", "quantity", "condition", "invalid"])
    + named("TermValue", ["quantity", "money", "word", "text", "table"])
    + named("EffectVerb", EffectVerb.allCases.map { "\($0)" })
    + named("RecordNature", RecordNature.allCases.map { "\($0)" })
    + named("SubjectKind", SubjectKind.allCases.map { "\($0)" })
    + named("RoundingRule", RoundingRule.allCases.map { "\($0)" })

  private static func named(_ type: String, _ cases: [String]) -> [String] {
    cases.map { "\(type).\($0)" }
  }
}
