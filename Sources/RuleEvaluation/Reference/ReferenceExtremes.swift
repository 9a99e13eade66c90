import ContractModel
import RuleChecking

// One value drawn from a collection.
extension Situation {
  /// The field of the member that is first, or last, by `dated`: highest rank first.
  ///
  /// A record may win unless one that is certainly a member outranks it, or is certainly before it
  /// in date and certainly not outranked itself. All that may win are looked at: if they agree, that
  /// is the value. If they differ, records that are certainly members of one exact day contradict
  /// each other; of the date itself there are bounds; of anything else the value is missing.
  func first(_ field: RowField, of members: Members, isLatest: Bool) -> Reading {
    guard !members.certain.isEmpty else {
      var reading = none(of: members)
      reading.records = references(members.possible)
      return reading
    }
    let winners = possibleWinners(among: members, isLatest: isLatest)
    var reading = Reading(value: .missing, records: references(winners))
    let values = winners.map { value(of: field, in: $0) }
    for value in values { reading.missing.formUnion(value.missing) }
    let areCertain = winners.allSatisfy { members.certain.contains($0) }
    if values.contains(where: { $0.value == .missing || $0.value == .none }) { return reading }
    if values.allSatisfy({ $0.value.isSame(as: values[0].value) }) {
      reading.value = values[0].value
      return reading
    }
    let isOneDay = winners.allSatisfy {
      dated($0).exact != nil && dated($0) == dated(winners[0])
    }
    if areCertain, isOneDay {
      reading.value = .contested
    } else if field == .dated {
      let days = winners.map { dated($0) }
      let extreme = days.extreme { isLatest ? $0.greater(of: $1) : $0.lesser(of: $1) }
      let hull = days.dropFirst().reduce(days[0]) { $0.hull(with: $1) }
      reading.value = .quantity(areCertain ? extreme : hull)
      reading.missing.formUnion(members.doubts)
    } else {
      reading.missing.formUnion(members.doubts)
      for row in winners where dated(row).exact == nil {
        reading.missing.insert(missing(.dated, in: row))
      }
    }
    return reading
  }

  private func possibleWinners(among members: Members, isLatest: Bool) -> [RecordRow] {
    let ranked = members.all.filter { row in
      !members.certain.contains { outranks($0, row) }
    }
    let sure = members.certain.filter { row in !members.all.contains { outranks($0, row) } }
    return ranked.filter { row in
      !sure.contains { other in
        isLatest
          ? dated(row).isLess(than: dated(other)) == .yes
          : dated(other).isLess(than: dated(row)) == .yes
      }
    }
  }

  /// The greatest or least value of the members, whatever their rank.
  func extreme(
    _ field: RowField, of members: Members, _ choose: (Interval, Interval) -> Interval
  ) -> Reading {
    guard !members.certain.isEmpty else { return none(of: members) }
    let certain = members.certain.map { value(of: field, in: $0) }
    let possible = members.possible.map { value(of: field, in: $0) }
    var reading = Reading.combining(certain + possible) { values in
      let least = Array(values[..<certain.count]).extreme(choose)
      return least.hull(with: values.extreme(choose))
    }
    reading.missing.formUnion(members.doubts)
    return reading
  }

  /// The smallest value that at least a share of the members do not exceed. All must be certain, and
  /// their values exact.
  func percentile(_ share: Rational, of field: RowField, _ members: Members) -> Reading {
    guard !members.certain.isEmpty else { return none(of: members) }
    var reading = Reading(value: .missing, missing: members.doubts)
    let values = members.certain.compactMap { row -> Rational? in
      let value = value(of: field, in: row)
      reading.missing.formUnion(value.missing)
      guard case .quantity(let interval) = value.value else { return nil }
      return interval.exact
    }
    guard members.possible.isEmpty, values.count == members.certain.count else { return reading }
    let wanted = try? share.multiplied(by: Rational(values.count))
    let found = values.sorted().first { value in
      guard let wanted else { return false }
      return Rational(values.count { $0 <= value }) >= wanted
    }
    reading.value = found.map { .quantity(Interval(exactly: $0)) } ?? .errored
    return reading
  }
}
