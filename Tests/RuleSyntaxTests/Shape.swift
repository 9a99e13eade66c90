import RuleSyntax
import SourceText

/// Writes syntax as nested brackets, so that a test can say what a text was understood as.
enum Shape {
  static func of(_ expression: ExpressionSyntax) -> String {
    switch expression {
    case .literal(let literal): of(literal)
    case .name(let name): name.text
    case .field(let field, let owner): "\(owner.text).\(field.text)"
    case .binary(let sign, let left, let right): "(\(sign.rawValue) \(of(left)) \(of(right)))"
    case .share(let share, let whole): "(share \(of(share)) \(of(whole)))"
    case .extreme(let extreme, let sums, _): "(\(extreme.rawValue) \(list(sums.map(of))))"
    case .span(let unit, let isStartIncluded, let start, let end):
      "(span [\(unit.text)] \(isStartIncluded ? "from" : "after") \(of(start)) \(of(end)))"
    case .lateness(let unit, let end): "(\(unit.text) late through \(of(end)))"
    case .shift(let length, let isBefore, let date):
      "(\(isBefore ? "before" : "after") \(of(length)) \(of(date)))"
    case .businessDay(let isFirst, let date, let isWithinMonth, _):
      "(\(isFirst ? "first" : "last")\(isWithinMonth ? "-within-month" : "") \(of(date)))"
    case .monthDay(let isFirst, let anchor, let date, _):
      "(\(isFirst ? "first" : "last")-of-month \(anchor.map { of($0) } ?? "1") \(of(date)))"
    case .forEach(let rate, let unit, let length):
      "(each \(rate.text) [\(unit.text)] \(of(length)))"
    case .forEachPeriod(let rate, let period, let length):
      "(each \(rate.text) [\(period.counting) \(of(period.length))] \(of(length)))"
    case .interest(let interest):
      "(interest \(of(interest.sum)) \(of(interest.rate)) \(of(interest.length))"
        + (interest.period.map { " every \(of($0))" } ?? "") + ")"
    case .counted(let unit, let length): "(counted [\(unit.text)] \(of(length)))"
    case .rounded(let value, let rounding): "(rounded \(of(value)) \(of(rounding)))"
    case .parenthesized(let inner, _): "(\(of(inner)))"
    }
  }

  static func of(_ literal: LiteralSyntax) -> String {
    switch literal.form {
    case .money(let currency, let digits, let unit):
      "\(currency):\(digits)" + (unit.map { "/[\($0.text)]" } ?? "")
    case .percent(let digits): "\(digits)%"
    case .number(let digits): digits
    case .quantity(let digits, let unit): "\(digits)[\(unit.text)]"
    case .date(let text), .month(let text), .instant(let text): text
    case .text(let text): "\"\(text)\""
    }
  }

  static func of(_ rounding: RoundingSyntax) -> String {
    switch rounding.target {
    case .cent: "\(rounding.mode.rawValue) to cent"
    case .literal(let literal): "\(rounding.mode.rawValue) to \(of(literal))"
    }
  }

  static func of(_ range: RangeSyntax) -> String {
    switch range.form {
    case .any: "any"
    case .given: "given"
    case .none: "none"
    case .atLeast(let sum): "≥\(of(sum))"
    case .atMost(let sum): "≤\(of(sum))"
    case .moreThan(let sum): ">\(of(sum))"
    case .lessThan(let sum): "<\(of(sum))"
    case .before(let sum): "before \(of(sum))"
    case .after(let sum): "after \(of(sum))"
    case .onOrBefore(let sum): "on-or-before \(of(sum))"
    case .onOrAfter(let sum): "on-or-after \(of(sum))"
    case .approximately(let sum): "≈\(of(sum))"
    case .between(let lower, let isLower, let upper, let isUpper):
      "\(isLower ? "[" : "]")\(of(lower)), \(of(upper))\(isUpper ? "]" : "[")"
    case .within(let length, let isBefore, let date):
      "within \(of(length)) \(isBefore ? "before" : "after") \(of(date))"
    case .exactly(let sum): of(sum)
    case .either(let ranges): ranges.map { of($0) }.joined(separator: "|")
    }
  }

  static func of(_ collection: CollectionSyntax) -> String {
    (collection.owner.map { "\($0.text)." } ?? "") + collection.name.text
      + (collection.isEver ? " ever" : "") + (collection.filter.map { " where \(of($0))" } ?? "")
  }

  static func of(_ condition: ConditionSyntax) -> String {
    switch condition {
    case .all(let conditions): "(and \(list(conditions.map { of($0) })))"
    case .any(let conditions, _): "(any \(list(conditions.map { of($0) })))"
    case .some(let collection, _): "(some \(of(collection)))"
    case .no(let collection, _): "(no \(of(collection)))"
    case .every(let collection, let predicate, _):
      "(all \(of(collection)) have \(of(predicate)))"
    case .test(let sum, let isNegated, let range):
      "{\(of(sum)) \(isNegated ? "is not" : "is") \(of(range))}"
    case .name(let name): name.text
    }
  }

  static func of(_ meaning: MeaningSyntax) -> String {
    let form =
      switch meaning.form {
      case .collection(let collection): "collection \(of(collection))"
      case .number(let collection): "number \(of(collection))"
      case .share(let collection): "share \(of(collection))"
      case .sum(let field, let collection): "sum \(field.text) \(of(collection))"
      case .extreme(let extreme, let field, let collection):
        "\(extreme.rawValue) \(field.text) \(of(collection))"
      case .percentile(let share, let field, let collection):
        "percentile \(of(share)) \(field.text) \(of(collection))"
      case .longestRun(let collection): "longest-run \(of(collection))"
      case .worstDay(let collection): "worst-day \(of(collection))"
      case .daysCovered(let unit, let collection): "covered [\(unit.text)] \(of(collection))"
      case .table(let table): "table \(of(table))"
      case .quantity(let sum): "quantity \(of(sum))"
      case .condition(let condition): "condition \(of(condition))"
      }
    return form + (meaning.fallback.map { " while-none \(of($0))" } ?? "")
  }

  static func of(_ table: TableSyntax) -> String {
    let rows = table.rows.map { row in list(row.cells.map { of($0) }) }
    return ([list(table.heads.map(\.text))] + rows).joined(separator: "; ")
  }

  static func of(_ effect: EffectSyntax) -> String {
    var parts = [effect.verb.text]
    parts += effect.amount.map { [of($0)] } ?? []
    parts += effect.object.map { ["object \($0.text)"] } ?? []
    parts += effect.ground.map { ["ground \($0.text)"] } ?? []
    parts += effect.caps.map { "cap \(of($0))" }
    parts += effect.isWithoutLimit ? ["no limit"] : []
    if let release = effect.release {
      parts += ["until"] + (release.isMetEnough ? ["met"] : []) + release.conditions.map { of($0) }
    }
    parts += effect.deadline.map { ["by \(of($0))"] } ?? []
    parts += effect.shown.isEmpty ? [] : ["showing \(list(effect.shown.map(\.text)))"]
    return parts.joined(separator: " ")
  }

  static func of(_ line: LineSyntax) -> String {
    var parts = [line.keyword.text]
    for value in line.values {
      switch value {
      case .name(let name): parts.append(name.text)
      case .text(let text), .found(let text): parts.append("\"\(text.value)\"")
      case .range(let range): parts.append("<\(of(range))>")
      case .comma: parts.append(",")
      }
    }
    switch line.provenance {
    case .illustrative?: parts.append("!illustrative")
    case .reported(let phrase, let source)?: parts.append("!\(phrase.value)@\(source.value)")
    case nil: break
    }
    if let table = line.table { parts.append("| \(of(table))") }
    if let block = line.block { parts.append("{\(list(block.map { of($0) }))}") }
    return parts.joined(separator: " ")
  }

  private static func list(_ parts: [String]) -> String { parts.joined(separator: ", ") }
}
