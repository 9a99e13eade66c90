import CommandLineTool
import TestSupport
import Testing

/// However a run over documents is cut, its parts put together are what it is whole.
@Suite struct ShardedDocuments {
  private static let rules =
    DocumentInputs.closed + DocumentInputs.paid + """
      source office {
        reads json-lines
        each "contracts" {
          contract from "id" {
            party buyer    "State"
            party supplier "Supplier"
            incorporates closed
            incorporates paid
            invoice one {
              received from "received" as date
              line only {
                amount from "amount" in USD 1
              }
            }
            each optional "closings" {
              closing {
                dated       from "on" as date
                asserted by buyer
              }
            }
          }
        }
      }

      source ledger {
        reads csv
        contract from "id" {
          party buyer    "State"
          party supplier "Supplier"
          incorporates closed
        }
      }

      """

  static func run(_ seed: UInt64) -> ShardedRun {
    var random = SplitMix64(seed: seed)
    func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }
    // Of a calm one all can be decided.
    func fails(_ oneOf: Int) -> Bool { below(oneOf) == 0 && seed % 3 > 0 }
    var count = 0
    func id() -> String {
      count += 1
      return fails(12) ? "c1" : "c\(count)"
    }
    func contract() -> String {
      var members = [#""id":"\#(id())""#, #""received":"2013-11-0\#(1 + below(9))""#]
      if !fails(15) { members.append(#""amount":\#(1 + below(90))"#) }
      if below(3) == 0 {
        members.append(#""closings":[{"on":"2013-1\#(fails(12) ? 3 : 1)-05"}]"#)
      }
      return "{" + members.joined(separator: ",") + "}"
    }
    func line() -> String {
      switch fails(4) ? below(4) : 4 {
      case 0: ""
      case 1: #"{"contracts":[{"id":"#
      case 2: #"{"contracts":[]}"#
      case 3: #"{"office":1}"#
      default:
        #"{"contracts":["# + (0...below(3)).map { _ in contract() }.joined(separator: ",") + "]}"
      }
    }
    func text(_ lines: Int) -> String { (0..<lines).map { _ in line() + "\n" }.joined() }
    var files = [
      "Rules/a.rules": rules, "data/1.ndjson": text(below(20)), "data/2.ndjson": text(below(4)),
      "one.csv": "id\n" + (0..<below(5)).map { _ in id() + "\n" }.joined(),
    ]
    if fails(4) { files["one.csv"] = "name\nx\n" }
    if fails(2) {
      files["own/a.contract"] =
        "contract c\(1 + below(9)) \"Own\" { party buyer \"B\" party supplier \"S\" incorporates closed }"
    }
    let own = files["own/a.contract"] == nil ? "" : "own "
    return ShardedRun(files: files, paths: own + "data/1.ndjson one.csv data/2.ndjson")
  }

  static let seeds = Array(0..<20 as Range<UInt64>)

  @Test(arguments: seeds)
  func areWhatTheRunIsWhole(_ seed: UInt64) {
    let run = Self.run(seed)
    let whole = run.whole()
    #expect(whole.json != nil)
    for options in ["", "--jobs 3"] {
      #expect(run.parts(of: 2 + Int(seed % 4), options) == whole, "seed \(seed) \(options)")
    }
  }

  /// A part to which no contract falls is one, be there contract files or not.
  @Test(arguments: 0..<4, [false, true])
  func areWhatDocumentsAloneAre(_ count: Int, _ hasEmptyFile: Bool) {
    let lines = (0..<count).map {
      #"{"contracts":[{"id":"d\#($0)","received":"2013-11-01","amount":9}]}"# + "\n"
    }
    var files = ["Rules/a.rules": Self.rules, "data.ndjson": lines.joined()]
    if hasEmptyFile { files["one.csv"] = "id\n" }
    let run = ShardedRun(files: files, paths: "data.ndjson" + (hasEmptyFile ? " one.csv" : ""))
    let whole = run.whole()
    #expect(whole.status == (count == 0 || hasEmptyFile ? .nothingToCheck : .success))
    for parts in [2, 3, 5] { #expect(run.parts(of: parts) == whole, "\(count) in \(parts)") }
  }

  @Test func triesEverything() {
    let all = Self.seeds.map { Self.run($0).whole() }
    #expect(Set(all.map(\.status)).isSuperset(of: [.failed, .unusableInput]))
    for word in [
      "contract-twice", "contract-undecided", "no-contract-in-document", "json-", "missing-array",
      "unknown-column", "\"suspend", "withhold",
    ] {
      #expect(all.contains { $0.json?.contains(word) ?? false }, "\(word)")
    }
  }
}
