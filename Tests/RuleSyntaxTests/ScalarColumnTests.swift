import SourceText
import TestSupport
import Testing

/// Columns counted in characters, however long a line is.
@Suite struct ScalarColumns {
  /// Counts from the beginning of the line on.
  private func counted(_ offset: Int, in file: SourceFile) -> Int {
    let position = file.position(at: offset)
    return file.line(position.line).prefix(position.column - 1).count { $0 & 0xC0 != 0x80 } + 1
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func areWhatCountingComesTo(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    // Of ASCII alone; on one line, longer than what is counted together; on lines of either end.
    let pieces = [["a", "b", "\n"], ["a", "é", "契", "😀"], ["a", "é", "契", "\n", "\r\n"]][
      Int(seed % 3)]
    var text = ""
    while text.utf8.count < 6_000 { text += pieces.randomElement(using: &random) ?? "" }
    let file = SourceFile(path: "a", bytes: Array(text.utf8))
    for offset in 0...file.bytes.count {
      #expect(file.scalarColumn(at: offset) == counted(offset, in: file), "seed \(seed), \(offset)")
    }
  }

  @Test func anEmptyTextHasOne() {
    #expect(SourceFile(path: "a", bytes: []).scalarColumn(at: 0) == 1)
  }
}
