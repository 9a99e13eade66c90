import ContractModel
import Testing

/// What is counted by place is counted where it is looked for: the places are those of the cases.
@Suite struct Places {
  @Test func areThoseOfTheCases() {
    #expect(Verdict.allCases.map(\.place) == Array(Verdict.allCases.indices))
    #expect(Decision.allCases.map(\.place) == Array(Decision.allCases.indices))
    #expect(Bucket.allCases.map(\.place) == Array(Bucket.allCases.indices))
    #expect(SubjectKind.allCases.map(\.place) == Array(SubjectKind.allCases.indices))
    let fields = PlainContract.Field.allCases
    #expect(fields.map(\.rawValue) == Array(fields.indices))
    // Sums of a brief decision have room for so many.
    #expect(Bucket.allCases.count == 8)
  }

  @Test func tellDecisionsApart() {
    for decision in Decision.allCases {
      let set = DecisionSet([decision])
      #expect(set.all == [decision])
      #expect(Decision.allCases.filter(set.contains) == [decision])
    }
    #expect(DecisionSet(Decision.allCases).all == Decision.allCases)
  }
}
