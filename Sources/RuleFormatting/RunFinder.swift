/// Finds the lines that stand in columns together.
///
/// Statements of one kind that follow one another in a block without a blank line are a run, whatever
/// their own blocks and tables hold; and so are the rows of a table.
struct RunFinder {
  private(set) var runs: [[Int]] = []

  private struct Open {
    let run: Int
    let alignment: Alignment
  }

  /// The run that the next statement of each block may join.
  private var open: [Int: Open] = [:]
  private var tables: [Int: Int] = [:]
  private var isBelowBlank = false

  mutating func add(_ line: Int, toTable statement: Int) {
    if let run = tables[statement] {
      runs[run].append(line)
    } else {
      tables[statement] = runs.count
      runs.append([line])
    }
  }

  mutating func add(
    _ line: Int, toBlock block: Int, _ alignment: Alignment, isBelowBlank hasBlankAbove: Bool,
    isBelowComment: Bool
  ) {
    let isApart = isBelowBlank || hasBlankAbove || alignment == .term && isBelowComment
    if let last = open[block], last.alignment == alignment, !isApart {
      runs[last.run].append(line)
    } else {
      open[block] = Open(run: runs.count, alignment: alignment)
      runs.append([line])
    }
  }

  /// Ends the run of a block: a statement follows that stands in no columns.
  mutating func interrupt(block: Int) { open[block] = nil }

  mutating func passComment(isBelowBlank hasBlankAbove: Bool) {
    isBelowBlank = isBelowBlank || hasBlankAbove
  }

  mutating func passCode() { isBelowBlank = false }
}
