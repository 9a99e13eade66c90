import ContractModel
import Dispatch
import Records
import RuleChecking
import RuleEvaluation
import SourceText
import Synchronization

/// Record files too long to be kept: what rules draw from them is drawn as they are read.
extension CheckRun {
  /// Returns the contract with what was drawn from its records; nil where one of them has a mistake, or
  /// a file cannot be read.
  ///
  /// Where not everything can be drawn in one pass, the files are read whole after all: what is
  /// decided does not depend on how they were read.
  mutating func draw(
    from inputs: RecordInputs, for contract: CheckedContract, in zone: RecordZone,
    under plan: EvaluationPlan
  ) -> BoundContract? {
    let before = (files: files, mistakes: diagnostics.count)
    let kept = Set(contract.contract.inlineRecords.map(\.kind))
    let fold = plan.fold(for: contract, asOf: asOf, keeping: kept)
    var state = FoldState(fold)
    var read = read(inputs.files, under: plan.rules)
    for stream in inputs.streams {
      let source = plan.rules.sources.first { $0.name == stream.source }
      guard let open = stream.open() else { return nil }
      let recipes = EvidenceRecipes(
        rules: plan.rules, fold: fold, contract: contract.contract, zone: zone,
        fileKind: stream.baseName, source: source)
      var file = EvidenceFile(stream, recipes: recipes, jobs: inputs.jobs)
      let id = files.add(SourceFile(path: stream.path, bytes: []))
      guard file.read(by: open, as: id, into: &state) else { return nil }
      let records = odd(file.oddLines, of: stream, header: file.header, by: source)
      read.append(RecordFile(baseName: stream.baseName, records: records))
    }
    let hasMistake = diagnostics[before.mistakes...].contains(where: \.isError)
    guard let set = bind(read, to: contract.contract, in: zone, under: plan.rules), !hasMistake
    else { return nil }
    let isPlain = set.tables.allSatisfy { fold.kinds[$0.kind] == nil || $0.count == 0 }
    if isPlain, state.isSound {
      return BoundContract(
        contract: contract, records: set, evidence: FoldedEvidence(state, roles: fold.roles))
    }
    files = before.files
    diagnostics.removeSubrange(before.mistakes...)
    return keep(inputs, for: contract, in: zone, under: plan.rules)
  }

  /// Reads every line that is not plain as carefully as any other file of records.
  private mutating func odd(
    _ lines: [FlatReader.OddLine], of stream: RecordStream, header: [UInt8]?,
    by source: CheckedSource?
  ) -> [RawRecord] {
    let newline = [UInt8(ascii: "\n")]
    return lines.flatMap { line -> [RawRecord] in
      let above = header.map { $0 + newline } ?? []
      let text = SourceFile(
        path: stream.path, bytes: above + line.bytes,
        firstLine: line.number - (header == nil ? 0 : 1))
      let id = files.add(text)
      if let source { return records(in: id, by: source) }
      guard let format = RecordFormat(path: stream.path) else { return [] }
      let raw = RawRecords.reading(text, id: id, format: format)
      diagnostics += raw.diagnostics
      return raw.value
    }
  }

  /// Reads the files whole, and keeps every record.
  mutating func keep(
    _ inputs: RecordInputs, for contract: CheckedContract, in zone: RecordZone,
    under rules: RuleBook
  ) -> BoundContract? {
    var whole = inputs.files
    for stream in inputs.streams {
      guard let bytes = stream.whole() else { return nil }
      whole.append(InputFile(path: stream.path, bytes: bytes, source: stream.source))
    }
    return bind(whole, to: contract.contract, in: zone, under: rules).map {
      BoundContract(contract: contract, records: $0)
    }
  }
}

extension RecordStream {
  fileprivate func whole() -> [UInt8]? {
    guard let read = open() else { return nil }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while let count = read(&buffer, 0..<buffer.count) {
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
    return nil
  }
}

/// One record file on its way, cut into pieces of whole lines that are looked at in parallel.
struct EvidenceFile {
  private let isTable: Bool
  private let recipes: EvidenceRecipes
  private let jobs: Int
  private(set) var header: [UInt8]?
  private(set) var oddLines: [FlatReader.OddLine] = []

  /// Beyond so many lines that are not plain, all of them are read with care.
  private static let mostOddLines = 100_000

  init(_ stream: RecordStream, recipes: EvidenceRecipes, jobs: Int) {
    isTable = RecordFormat(path: stream.path) == .csv
    self.recipes = recipes
    self.jobs = jobs
  }

  /// Draws from every line; returns false where the file cannot be read on.
  mutating func read(
    by fill: @escaping RecordStream.Reading, as file: FileID, into state: inout FoldState
  ) -> Bool {
    var lines = LineBuffer(fill)
    var line = 0
    if isTable {
      guard let header = lines.firstLine() else { return !lines.hasFailed }
      self.header = header
      line = 1
    }
    let names = header.map(Self.names(inHeader:))
    let recipes = recipes
    let workers = (0...jobs).map { _ in
      EvidenceWorker(FlatReader(file: file, header: names, recipe: recipes.recipe), state.emptied)
    }
    let queue = DispatchQueue(label: "records", attributes: .concurrent)
    var (begun, ended) = (0, 0)
    while true {
      while begun - ended < workers.count,
        let piece = lines.next(reusing: workers[begun % workers.count].buffer)
      {
        let worker = workers[begun % workers.count]
        begun += 1
        if jobs == 1 {
          worker.read(piece)
        } else {
          queue.async { worker.read(piece) }
        }
      }
      guard ended < begun else { break }
      let worker = workers[ended % workers.count]
      ended += 1
      worker.hand(over: &state, &oddLines, after: &line)
      if oddLines.count > Self.mostOddLines { break }
    }
    return !lines.hasFailed
  }

  private static func names(inHeader line: [UInt8]) -> [[UInt8]] {
    line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map(Array.init)
  }
}

/// Whole lines, with room behind them.
struct LinePiece: Sendable {
  var bytes: [UInt8]
  var bounds: Range<Int>
}

/// One of those that look at pieces: a class, as it remembers what it has learnt of the file, and is
/// handed from one thread to the next.
private final class EvidenceWorker: Sendable {
  private struct State {
    var reader: FlatReader
    var drawn: FoldState
    let empty: FoldState
    var oddLines: [FlatReader.OddLine] = []
    var lines = 0
    var buffer: [UInt8] = []
  }

  private let state: Mutex<State>
  private let isRead = DispatchSemaphore(value: 0)

  init(_ reader: sending FlatReader, _ empty: FoldState) {
    state = Mutex(State(reader: reader, drawn: empty, empty: empty))
  }

  /// The room that the last piece was in.
  var buffer: [UInt8] {
    state.withLock { state in
      var buffer: [UInt8] = []
      swap(&buffer, &state.buffer)
      return buffer
    }
  }

  func read(_ piece: consuming LinePiece) {
    let piece = piece
    state.withLock { state in
      var odd: [FlatReader.OddLine] = []
      var drawn = state.drawn
      state.drawn = state.empty
      state.lines = state.reader.read(piece.bytes, within: piece.bounds) { batch, kind in
        drawn.add(batch, of: kind)
      } odd: {
        odd.append($0)
      }
      state.drawn = drawn
      state.oddLines = odd
      state.buffer = piece.bytes
    }
    isRead.signal()
  }

  /// Waits until the piece is read, and adds what was drawn from it to what was before.
  func hand(
    over drawn: inout FoldState, _ oddLines: inout [FlatReader.OddLine], after line: inout Int
  ) {
    isRead.wait()
    state.withLock { state in
      drawn.append(state.drawn, after: line)
      state.drawn = state.empty
      oddLines += state.oddLines.map {
        FlatReader.OddLine(number: $0.number + line, bytes: $0.bytes)
      }
      line += state.lines
    }
  }
}
