import Records
import RuleChecking

/// What a slot asks of records, made ready for many of them; nil is for a closer look at each.
struct SlotTests {
  /// Whether a record belongs to the collection.
  let filter: PlainTest?
  /// Whether it passes the slot's own test, if there is one.
  let test: PlainTest?

  init(of slot: ClausePlan.Slot, among records: KindRecords) {
    filter = PlainTest(slot.collection.filter, of: records)
    test = PlainTest(slot.use.test ?? .all([]), of: records)
  }
}

/// A test of records made ready for many of them: it reads one column and nothing of the subject.
struct PlainTest {
  private let wanted: UInt64
  private let isNegated: Bool
  /// For each record the words that it may state; nil where every record passes.
  private let masks: [UInt64]?

  private init(wanted: UInt64, isNegated: Bool, masks: [UInt64]?) {
    self.wanted = wanted
    self.isNegated = isNegated
    self.masks = masks
  }

  /// Nil where the test takes a closer look at each record.
  init?(_ test: RowTest, of records: KindRecords) {
    switch test {
    case .all(let parts) where parts.isEmpty:
      self.init(wanted: 0, isNegated: false, masks: nil)
    case .all(let parts) where parts.count == 1:
      self.init(parts[0], of: records)
    case .field(.declared(let place), _, let isNegated, .words(let wanted)):
      guard case .words(let masks) = records.table.columns[place] else { return nil }
      self.init(wanted: wanted, isNegated: isNegated, masks: masks)
    case .all, .any, .field, .invalid: return nil
    }
  }

  /// Whether a record passes; nil where it does not say so for certain.
  func passes(_ row: Int) -> Bool? {
    guard let masks else { return true }
    let words = masks[row]
    if words == 0 { return nil }
    if words & ~wanted == 0 { return !isNegated }
    return words & wanted == 0 ? isNegated : nil
  }
}
