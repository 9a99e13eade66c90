import ContractModel
import Records
import RuleChecking
import RuleEvaluation
import RuleSyntax
import SourceText

/// Contracts and records that documents of somebody else state, document by document.
extension CheckRun {
  /// Decides every contract that a file states by a source, and hands on what was found: of each document
  /// what is wrong with it, then its contracts in the order of their ids.
  mutating func decide(
    documentsIn file: SourceFile, by source: CheckedSource, under plan: EvaluationPlan,
    handingOn take: (CheckOutcome) -> Void
  ) {
    look(atDocumentsIn: file, by: source, under: plan, handingOn: take) {
      $0.decide(0..<$0.count, handingOn: take)
    }
  }

  /// Decides every contract of a document that is in memory as a whole, and keeps what was found; or none
  /// of them where there would be too many.
  mutating func decide(_ document: InputFile, atMost limit: Int, under plan: EvaluationPlan) {
    // What is wrong with a source was said where it is declared.
    guard let source = plan.rules.sources.first(where: { $0.name == document.source }),
      source.isSound, source.statesContracts
    else { return }
    let file = SourceFile(path: document.path, bytes: document.bytes)
    guard file.holdsDocuments(of: source) else {
      let start = SourceRange(file: files.add(file), lower: 0, upper: 0)
      return diagnostics.append(.noContract(inDocumentAt: start, by: source))
    }
    let id = files.next
    // What one hands on it keeps no longer: that is for another one.
    var run = self
    (run.contracts, run.diagnostics) = ([], [])
    var (found, count) = ([CheckOutcome](), contracts.count)
    run.decide(documentsIn: file, by: source, under: plan) { outcome in
      count += outcome.contracts.count
      if count <= limit { found.append(outcome) }
    }
    files = run.files
    guard count <= limit else { return diagnostics.append(.tooManyContracts(limit, in: id)) }
    for outcome in found {
      brokenInvariant = brokenInvariant ?? outcome.brokenInvariant
      diagnostics += outcome.diagnostics
      let refused = outcome.allContracts.filter { !isNew($0) }.map(\.id)
      contracts += outcome.contracts.filter { !refused.contains($0.contract.id) }
    }
  }

  /// Hands on what is wrong with each document of a file, and then what has its contracts.
  mutating func look(
    atDocumentsIn file: SourceFile, by source: CheckedSource, under plan: EvaluationPlan,
    handingOn take: (CheckOutcome) -> Void, then decide: (ContractsOfDocument) -> Void
  ) {
    let id = files.add(file)
    let texts = files
    read(id, by: source) { run, document, line in
      run.place = line << Self.contractBits
      let stated = document.map { run.contracts(statedBy: $0, by: source) } ?? StatedContracts()
      if !run.tells(of: stated.contracts.lazy.map(\.id)) { run.diagnostics = [] }
      run.handOn(keeping: texts, to: take)
      guard let document else { return }
      decide(
        ContractsOfDocument(
          run: run, document: document, source: source, stated: stated, plan: plan, texts: texts))
    }
  }

  /// What stands on a later line is later in its file, however many contracts those before it state.
  private static var contractBits: Int { 24 }

  fileprivate mutating func handOn(keeping texts: SourceFiles, to take: (CheckOutcome) -> Void) {
    if let outcome = newOutcome(keeping: texts) { take(outcome) }
  }

  /// Hands on each record that a file of somebody else states by a source.
  mutating func read(
    recordsIn file: FileID, by source: CheckedSource, handingOn take: (RawRecord) -> Void
  ) {
    guard source.isSound, !source.statesContracts else { return }
    guard RecordFormat(path: files[file].path) == source.format.ofRecords else {
      return diagnostics.append(.otherFormat(file, by: source))
    }
    read(file, by: source) { run, document, _ in
      guard let document else { return }
      var reading = DocumentReading(document, by: source, in: run.files)
      reading.read()
      run.diagnostics += reading.diagnostics
      for record in reading.records { take(record) }
    }
  }

  /// Hands on each document of a file with the line on which it begins; nil for one that cannot be read.
  private mutating func read(
    _ id: FileID, by source: CheckedSource,
    handingOn take: (_ run: inout CheckRun, _ document: SourceDocument?, _ line: Int) -> Void
  ) {
    switch source.format {
    case .json:
      let read = JSONDocument.reading(files[id], id: id)
      diagnostics += read.diagnostics
      take(&self, read.value.map { SourceDocument($0, in: id) }, 1)
    case .jsonLines:
      for line in NDJSONReader(files[id], id: id) {
        diagnostics += line.document.diagnostics
        take(&self, line.document.value.map { SourceDocument($0, in: id) }, line.number)
      }
    case .csv: readTable(id, by: source, handingOn: take)
    }
  }

  private mutating func readTable(
    _ id: FileID, by source: CheckedSource,
    handingOn take: (_ run: inout CheckRun, _ document: SourceDocument?, _ line: Int) -> Void
  ) {
    let file = files[id]
    let read = CSVTable.reading(file, id: id)
    guard let table = read.value else {
      diagnostics += read.diagnostics
      return take(&self, nil, 1)
    }
    let columns = table.fields(of: table.header).map { table.text(of: $0) }
    let unknown = source.columns.filter { !columns.contains($0) }
    guard unknown.isEmpty else {
      // Of documents in pieces it is said with the first.
      if source.statesContracts, file.linesLeftOut > 0 { return }
      let header = table.header.range
      let range = SourceRange(file: id, lower: header.lowerBound, upper: header.upperBound)
      diagnostics += unknown.map { .unknownColumn($0, at: range, by: source, among: columns) }
      return take(&self, nil, 1)
    }
    // A row that cannot be read is a document by itself, wherever the table is cut.
    var mistakes = read.diagnostics[...]
    func takeMistakes(_ run: inout CheckRun, before line: Int) {
      while let mistake = mistakes.first {
        let place = file.position(at: mistake.range.lower).line
        guard place < line else { return }
        run.diagnostics.append(mistakes.removeFirst())
        take(&run, nil, place)
      }
    }
    let names = columns.map { Array($0.utf8) }
    for row in table.rows {
      takeMistakes(&self, before: row.line)
      take(&self, SourceDocument(row, of: table, columns: names, in: id), row.line)
    }
    takeMistakes(&self, before: .max)
  }

  /// Reads the contracts that a document states.
  private mutating func contracts(
    statedBy document: SourceDocument, by source: CheckedSource
  ) -> StatedContracts {
    var reading = DocumentReading(document, by: source, in: files)
    reading.takesStatedAsOf = takesStatedAsOf
    reading.read()
    diagnostics += reading.diagnostics
    if reading.contracts.isEmpty {
      diagnostics.append(
        .noContract(inDocumentAt: document.range(of: document.top).start, by: source))
    }
    return StatedContracts(
      reading.contracts, isRead: !reading.diagnostics.contains(where: \.isError))
  }

  /// Reads a contract again of which it was said before what is wrong with it.
  fileprivate func contract(
    _ found: FoundContract, of document: SourceDocument, by source: CheckedSource
  ) -> StatedContract {
    var reading = DocumentReading(document, by: source, in: files)
    return reading.contract(found.line, from: found.elements)
  }

  private mutating func bind(
    _ records: [RawRecord], to contract: Contract, in zone: RecordZone,
    under plan: EvaluationPlan
  ) -> RecordSet? {
    var reading = RecordReading(
      plan.vocabulary, inline: contract.inlineRecords, contract: contract, zone: zone)
    for record in records { reading.add(record) }
    return set(of: reading)
  }

  /// Decides a contract of a document; where anything in that is wrong, or it states two contracts of one
  /// id, of which nothing says which counts, only says so.
  fileprivate mutating func decide(
    _ stated: StatedContract, at place: Int, among all: StatedContracts,
    by source: CheckedSource, under plan: EvaluationPlan
  ) {
    let before = diagnostics.count
    let checked = check(stated.line, calendars: [], under: plan.rules)
    for place in diagnostics.indices[before...] {
      diagnostics[place] = diagnostics[place].ofDocument(readBy: source)
    }
    let first = all.firstOfID(at: place)
    if let next = all.nextOfID(at: place) {
      diagnostics.append(
        .contractTwice(
          stated.line.contractID, at: next, first: first ?? stated.line.range, in: ""))
    }
    guard let contract = checked else { return }
    let records = zone(of: contract.contract, named: stated.line).flatMap { zone in
      bind(stated.records, to: contract.contract, in: zone, under: plan)
    }
    guard contract.isSound, all.isRead, !all.isIDRepeated(at: place), let records,
      plan.rules.isSound(for: contract)
    else {
      diagnostics.append(.notDecided(contract.contract))
      // One id is used once, however often a document states it.
      if first == nil { undecided.append(contract.contract) }
      return
    }
    decide(
      BoundContract(contract: contract, records: records), statedBy: stated.line, under: plan,
      asOf: stated.asOf)
  }
}

/// What decides the contracts of one document, some of them at a time.
struct ContractsOfDocument: Sendable {
  fileprivate let run: CheckRun
  fileprivate let document: SourceDocument
  fileprivate let source: CheckedSource
  fileprivate let stated: StatedContracts
  fileprivate let plan: EvaluationPlan
  fileprivate let texts: SourceFiles

  var count: Int { stated.contracts.count }

  /// Decides those at some places in the order of their ids, and hands on what each came to.
  func decide(_ places: Range<Int>, handingOn take: (CheckOutcome) -> Void) {
    var run = run
    let before = run.place + 1
    for place in places {
      let found = stated.contracts[place]
      guard run.decidesOrLeavesOut(found.id) else { continue }
      run.place = before + place
      let contract = found.stated ?? run.contract(found, of: document, by: source)
      run.decide(contract, at: place, among: stated, by: source, under: plan)
      run.handOn(keeping: texts, to: take)
    }
    run.handOn(keeping: texts, to: take)
  }
}

/// The contracts that a document states.
private struct StatedContracts {
  /// In the order of their ids.
  let contracts: [FoundContract]
  /// Whether all of the document could be read.
  let isRead: Bool
  /// For each contract the place of the first of its id.
  private let firsts: [Int]

  init(_ contracts: [FoundContract] = [], isRead: Bool = false) {
    let sorted = contracts.sortedByID(of: \.id)
    var firsts: [Int] = []
    for place in sorted.indices {
      let isNext =
        place > 0 && sorted[place - 1].id == sorted[place].id
      firsts.append(isNext ? firsts[place - 1] : place)
    }
    self.contracts = sorted
    self.isRead = isRead
    self.firsts = firsts
  }

  /// Whether there is another contract of the id of one.
  func isIDRepeated(at place: Int) -> Bool { firsts[place] < place || nextOfID(at: place) != nil }

  /// Where the next contract of the id of one stands, if there is one.
  func nextOfID(at place: Int) -> SourceRange? {
    let next = place + 1
    return next < firsts.count && firsts[next] < next ? contracts[next].range : nil
  }

  /// Where the first contract of the id of one stands, unless that is the first.
  func firstOfID(at place: Int) -> SourceRange? {
    firsts[place] < place ? contracts[firsts[place]].range : nil
  }
}

extension SourceRange {
  /// The first byte of the range: all of it may be very long.
  var start: SourceRange { SourceRange(file: file, lower: lower, upper: min(lower + 1, upper)) }
}

extension SourceFile {
  /// Whether there is a document in it, be it one that cannot be read.
  func holdsDocuments(of source: CheckedSource) -> Bool {
    switch source.format {
    case .json: true
    case .jsonLines: !bytes.isBlank
    case .csv:
      // No header is as long as that.
      bytes.count > 1 << 16
        || CSVTable.reading(self, id: FileID(0)).value.map { !$0.rows.isEmpty } ?? true
    }
  }
}
