/// What differs between the units of two texts.
enum UnitDifference {
  /// To be put in at an offset of an old text; without one, in a text of its own.
  case added(TextUnit, at: (document: Int, offset: Int)?, within: [String])
  case removed(TextUnit, within: [String])
  /// A unit that holds no others, or the heading of one that does.
  case changed(TextUnit, TextUnit, within: [String])
}

extension [TextUnit] {
  /// Returns what to do to these units so that they say what others say.
  ///
  /// Units of one key are the same unit. Where several have one key, those that say the same are,
  /// and of the others the first is the first. The order of units is no difference.
  func differences(
    to new: [TextUnit], within: [String] = [], start: (document: Int, offset: Int)? = nil
  ) -> [UnitDifference] {
    let partners = partners(among: new)
    var found: [UnitDifference] = []
    let kept = Set(partners.compactMap(\.self))
    for (place, unit) in enumerated() where !kept.contains(place) {
      found.append(.removed(unit, within: within))
    }
    var anchor = start
    for (unit, partner) in zip(new, partners) {
      guard let partner else {
        found.append(.added(unit, at: anchor, within: within))
        continue
      }
      let old = self[partner]
      if start != nil { anchor = (old.document, old.range.upperBound) }
      found += old.differences(to: unit, within: within)
    }
    return found
  }

  /// For each of the new units, the place of the old one that it is, or none.
  private func partners(among new: [TextUnit]) -> [Int?] {
    var partners = [Int?](repeating: nil, count: new.count)
    var free = Dictionary(grouping: indices, by: { self[$0].key })
    func pair(where isFit: (TextUnit, TextUnit) -> Bool) {
      for (place, unit) in new.enumerated() where partners[place] == nil {
        guard let position = free[unit.key]?.firstIndex(where: { isFit(self[$0], unit) }) else {
          continue
        }
        partners[place] = free[unit.key]?.remove(at: position)
      }
    }
    pair { $0.isSame(as: $1) }
    pair { _, _ in true }
    return partners
  }
}

extension TextUnit {
  fileprivate func differences(to new: TextUnit, within: [String]) -> [UnitDifference] {
    guard !isSame(as: new) else { return [] }
    guard let body, new.body != nil else { return [.changed(self, new, within: within)] }
    let heading: [UnitDifference] = words == new.words ? [] : [.changed(self, new, within: within)]
    return heading
      + children.differences(
        to: new.children, within: [key] + within, start: (document, body.start))
  }
}
