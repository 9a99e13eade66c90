import ContractModel

/// What was found for some subjects of a contract, looked up by their places.
struct BySubject<Value> {
  /// For each subject the place of what was found for it; -1 is nothing.
  private var places: [Int32] = []
  private var values: [Value] = []
  private let count: Int

  /// Makes it empty, for a contract of so many subjects.
  init(count: Int) { self.count = count }

  /// Whether nothing was found, for no subject.
  var isEmpty: Bool { values.isEmpty }

  subscript(subject: SubjectID) -> Value? {
    get {
      guard !places.isEmpty, places[subject.index] >= 0 else { return nil }
      return values[Int(places[subject.index])]
    }
  }

  /// Notes what was found for a subject for which nothing was yet.
  mutating func note(_ value: Value, for subject: SubjectID) {
    if places.isEmpty { places = [Int32](repeating: -1, count: count) }
    places[subject.index] = Int32(values.count)
    values.append(value)
  }
}
