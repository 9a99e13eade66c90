import ContractModel
import Records
import RuleChecking
import RuleSyntax
import SourceText

/// The values that a source reads in a document, as the language spells them.
extension DocumentReading {
  /// Returns the text that a reading finds; nil where the document states nothing there, and where a
  /// mistake was reported.
  mutating func text(
    _ reading: SourceReading, of line: SourceLine, from elements: [SourceDocument.Element]
  ) -> TextSyntax? {
    guard let value = document.value(at: reading.path, from: elements), value.raw != .null else {
      return nil
    }
    guard var text = value.text else {
      diagnostics.append(.notAValue(reading.path, at: value.range))
      return nil
    }
    for path in reading.joined {
      let more = document.value(at: path, from: elements)
      guard let more, let words = more.text else {
        if let more, more.raw != .null { diagnostics.append(.notAValue(path, at: more.range)) }
        return nil
      }
      text += "/" + words
    }
    guard let worded = worded(text, by: reading, of: line, at: value.range),
      let spelt = spelt(worded, by: reading, from: elements, at: value.range)
    else { return nil }
    return TextSyntax(spelt, range: value.range)
  }

  private mutating func worded(
    _ text: String, by reading: SourceReading, of line: SourceLine, at range: SourceRange
  ) -> String? {
    guard !reading.words.isEmpty else { return text }
    let word = reading.words.first { word in
      word.found.map { $0.utf8.elementsEqual(text.utf8) } ?? true
    }
    if word == nil { diagnostics.append(.unmappedText(text, reading, of: line, at: range)) }
    return word?.meant
  }

  /// Returns the text with the unit that its number counts.
  private mutating func spelt(
    _ text: String, by reading: SourceReading, from elements: [SourceDocument.Element],
    at range: SourceRange
  ) -> String? {
    switch reading.unit {
    case nil: return text
    case .date:
      // A day is written in one way only: as it stands, or at the head of its moment.
      if CivilDate.parsing(text.utf8) != nil { return text }
      guard Instant.parsing(text.utf8.withoutFractionOfSecond) != nil else {
        diagnostics.append(.notADay(text, at: range))
        return nil
      }
      return String(decoding: text.utf8.prefix(CivilDate.textLength), as: UTF8.self)
    case .currency(let path):
      // An amount without a currency is not known; to leave it out would be to take it for none.
      guard let currency = document.value(at: path, from: elements)?.text else {
        diagnostics.append(.amountWithoutCurrency(path, at: range))
        return nil
      }
      return product(text, .money(currency: currency, digits: "1", per: nil), at: range)
    case .literal(let literal): return product(text, literal.form, at: range)
    }
  }

  private mutating func product(
    _ text: String, _ unit: LiteralSyntax.Form, at range: SourceRange
  ) -> String? {
    let number = ForeignNumber.parsing(text)
    guard let number, let product = number.times(unit.digits) else {
      diagnostics.append(.notANumber(text, at: range))
      return nil
    }
    return switch unit {
    case .money(let currency, _, nil): "\(currency) \(product)"
    case .money(let currency, _, let unit?): "\(currency) \(product) per \(unit.text)"
    case .percent: "\(product)%"
    case .quantity(_, let unit): "\(product) \(unit.text)"
    case .number, .date, .month, .instant, .text: product
    }
  }

  // MARK: Conditions

  /// Whether the document says what a line asks; what is not stated is neither one thing nor another.
  func holds(_ condition: SourceCondition?, from elements: [SourceDocument.Element]) -> Bool {
    guard let condition else { return true }
    return condition.tests.allSatisfy { test in
      let value = document.value(at: test.path, from: elements)
      if let isMet = test.wanted.isMet(by: value?.raw ?? .null) { return isMet }
      guard case .same(let path) = test.wanted, let text = value?.text,
        let other = document.value(at: path, from: elements)?.text
      else { return false }
      return text.utf8.elementsEqual(other.utf8)
    }
  }

  // MARK: Records

  /// Returns the record that a line states; what the document lacks is not stated. Nil where a mistake
  /// in it was reported: what else is wrong with it may follow from that.
  mutating func record(
    _ line: SourceLine, from elements: [SourceDocument.Element]
  ) -> RawRecord? {
    let mistakesBefore = diagnostics.count
    let range = document.range(of: elements[elements.count - 1])
    var fields: [RawField] = []
    fields.reserveCapacity((line.steps?.count ?? 0) + 2)
    fields.append(
      RawField(name: "record", nameRange: range, value: .text(line.keyword.text), range: range))
    if case .illustrative? = line.provenance {
      fields.append(
        RawField(name: "illustrative", nameRange: range, value: .yesNo(true), range: range))
    }
    for step in line.steps ?? [] {
      guard case .line(let field) = step, holds(field.condition, from: elements) else { continue }
      let mistakes = diagnostics.count
      let found = value(of: field, from: elements)
      // Without it the record would be one about the whole contract.
      if field.keyword.text == "about", found?.raw ?? .null == .null, diagnostics.count == mistakes
      {
        diagnostics.append(.aboutNothing(line.keyword.text, at: range.start))
      }
      guard let value = found else { continue }
      let name = field.keyword.text == "asserted" ? "by" : field.keyword.text
      if let first = fields.first(where: { $0.name == name }) {
        diagnostics.append(
          .statedTwice(NameSyntax(name, range: value.range), first: first.range))
        continue
      }
      fields.append(
        RawField(name: name, nameRange: value.range, value: value.raw, range: value.range))
    }
    guard diagnostics.count == mistakesBefore else { return nil }
    return RawRecord(
      line: files[document.file].position(at: range.lower).line, range: range, fields: fields)
  }

  mutating func value(
    of field: SourceLine, from elements: [SourceDocument.Element]
  ) -> SourceDocument.Value? {
    if let path = field.plainPath {
      let value = document.value(at: path, from: elements)
      // What names a part may be a number there.
      guard field.keyword.text == "about", case .number? = value?.raw, let text = value?.text,
        let range = value?.range
      else { return value }
      return SourceDocument.Value(raw: .text(text), range: range)
    }
    var texts = ""
    var place: SourceRange?
    func add(_ text: String) { texts = texts.isEmpty ? text : texts + " " + text }
    for value in field.values {
      switch value {
      case .written(.name(let word)) where word.text == "by" && field.keyword.text == "asserted":
        continue
      case .written(let written): add(spelling(of: written))
      case .read(let reading):
        guard let text = text(reading, of: field, from: elements) else { return nil }
        add(text.value)
        place = place ?? text.range
      }
    }
    return SourceDocument.Value(raw: .text(texts), range: place ?? field.range)
  }

  private func spelling(of value: LineSyntax.Value) -> String {
    switch value {
    case .name(let name): name.text
    case .text(let text), .found(let text): text.value
    case .range(let range): files.line(at: range.range)
    case .comma: ","
    }
  }
}

extension SourceCondition.Test.Wanted {
  /// Whether a document says what is asked, by what stands at the place; nil where that hangs on what
  /// stands at another one.
  func isMet(by value: RawValue) -> Bool? {
    switch self {
    case .given: value != .null
    case .notGiven: value == .null
    case .among(let texts): value.text.map { $0.isOne(of: texts) } ?? false
    case .notAmong(let texts): value.text.map { !$0.isOne(of: texts) } ?? false
    case .same: nil
    }
  }
}

extension String.UTF8View {
  /// The text of a moment without what stands behind its seconds, which changes no day.
  fileprivate var withoutFractionOfSecond: [UInt8] {
    let bytes = Array(self)
    let point = "2013-10-01T09:00:00".utf8.count
    guard bytes.count > point, bytes[point] == UInt8(ascii: ".") else { return bytes }
    let digits = bytes[(point + 1)...].prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    return digits.isEmpty ? bytes : Array(bytes[..<point] + bytes[digits.endIndex...])
  }
}

extension String {
  /// Whether it is one of some texts, character by character.
  fileprivate func isOne(of texts: [String]) -> Bool {
    texts.contains { $0.utf8.elementsEqual(utf8) }
  }
}

extension LiteralSyntax.Form {
  fileprivate var digits: String {
    switch self {
    case .money(_, let digits, _), .percent(let digits), .number(let digits),
      .quantity(let digits, _):
      digits
    case .date(let text), .month(let text), .instant(let text), .text(let text): text
    }
  }
}
