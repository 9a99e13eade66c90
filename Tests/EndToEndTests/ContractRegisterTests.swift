internal import Testing

@testable internal import ContractCheck

/// A long run knows every id that it has seen, and where it saw it first.
@Suite struct RegisteringContracts {
  @Test func knowsEveryIDAndItsPlace() {
    var register = ContractRegister()
    let ids = (0..<20_000).map { "C\($0)" } + (0..<2_000).map { "\($0 * 7_919)-of-many" } + [""]
    for (line, id) in ids.enumerated() {
      let path = line < 15_000 ? "first.ndjson" : "second.ndjson"
      let before = register.note(id, in: path, at: line)
      if before != nil { Issue.record("\(id) is new") }
    }
    for (line, id) in ids.enumerated() {
      let path = line < 15_000 ? "first.ndjson" : "second.ndjson"
      let before = register.note(id, in: "third.ndjson", at: 1)
      if before != "\(path):\(line)" { Issue.record("\(id) stood at \(before ?? "no place")") }
    }
  }

  /// As everywhere else, a sign with an accent is the same however it is spelled.
  @Test func knowsAnIDInAnySpelling() {
    var register = ContractRegister()
    #expect(register.note("caf\u{E9}", in: "a.ndjson", at: 1) == nil)
    #expect(register.note("cafe", in: "a.ndjson", at: 2) == nil)
    #expect(register.note("cafe\u{301}", in: "a.ndjson", at: 3) == "a.ndjson:1")
  }
}
