import ContractModel
import RuleChecking
import RuleSyntax
import SourceText

/// Makes contracts that differ from one in a single thing: a word, a figure or a day of it, a record
/// that is gone or stands there once more, a day earlier or later.
struct ContractVariations {
  let rules: RuleBook
  /// Days that matter to the contract.
  let days: [CivilDate]

  private enum Change {
    case replace(LineSyntax)
    case remove
    case add(LineSyntax)
  }

  /// Returns the contracts, those first that most often tell two rules apart.
  func contracts(from line: LineSyntax) -> [LineSyntax] {
    let kinds = [copies, words, removals, figures, dates]
    return kinds.flatMap { everywhere(in: line, $0) }
  }

  /// Returns a line with each change that is made of one line somewhere in its blocks.
  private func everywhere(
    in line: LineSyntax, _ changes: (_ line: LineSyntax, _ outer: LineSyntax) -> [Change]
  ) -> [LineSyntax] {
    var found: [LineSyntax] = []
    for (place, inner) in (line.block ?? []).enumerated() where !Self.isLabel(inner) {
      for change in changes(inner, line) {
        switch change {
        case .replace(let other): found.append(line.withLine(other, at: place))
        case .remove: found.append(line.withLine(nil, at: place))
        case .add(let other): found.append(line.adding(other))
        }
      }
      found += everywhere(in: inner, changes).map { line.withLine($0, at: place) }
    }
    return found
  }

  /// Lines that only name or describe something.
  private static func isLabel(_ line: LineSyntax) -> Bool {
    ["party", "calendar", "zone", "approved", "because", "for", "authority", "asserted"]
      .contains(line.keyword.text)
  }

  // MARK: Records

  private func isRecord(_ line: LineSyntax) -> Bool {
    rules.kinds.contains { $0.name == line.keyword.text }
  }

  private func removals(_ line: LineSyntax, in _: LineSyntax) -> [Change] {
    isRecord(line) ? [.remove] : []
  }

  /// The record once more, a day before and after, as it is and with one thing otherwise.
  private func copies(_ record: LineSyntax, in _: LineSyntax) -> [Change] {
    guard isRecord(record) else { return [] }
    return [true, false].flatMap { isUp -> [LineSyntax] in
      guard let copy = record.onAnotherDay(isUp: isUp) else { return [] }
      return [copy] + everywhere(in: copy, words) + everywhere(in: copy, nearFigures)
    }.map { .add($0) }
  }

  private func words(_ line: LineSyntax, in outer: LineSyntax) -> [Change] {
    words(for: line, in: outer).map { word in
      .replace(line.with(.name(NameSyntax(word, range: line.range)), at: 0))
    }
  }

  private func nearFigures(_ line: LineSyntax, in _: LineSyntax) -> [Change] {
    replacing(line) { literal in
      [literal.varied(isUp: true), literal.varied(isUp: false)].compactMap(\.first)
    }
  }

  private func figures(_ line: LineSyntax, in _: LineSyntax) -> [Change] {
    replacing(line) { literal in [true, false].flatMap { literal.varied(isUp: $0) } }
  }

  private func dates(_ line: LineSyntax, in _: LineSyntax) -> [Change] {
    replacing(line) { literal in
      guard case .date(let text) = literal.form else { return [] }
      return days.map(\.text).filter { $0 != text }.map { .date($0) }
    }
  }

  // MARK: Words

  /// The other words that a field of a record, a term or a line of a milestone may have.
  private func words(for line: LineSyntax, in outer: LineSyntax) -> [String] {
    guard line.values.count == 1, case .name(let word) = line.values[0],
      case .words(let words)? = type(of: line.keyword.text, in: outer)
    else { return [] }
    return words.filter { $0 != word.text }
  }

  private func type(of field: String, in outer: LineSyntax) -> ValueType? {
    if let kind = rules.kinds.first(where: { $0.name == outer.keyword.text }) {
      return kind.fields.first { $0.name == field }?.type
    }
    if outer.keyword.text == "incorporates", case .name(let name)? = outer.values.first {
      let clause = rules.clauses.first { $0.name == name.text }
      return clause?.terms.first { $0.name == field }?.type
    }
    return SubjectField(rawValue: field)?.type
  }

  // MARK: Figures

  /// The line with other figures in the place of each that it has.
  private func replacing(
    _ line: LineSyntax, _ forms: (LiteralSyntax) -> [LiteralSyntax.Form]
  ) -> [Change] {
    line.values.indices.flatMap { place -> [Change] in
      guard let literal = line.values[place].literal else { return [] }
      return forms(literal).map { form in
        .replace(line.with(.literal(LiteralSyntax(form, range: literal.range)), at: place))
      }
    }
  }
}

extension LineSyntax.Value {
  /// The figure or day that the value is, if it is exactly one.
  var literal: LiteralSyntax? {
    guard case .range(let range) = self, case .exactly(.literal(let literal)) = range.form else {
      return nil
    }
    return literal
  }

  fileprivate static func literal(_ literal: LiteralSyntax) -> LineSyntax.Value {
    .range(RangeSyntax(.exactly(.literal(literal)), range: literal.range))
  }
}

extension LiteralSyntax {
  private static let steps: [Int128] = [1, 7, 33, 5003]

  /// Figures beside this one: a step away, and a good deal away, with a fraction that does not come out
  /// even.
  fileprivate func varied(isUp: Bool) -> [Form] {
    func forms(_ digits: String, places: Int, _ form: (String) -> Form) -> [Form] {
      Self.steps.compactMap { steps in
        digits.moved(by: steps, isUp: isUp, leastPlaces: places).map(form)
      }
    }
    switch form {
    case .money(let currency, let digits, let unit):
      let places = Currency(code: currency)?.minorDigits ?? 0
      return forms(digits, places: places) { .money(currency: currency, digits: $0, per: unit) }
    case .percent(let digits): return forms(digits, places: 0) { .percent($0) }
    case .number(let digits): return forms(digits, places: 0) { .number($0) }
    case .quantity(let digits, let unit): return forms(digits, places: 0) { .quantity($0, unit) }
    case .date, .month, .instant, .text: return []
    }
  }
}

extension LineSyntax {
  /// The record on the day after or before; nil where it has no such day.
  fileprivate func onAnotherDay(isUp: Bool) -> LineSyntax? {
    guard let place = block?.firstIndex(where: { $0.keyword.text == "dated" }),
      let line = block?[place], let literal = line.values.first?.literal,
      let moved = literal.moved(isUp: isUp), case .date = literal.form
    else { return nil }
    let other = LiteralSyntax(.date(moved), range: literal.range)
    return withLine(line.with(.literal(other), at: 0), at: place)
  }

  fileprivate func with(_ value: Value, at place: Int) -> LineSyntax {
    var values = values
    values[place] = value
    return copy(values: values, block: block)
  }

  fileprivate func withLine(_ line: LineSyntax?, at place: Int) -> LineSyntax {
    var lines = block ?? []
    lines.replaceSubrange(place...place, with: line.map { [$0] } ?? [])
    return copy(values: values, block: lines)
  }

  fileprivate func adding(_ line: LineSyntax) -> LineSyntax {
    copy(values: values, block: (block ?? []) + [line])
  }

  func copy(values: [Value], block: [LineSyntax]?) -> LineSyntax {
    LineSyntax(
      keyword: keyword, values: values, provenance: provenance, table: table, block: block,
      documentation: documentation, range: range)
  }
}
