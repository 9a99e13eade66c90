/// The three pieces of a JSON report as `JSONReport` lays them out: what stands before the contracts,
/// the contracts one by one, and what stands after them.
struct ReportLines {
  /// What the list of contracts has next.
  private enum Step { case firstContract, furtherContract, end, endOfEmpty }

  private static let list = Array("  \"contracts\": [".utf8)
  private static let emptyList = list + Array("],".utf8)
  private static let endOfList = Array("  ],".utf8)
  private static let contract = Array("    {".utf8)
  private static let endOfContract = Array("    }".utf8)
  private static let endBeforeAnother = Array("    },".utf8)
  private static let shard = Array("      \"shard\": {".utf8)
  private static let endOfShard = Array("      },".utf8)
  private static let lineEnd = UInt8(ascii: "\n")

  private let path: String
  private var lines: LineReader
  /// The number of the line that was read last.
  private(set) var number = 0
  private var step = Step.firstContract

  init(_ path: String, on host: Host) throws(MergeMistake) {
    self.path = path
    do throws(FileError) {
      // A pipe would be waited for.
      if host.kind(path, true) == .other { throw FileError.notRegular }
      lines = LineReader(try host.openInput(path))
    } catch {
      throw .unreadable(path, error)
    }
  }

  /// Returns what stands before the contracts, to where their list begins.
  mutating func opening() throws(MergeMistake) -> [UInt8] {
    var text: [UInt8] = []
    while let line = try nextIfAny() {
      if line == Self.list { return text + line }
      if line == Self.emptyList {
        step = .endOfEmpty
        return text + Self.list
      }
      text += line
      text.append(Self.lineEnd)
    }
    throw .noShard(path)
  }

  /// Returns the next contract, as it is and as it would be in a report of the whole run; nil after
  /// the last.
  mutating func contract() throws(MergeMistake) -> (whole: [UInt8], told: [UInt8])? {
    switch step {
    case .firstContract, .furtherContract: break
    case .end, .endOfEmpty: return nil
    }
    guard try next() == Self.contract else { throw .broken(path, line: number) }
    var whole = [UInt8(ascii: "{")]
    var told = whole
    guard try next() == Self.shard else { throw .broken(path, line: number) }
    add(Self.shard, to: &whole)
    var isInShard = true
    while true {
      let line = try next()
      let isLast = line == Self.endOfContract
      if isLast || line == Self.endBeforeAnother {
        step = isLast ? .end : .furtherContract
        add(Self.endOfContract, to: &whole)
        add(Self.endOfContract, to: &told)
        return (whole, told)
      }
      add(line, to: &whole)
      if !isInShard { add(line, to: &told) }
      if line == Self.endOfShard { isInShard = false }
    }
  }

  /// Returns what stands after the last contract.
  mutating func closing() throws(MergeMistake) -> [UInt8] {
    var text: [UInt8] = []
    switch step {
    case .endOfEmpty: text += "],".utf8
    case .end: add(Self.endOfList, to: &text)
    case .firstContract, .furtherContract: throw .broken(path, line: number)
    }
    if step == .end, try next() != Self.endOfList { throw .broken(path, line: number) }
    var last: [UInt8] = []
    while let line = try nextIfAny() {
      add(line, to: &text)
      last = line
    }
    guard last == Array("}".utf8) else { throw .truncated(path) }
    text.append(Self.lineEnd)
    return text
  }

  func close() { lines.close() }

  private func add(_ line: [UInt8], to text: inout [UInt8]) {
    text.append(Self.lineEnd)
    text += line
  }

  private mutating func next() throws(MergeMistake) -> [UInt8] {
    guard let line = try nextIfAny() else { throw .truncated(path) }
    return line
  }

  private mutating func nextIfAny() throws(MergeMistake) -> [UInt8]? {
    do throws(FileError) {
      number += 1
      return try lines.next()
    } catch {
      throw .unreadable(path, error)
    }
  }
}
