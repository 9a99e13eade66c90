internal import ContractModel
internal import SourceText

/// A contract that was decided in brief, each of its lines written as it stands: where all words are
/// plain and have room, they come out the same when they are laid out one by one.
extension TextStyle {
  /// Writes it behind what was written before; false, and nothing written, where its words are to be
  /// laid out.
  func write(_ contract: BriefDecision, asOf: String, to text: inout [UInt8]) -> Bool {
    let start = text.count
    guard !colour, width >= TextPage.leastAlignedWidth, contract.blocked == nil,
      writeHeader(contract, asOf: asOf, to: &text), writePay(contract, to: &text),
      writeHeld(contract, to: &text)
    else {
      text.removeLast(text.count - start)
      return false
    }
    text.append(UInt8(ascii: "\n"))
    return true
  }

  private func writeHeader(
    _ contract: BriefDecision, asOf: String, to text: inout [UInt8]
  ) -> Bool {
    let start = text.count
    guard contract.title.utf8.areWrittenAsTheyStand,
      contract.supplierName?.utf8.areWrittenAsTheyStand ?? true
    else { return false }
    text.append(contentsOf: contract.decision.mark.text.utf8)
    text.append(UInt8(ascii: " "))
    text.append(contentsOf: contract.title.utf8)
    if let supplier = contract.supplierName {
      text.append(contentsOf: " · ".utf8)
      text.append(contentsOf: supplier.utf8)
    }
    let end = text.count
    text.append(contentsOf: contract.decision.words.utf8)
    text.append(contentsOf: " · as of ".utf8)
    text.append(contentsOf: asOf.utf8)
    let gap = width - text.columns(from: start)
    guard gap >= 2 else { return false }
    text.insert(contentsOf: repeatElement(UInt8(ascii: " "), count: gap), at: end)
    text.append(UInt8(ascii: "\n"))
    return true
  }

  private func writePay(_ contract: BriefDecision, to text: inout [UInt8]) -> Bool {
    let start = text.count
    text.append(contentsOf: "  pay ".utf8)
    contract.write(contract.amounts[.pay], to: &text)
    text.append(contentsOf: " of ".utf8)
    contract.write(contract.amounts.invoiced, to: &text)
    text.append(contentsOf: " invoiced".utf8)
    return endLine(from: start, &text)
  }

  private func writeHeld(_ contract: BriefDecision, to text: inout [UInt8]) -> Bool {
    let start = text.count
    for bucket in Bucket.allCases where bucket != .pay && !contract.amounts[bucket].isZero {
      text.append(contentsOf: (text.count == start ? "  " : " · ").utf8)
      text.append(contentsOf: bucket.words.utf8)
      text.append(UInt8(ascii: " "))
      contract.write(contract.amounts[bucket], to: &text)
    }
    return text.count == start || endLine(from: start, &text)
  }

  /// Ends a line; false where it has no room.
  private func endLine(from start: Int, _ text: inout [UInt8]) -> Bool {
    guard text.columns(from: start) <= width else { return false }
    text.append(UInt8(ascii: "\n"))
    return true
  }
}

extension BriefDecision {
  /// Writes an amount, which is known exactly as all that is decided in brief.
  fileprivate func write(_ amount: Amount, to text: inout [UInt8]) {
    Money(minorUnits: amount.nominal, currency: currency).write(to: &text)
  }
}

extension String.UTF8View {
  /// Whether a text is its words as they are laid out with one space between them.
  fileprivate var areWrittenAsTheyStand: Bool {
    var last = UInt8(ascii: " ")
    for byte in self {
      guard byte >= 0x20, byte < 0x7F else { return false }
      if byte == last,
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "#") || byte == UInt8(ascii: ":")
      {
        return false
      }
      last = byte
    }
    return last != UInt8(ascii: " ")
  }
}

extension [UInt8] {
  /// How many columns the characters take that begin at an offset or after it, each of which takes one.
  fileprivate func columns(from start: Int) -> Int {
    var columns = 0
    for place in start..<count where self[place] & 0xC0 != 0x80 { columns += 1 }
    return columns
  }
}
