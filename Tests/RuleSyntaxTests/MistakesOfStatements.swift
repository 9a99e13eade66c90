import RuleSyntax
import SourceText

extension Mistake {
  static let ofStatements: [Mistake] = ofClauses + ofRules + ofFiles

  private static let ofClauses: [Mistake] = [
    .clause(.aggregateInPlace, "x means y + «number» of z"),
    .clause(.aggregateInPlace, "x means y\n  rule r {\n    require «latest» state of z is a\n  }"),
    .clause(.chainTooLong, "x means a\(String(repeating: " + a", count: 199)) «+» a"),
    .clause(.chainTooLong, "x means a is b\(String(repeating: " and c", count: 199)) and «c»"),
    .clause(.emptyTable, "x means\n  «| a | b |»\n  y means z"),
    .clause(.emptyCell, "x means\n  | a | b |\n  | 1 | «|»\n  | 1 | 2 |"),
    .clause(.expectedBar, "x means\n  | a | b |\n  | 1 | 2«»\n  | 1 | 2 |"),
    .clause(.unevenRow, "x means\n  | a | b |\n  «| 1 |»\n  | 1 | 2 |"),
    .clause(.expectedName, "term «5» date"),
    .clause(.expectedName, "x means number of«»\n  term y date"),
    .clause(.expectedText, "cites «3»"),
    .clause(.expectedValue, "x means y +«»"),
    .clause(.expectedValue, "term x date default«»"),
    .clause(.expectedWord, "x means y, «nor» z while none"),
    .clause(.expectedWord, "x means 5 calendar «das» after y"),
    .clause(.expectedWord, "x means first business day «through» y"),
    .clause(.expectedWord, "x means calendar days «until» y"),
    .clause(.expectedWord, "x means y rounded half «sideways» to cent"),
    .clause(.expectedWord, "x means 95% percentile «off» took of runs"),
    .clause(.expectedAmount, "x means USD «five»"),
    .clause(.misplacedStatement, "«require» x is y"),
    .clause(.repeatedStatement, "cites \"a\"\n  «cites» \"b\""),
    .clause(.repeatedStatement, "rounds up to cent\n  «rounds» down to cent"),
    .clause(.shareNeedsBrackets, "x means «5% of amount less» y"),
    .clause(.shareNeedsBrackets, "x means «5% of amount *» y"),
    .clause(.shareNeedsBrackets, "x means «a * b of» y"),
    .clause(.tooDeep, "x means \(String(repeating: "(", count: 99))«(»1"),
    .clause(.tooDeep, "x means a\(String(repeating: " after a", count: 99)) «after» a after a"),
    .clause(.unclosedBracket, "x means «(»y + z\n  y means z"),
    .clause(.unclosedBracket, "x means «(»y + (z) + a b"),
    .clause(.unknownStatement, "«trem» x date"),
    .clause(.expectedEnd, "x means y «z»"),
    .clause(.expectedEnd, "x means y * z «a»"),
  ]

  private static let ofRules: [Mistake] = [
    .rule(.deductionWithoutCap, "otherwise deduct x as y«»"),
    .rule(.emptyAlternatives, "require any of «{»\n    }"),
    .rule(.expectedBlock, "require any of «x» is y"),
    .rule(.expectedValue, "require x is not«»"),
    .rule(.expectedValue, "require any of {\n      x is «+»\n      y is z\n    }"),
    .rule(.expectedWord, "require x + y«»"),
    .rule(.expectedWord, "require x is at «last» 5"),
    .rule(.expectedWord, "require all x where y is z«»"),
    .rule(.expectedWord, "otherwise withhold x«»"),
    .rule(.expectedWord, "otherwise reject «payment»"),
    .rule(.misplacedStatement, "«term» x date"),
    .rule(.orBetweenConditions, "require x is y or z «is» a"),
    .rule(.repeatedStatement, "cites \"x\"\n    «cites» \"y\""),
    .rule(.unknownEffect, "otherwise «refuse» x"),
    .rule(.unknownStatement, "«requires» x is y"),
    .rule(.expectedEnd, "then excuse «those» delays"),
  ]

  private static let ofFiles: [Mistake] = [
    Mistake(.braceOnNextLine, "contract a\n«{»\n  party b\n}"),
    Mistake(.expectedBlock, "clause a«»\n  cites \"b\"\n}\ncontract c {\n}"),
    Mistake(.expectedBlock, "clause a {\n  rule b «at» {\n    then excuse\n  }\n}"),
    Mistake(.expectedBlock, "clause a«»\ncontract c {\n}"),
    Mistake(.expectedDeclaration, "«5»\ncontract c {\n}"),
    Mistake(.expectedEnd, "contract a {\n} «b»\n"),
    Mistake(.expectedName, "clause «\"a\"» {\n  cites \"b\"\n}"),
    Mistake(.expectedName, "evidence a {\n  «5» date\n  about b\n}"),
    Mistake(.expectedWord, "evidence a asserted «from» b {\n  about c\n}"),
    Mistake(.misplacedStatement, "«rule» a {\n  require x is y\n}\ncontract b {\n}"),
    Mistake(.repeatedStatement, "act a {\n  about b\n  «about» c\n}"),
    Mistake(.unclosedBrace, "contract a {\n  milestone b «{»\n    due 2013-10-01\n"),
    Mistake(.unclosedBrace, "contract a «{»\n  milestone b {\n    due 2013-10-01\n  }\n"),
    Mistake(
      .unclosedBrace,
      "clause a {\n  rule b «{»\n    then excuse\n  rule c {\n  }\n}\ncontract d {\n}"),
    Mistake(.unclosedBrace, "clause a «{»\n  cites \"b\"\nclause c {\n}\n"),
    Mistake(
      .unclosedBrace,
      "clause a {\n  rule b {\n    when any of «{»\n      x is y\n    then excuse\n  }\n}"
    ),
    Mistake(.unexpectedBrace, "contract a {\n}\n«}»\ncontract b {\n}"),
    Mistake(.unexpectedInLine, "contract a {\n  paid «(»5)\n}"),
    Mistake(.unexpectedInLine, "contract a {\n  paid milestone«'s» amount\n}"),
    Mistake(.unexpectedInLine, "contract a {\n  paid more than «5 + 3»\n}"),
    Mistake(.unknownStatement, "«claus» a {\n  x means (y)\n}"),
    Mistake(.unknownStatement, "«registr» a {\n  x date\n}"),
    Mistake(.tooDeep, "\(String(repeating: "a {\n", count: 100))a «{»\na {\n"),
  ]
}
