import ContractModel
import SourceText
import Testing

@testable import Records

/// Each type of field takes the values that the language reference names, and no other.
@Suite struct BindingValuesTests {
  @Test(arguments: [
    ("cost", "USD 5,100,000.00", 510_000_000, 1), ("cost", "USD 12", 1_200, 1),
    ("share", "99%", 99, 100), ("share", "99.5%", 199, 200), ("tries", "12", 12, 1),
    ("tries", "1,200.5", 2_401, 2), ("runs", "200 test-runs", 200, 1),
    ("took", "14 calendar days", 14, 1), ("took", "1 calendar day", 1, 1),
    ("seen", "1970-01-02", 1, 1), ("wait", "2 weeks", 2, 1),
    ("rate", "USD 5,000 per calendar day", 500_000, 1),
  ])
  func readsAnExactValue(_ name: String, _ text: String, _ above: Int, _ below: Int) throws {
    let value = try Rational(Int128(above), over: Int128(below))
    #expect(quantity(name, .text(text)) == Interval(exactly: value))
  }

  @Test(arguments: [
    ("more than USD 10.00", Interval(lower: .excluded(Rational(1_000)), upper: nil)),
    ("at least USD 10.00", Interval(lower: .included(Rational(1_000)), upper: nil)),
    ("less than USD 10.00", Interval(lower: nil, upper: .excluded(Rational(1_000)))),
    ("at most USD 10.00", Interval(lower: nil, upper: .included(Rational(1_000)))),
    ("approximately USD 10.00", Interval(approximately: Rational(1_000))),
    (
      "USD 10.00 to USD 20.00",
      Interval(lower: .included(Rational(1_000)), upper: .included(Rational(2_000)))
    ),
  ])
  func readsAValueWithinBounds(_ text: String, _ expected: Interval) {
    #expect(quantity("cost", .text(text)) == expected)
  }

  @Test(arguments: [
    ("1970-02", 31, 58), ("1970-01-01/1970-01-11", 0, 10), ("1970-01-02 to 1970-01-03", 1, 2),
  ])
  func readsADateWithinBounds(_ text: String, _ lower: Int, _ upper: Int) {
    #expect(
      quantity("seen", .text(text))
        == Interval(lower: .included(Rational(lower)), upper: .included(Rational(upper))))
  }

  @Test func readsNumbersOfJSON() {
    let stated = quantity("tries", .number(Array("3.50".utf8)))?.exact
    #expect(stated == DecimalText.parsing("3.5".utf8))
    #expect(quantity("runs", .number(Array("3".utf8)))?.exact == Rational(3))
  }

  @Test func readsWordsTextsAndRoles() {
    #expect(column("state", .text("fails")) == .words([4]))
    #expect(column("state", .text("works or degraded")) == .words([3]))
    #expect(column("open", .yesNo(true)) == .words([1]))
    #expect(column("open", .text("no")) == .words([2]))
    #expect(column("note", .text("x")) == .text([0]))
    #expect(column("owner", .text("supplier")) == .text([0]))
  }

  @Test(arguments: ["state", "cost", "note"])
  func keepsARecordWithoutAField(_ name: String) {
    let bound = BindingFixture.binding(name, .null)
    #expect(bound.diagnostics.isEmpty)
    #expect(bound.value.tables[0].count == 1)
    #expect([.words([0]), .quantityMissing, .text([-1])].contains(column(name, .null)))
  }

  @Test(arguments: [
    ("cost", RawValue.text("5,100.00"), DiagnosticID.valueOfWrongType),
    ("cost", .number(Array("5100".utf8)), .valueOfWrongType),
    ("cost", .text("USD 5,10.00"), .valueOfWrongType), ("cost", .text("USX 5"), .valueOfWrongType),
    ("cost", .text("EUR 5"), .mixedCurrencies), ("share", .text("0.99"), .valueOfWrongType),
    ("share", .text("101%"), .valueOutsideDomain),
    ("share", .text("more than 100%"), .valueOutsideDomain),
    ("tries", .number(Array("1e3".utf8)), .valueOfWrongType),
    ("runs", .text("2.5 test-runs"), .valueOfWrongType),
    ("took", .text("14 days"), .valueOfWrongType),
    ("took", .text("14 business days"), .valueOfWrongType),
    ("seen", .text("2013-02-30"), .valueOfWrongType), ("state", .text("work"), .unknownWord),
    ("state", .text("works or"), .unknownWord), ("state", .yesNo(true), .unknownWord),
    ("owner", .text("byer"), .unknownRole), ("note", .nested, .valueOfWrongType),
    ("note", .number([0x31]), .valueOfWrongType), ("cost", .text(""), .valueOfWrongType),
    ("cost", .text("more than  USD 5"), .valueOfWrongType),
  ])
  func refusesAnotherValue(_ name: String, _ value: RawValue, _ id: DiagnosticID) {
    let bound = BindingFixture.binding(name, value)
    #expect(bound.diagnostics.map(\.id) == [id])
    #expect(bound.diagnostics.allSatisfy { $0.isError && $0.range.lower == 1_045 })
    #expect(bound.value.tables[0].count == 0)
  }

  @Test func suggestsTheNearestWord() {
    let bound = BindingFixture.binding("state", .text("work"))
    #expect(bound.diagnostics.map(\.help) == ["did you mean 'works'?"])
  }

  private func quantity(_ name: String, _ value: RawValue) -> Interval? {
    let bound = BindingFixture.binding(name, value)
    guard bound.diagnostics.isEmpty, let place = place(of: name),
      case .quantity(let column) = bound.value.tables[0].columns[place]
    else { return nil }
    return column[0]
  }

  private func column(_ name: String, _ value: RawValue) -> StatedColumn? {
    let bound = BindingFixture.binding(name, value)
    guard bound.diagnostics.isEmpty, let place = place(of: name) else { return nil }
    return switch bound.value.tables[0].columns[place] {
    case .quantity(let column): column[0] == nil ? .quantityMissing : nil
    case .words(let masks): .words(masks)
    case .text(let places): .text(places)
    }
  }

  private func place(of name: String) -> Int? {
    BindingFixture.kinds[0].fields.firstIndex { $0.name == name }
  }
}

/// A column as the tests compare it.
private enum StatedColumn: Equatable {
  case quantityMissing
  case words([UInt64])
  case text([Int32])
}
