import ContractModel
import Records
import RuleChecking
import RuleSyntax
import SourceText

/// A contract as a document states it: the line that a contract file would have, and its records.
struct StatedContract {
  let line: LineSyntax
  let records: [RawRecord]
  /// The day as of which it is to be decided, where the document says so.
  let asOf: CivilDate?
}

/// A contract of a document by what it is called and where it stands.
struct FoundContract {
  let id: String
  let range: SourceRange
  /// What of the source states it, and the elements that it is stated from.
  let line: SourceLine
  let elements: [SourceDocument.Element]
  /// As it was read; nil where there are so many that each is read again when it is decided.
  let stated: StatedContract?
}

/// Reads one document by a source; what is wrong with it is in the diagnostics.
struct DocumentReading {
  let source: CheckedSource
  let document: SourceDocument
  let files: SourceFiles
  /// Whether the as-of date that the document states counts.
  var takesStatedAsOf = false
  private(set) var contracts: [FoundContract] = []
  /// Records that stand outside of any contract.
  var records: [RawRecord] = []
  var diagnostics: [Diagnostic] = []

  init(_ document: SourceDocument, by source: CheckedSource, in files: SourceFiles) {
    self.document = document
    self.source = source
    self.files = files
  }

  /// So many contracts of one document are kept as they were read.
  private static let mostKept = 64

  mutating func read() {
    var outside = StatedBlock()
    add(source.steps, from: [document.top], to: &outside)
    records = outside.records
  }

  /// Adds what lines of a source state of the last of the elements.
  private mutating func add(
    _ steps: [SourceStep], from elements: [SourceDocument.Element], to block: inout StatedBlock
  ) {
    for step in steps {
      switch step {
      case .line(let line) where holds(line.condition, from: elements):
        add(line, from: elements, to: &block)
      case .each(let each):
        for element in self.elements(of: each, from: elements) {
          let inner = elements + [element]
          if holds(each.condition, from: inner) { add(each.steps, from: inner, to: &block) }
        }
      case .line: continue
      }
    }
  }

  private mutating func elements(
    of each: SourceEach, from elements: [SourceDocument.Element]
  ) -> [SourceDocument.Element] {
    switch document.elements(at: each.path, from: elements) {
    case .array(let found): return found
    case .nothing:
      if !each.isOptional {
        diagnostics.append(.missingArray(each.path, at: place(of: elements)))
      }
      return []
    case .other(let range):
      diagnostics.append(.notAnArray(each.path, at: range))
      return []
    }
  }

  private mutating func add(
    _ line: SourceLine, from elements: [SourceDocument.Element], to block: inout StatedBlock
  ) {
    switch line.role {
    case .contract: addContract(line, from: elements)
    case .asOf:
      let mistakes = diagnostics.count
      let day = asOf(line, from: elements)
      // As of today it would be decided on what came later.
      if day == nil, takesStatedAsOf, diagnostics.count == mistakes {
        diagnostics.append(.withoutAsOf(at: place(of: elements)))
      }
      if day != nil, block.asOf != nil {
        diagnostics.append(.statedTwice(line.keyword.text, at: place(of: elements)))
      }
      block.asOf = block.asOf ?? day
    case .record:
      if let record = record(line, from: elements) { block.records.append(record) }
    case .deliverable:
      let stated = statedLine(line, from: elements)
      block.deliverables.append(
        (stated.line, milestone: stated.inner.lines.first { $0.keyword.text == "milestone" }))
    case .other:
      // A line is not there where the document lacks what it would say; a part of the contract is
      // there, and lacks it.
      let stated = statedLine(line, from: elements)
      if !stated.lacksValue || stated.line.isMistaken || line.isAlwaysStated {
        block.lines.append(stated.line)
      }
    }
  }

  private mutating func addContract(_ line: SourceLine, from elements: [SourceDocument.Element]) {
    let stated = contract(line, from: elements)
    contracts.append(
      FoundContract(
        id: stated.line.contractID, range: stated.line.range, line: line, elements: elements,
        stated: contracts.count < Self.mostKept ? stated : nil))
  }

  /// Reads the contract that a line of the source states.
  mutating func contract(
    _ line: SourceLine, from elements: [SourceDocument.Element]
  ) -> StatedContract {
    let stated = statedLine(line, from: elements)
    return StatedContract(
      line: placingDeliverables(of: stated.inner, in: stated.line), records: stated.inner.records,
      asOf: stated.inner.asOf)
  }

  private mutating func statedLine(
    _ line: SourceLine, from elements: [SourceDocument.Element]
  ) -> (line: LineSyntax, inner: StatedBlock, lacksValue: Bool) {
    var values: [LineSyntax.Value] = []
    var lacksValue = false
    var isMistaken = false
    var place: SourceRange?
    for value in line.values {
      switch value {
      // What comes after a value that is missing must not be taken for it.
      case _ where lacksValue: continue
      case .written(let value): values.append(value)
      case .read(let reading):
        let mistakes = diagnostics.count
        guard let text = text(reading, of: line, from: elements) else {
          lacksValue = true
          isMistaken = diagnostics.count > mistakes
          continue
        }
        place = place ?? text.range
        values.append(.found(text))
      }
    }
    var inner = StatedBlock()
    if let steps = line.steps { add(steps, from: elements, to: &inner) }
    let range = place ?? self.place(of: elements)
    let stated = LineSyntax(
      keyword: NameSyntax(line.keyword.text, range: range), values: values,
      provenance: line.provenance, table: line.table, block: line.steps.map { _ in inner.lines },
      documentation: line.documentation, range: range, isMistaken: isMistaken)
    return (stated, inner, lacksValue)
  }

  /// Where an element begins: all of it may be very long.
  private func place(of elements: [SourceDocument.Element]) -> SourceRange {
    document.range(of: elements[elements.count - 1]).start
  }

  private mutating func asOf(
    _ line: SourceLine, from elements: [SourceDocument.Element]
  ) -> CivilDate? {
    let stated = statedLine(line, from: elements)
    guard !stated.lacksValue else { return nil }
    var checker = LineChecker(kinds: [])
    let day = checker.day(of: stated.line)
    diagnostics += checker.diagnostics
    return day
  }

  // MARK: Deliverables that say which milestone they belong to

  private mutating func placingDeliverables(
    of block: StatedBlock, in contract: LineSyntax
  ) -> LineSyntax {
    guard !block.deliverables.isEmpty else { return contract }
    var within: [String: [LineSyntax]] = [:]
    let names = block.lines.filter { $0.keyword.text == "milestone" }.compactMap(\.foundName)
    let milestones = Set(names)
    for (deliverable, statement) in block.deliverables {
      let milestone = statement?.values.first?.name
      if let milestone, milestones.contains(milestone.text) {
        within[milestone.text, default: []].append(deliverable.withoutMilestone)
      } else if let milestone {
        diagnostics.append(.unknownName(milestone, what: .part(.milestone), among: names))
      } else if statement?.isMistaken != true {
        diagnostics.append(.deliverableOfNoMilestone(at: deliverable.range))
      }
    }
    let lines = block.lines.map { line in
      guard line.keyword.text == "milestone", let name = line.foundName,
        let deliverables = within.removeValue(forKey: name)
      else { return line }
      return line.withBlock((line.block ?? []) + deliverables)
    }
    return contract.withBlock(lines)
  }
}

/// What the lines of a block of a source state of one document.
struct StatedBlock {
  var lines: [LineSyntax] = []
  var records: [RawRecord] = []
  var deliverables: [(line: LineSyntax, milestone: LineSyntax?)] = []
  var asOf: CivilDate?
}

extension LineSyntax.Value {
  /// The name that the value is, or can be.
  fileprivate var name: NameSyntax? {
    switch self {
    case .name(let name): name
    case .found(let text): NameSyntax(text.value, range: text.range)
    case .text, .range, .comma: nil
    }
  }
}

extension LineSyntax {
  fileprivate var foundName: String? { values.first?.name?.text }

  fileprivate var withoutMilestone: LineSyntax {
    withBlock((block ?? []).filter { $0.keyword.text != "milestone" })
  }

  fileprivate func withBlock(_ lines: [LineSyntax]) -> LineSyntax {
    LineSyntax(
      keyword: keyword, values: values, provenance: provenance, table: table, block: lines,
      documentation: documentation, range: range, isMistaken: isMistaken)
  }
}
