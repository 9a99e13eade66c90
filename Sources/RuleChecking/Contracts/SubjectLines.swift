import ContractModel
import RuleSyntax
import SourceText

/// The contract's parts: milestones with their deliverables, invoices with their lines.
extension ContractChecker {
  mutating func checkSubjects(_ block: SortedLines, name: String, title: String) {
    subjects.append(
      Subject(
        kind: .contract, name: name, title: title, parent: nil,
        isIllustrative: line.isIllustrative, documentation: line.documentation, range: line.range))
    setFields([.value, .ceiling, .funds, .paid], of: .contract, from: block)
    checkRecords(block.records, about: .contract)
    for milestone in block.lines("milestone") {
      _ = checkMilestone(milestone, LineReader(milestone))
    }
    for invoice in block.lines("invoice") { checkInvoice(invoice) }
  }

  /// Adds a milestone whose name the reader takes next.
  mutating func checkMilestone(_ line: LineSyntax, _ reader: LineReader) -> SubjectID {
    let id = addSubject(.milestone, line, reader, in: .contract)
    let block = lines.sorted(line.block, by: .milestone)
    setFields([.due, .amount, .critical, .kind], of: id, from: block)
    if let statement = block.single["after"] { orders.append((id, statement)) }
    checkRecords(block.records, about: id)
    for deliverable in block.lines("deliverable") {
      _ = checkDeliverable(deliverable, LineReader(deliverable), in: id)
    }
    return id
  }

  /// Adds a deliverable whose name the reader takes next.
  mutating func checkDeliverable(
    _ line: LineSyntax, _ reader: LineReader, in milestone: SubjectID
  ) -> SubjectID {
    let id = addSubject(.deliverable, line, reader, in: milestone)
    checkRecords(lines.sorted(line.block, by: .deliverable).records, about: id)
    return id
  }

  private mutating func checkInvoice(_ line: LineSyntax) {
    let id = addSubject(.invoice, line, LineReader(line), in: .contract)
    let block = lines.sorted(line.block, by: .invoice)
    setFields(
      [
        .received, .number, .taxID, .issued, .returned, .supplierName, .contractNumber,
        .description, .terms, .remitTo, .contact, .eft,
      ], of: id, from: block)
    noteIdentity(of: id, from: block, on: line)
    checkRecords(block.records, about: id)
    var total: Interval? = Interval(exactly: .zero)
    for part in block.lines("line") {
      let amount = checkInvoiceLine(part, in: id)
      guard let sum = total, let amount else {
        total = nil
        continue
      }
      total = try? sum.adding(amount)
    }
    guard let total, !block.lines("line").isEmpty else { return }
    subjects[id.index].fields[.amount] = .quantity(total)
  }

  /// Returns the amount that the line bills, if that is known.
  private mutating func checkInvoiceLine(_ line: LineSyntax, in invoice: SubjectID) -> Interval? {
    let id = addSubject(.line, line, LineReader(line), in: invoice)
    let block = lines.sorted(line.block, by: .invoiceLine)
    if let statement = block.single["for"] { billings.append((id, statement)) }
    if block.single["amount"] == nil {
      lines.report(.missingLine("amount", in: line, example: "amount USD 1,000"))
    }
    setFields([.amount], of: id, from: block)
    checkRecords(block.records, about: id)
    guard case .quantity(let amount) = subjects[id.index].fields[.amount] else { return nil }
    return amount
  }

  /// Adds a part of the contract; one without a name still has its block read.
  private mutating func addSubject(
    _ kind: SubjectKind, _ line: LineSyntax, _ reader: LineReader, in parent: SubjectID
  ) -> SubjectID {
    var reader = reader
    let name = reader.takeName()
    if let name {
      let title = reader.takeText()
      if let twin = firstPlaces[PartKey(parent: parent, kind: kind, name: name.text)] {
        lines.report(.duplicateName(name, what: kind.rawValue, first: subjects[twin].range))
      }
      lines.finish(reader, hasBlock: true)
      return add(kind, line, name: name.text, title: title, in: parent)
    }
    lines.reportNext(of: reader, wanted: "a name")
    return add(kind, line, name: "", title: nil, in: parent)
  }

  private mutating func add(
    _ kind: SubjectKind, _ line: LineSyntax, name: String, title: TextSyntax?, in parent: SubjectID
  ) -> SubjectID {
    let isIllustrative = line.isIllustrative || subjects[parent.index].isIllustrative
    subjects.append(
      Subject(
        kind: kind, name: name, title: title?.value, parent: parent,
        isIllustrative: isIllustrative, documentation: line.documentation, range: line.range))
    let key = PartKey(parent: parent, kind: kind, name: name)
    firstPlaces[key] = firstPlaces[key] ?? subjects.count - 1
    places[name, default: []].append(subjects.count - 1)
    return SubjectID(subjects.count - 1)
  }

  private mutating func setFields(
    _ fields: [SubjectField], of id: SubjectID, from block: SortedLines
  ) {
    for field in fields {
      guard let line = block.single[field.rawValue] else { continue }
      if let provenance = line.provenance?.checked {
        subjects[id.index].provenances[field] = provenance
      }
      subjects[id.index].fields[field] = lines.field(field, of: line)
    }
  }

  // MARK: References

  /// Finds what the lines of invoices bill, now that every part is known.
  mutating func checkBillings() {
    for (id, statement) in billings {
      var reader = LineReader(statement)
      let billed = takePart(&reader, of: [.milestone, .deliverable])
      guard let billed else { continue }
      lines.finish(reader)
      subjects[id.index].billed = billed
    }
    reportRepeatedBillings()
  }

  /// Two lines of one invoice for one part bill it twice; part payments come on invoices of their
  /// own.
  private mutating func reportRepeatedBillings() {
    struct Billing: Hashable {
      let invoice: SubjectID?
      let part: SubjectID
    }
    var first: [Billing: SourceRange] = [:]
    for (id, statement) in billings {
      guard let part = subjects[id.index].billed else { continue }
      let billing = Billing(invoice: subjects[id.index].parent, part: part)
      if let earlier = first[billing] {
        lines.report(.billedTwice(statement, subjects[part.index], first: earlier))
      } else {
        first[billing] = statement.range
      }
    }
  }

  /// Takes a kind and a name, as `milestone launch`, and returns the part so named.
  mutating func takePart(_ reader: inout LineReader, of kinds: [SubjectKind]) -> SubjectID? {
    let wanted = kinds.map { "'\($0.rawValue)'" }.joined(separator: " or ")
    guard let word = reader.takeName() else {
      lines.reportNext(of: reader, wanted: wanted)
      return nil
    }
    guard let kind = kinds.first(where: { $0.rawValue == word.text }) else {
      lines.report(
        .unknownValue(word, of: reader.line.keyword.text, among: kinds.map(\.rawValue)))
      return nil
    }
    guard let name = reader.takeName() else {
      lines.reportNext(of: reader, wanted: "the name of \(kind.withArticle)")
      return nil
    }
    return part(name, kind)
  }

  /// Returns the one part of a kind with a name; that there is none, or another, is reported.
  mutating func part(_ name: NameSyntax, _ kind: SubjectKind) -> SubjectID? {
    let named = (places[name.text] ?? []).filter { subjects[$0].kind == kind }
    guard let first = named.first else {
      let names = subjects.filter { $0.kind == kind }.map(\.name)
      lines.report(.unknownName(name, what: .part(kind), among: names))
      return nil
    }
    // Two of one name in one parent are reported already.
    let other = named.first { subjects[$0].parent != subjects[first].parent }
    if let other {
      lines.report(
        .ambiguousName(name, kind, subjects[first].range, subjects[other].range))
      return nil
    }
    return SubjectID(first)
  }
}
