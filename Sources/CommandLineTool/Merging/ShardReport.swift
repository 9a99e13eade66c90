internal import ContractCheck
internal import Reporting

/// The report of a shard, read from its first line to its last, a contract at a time.
///
/// It is taken as it was written, line for line: a text within a line holds no line end, so that
/// what a line begins with says where in the report it stands.
struct ShardReport {
  /// A contract, and where in the whole run it stands.
  struct Contract {
    let id: String
    let place: RunPlace
    let told: ToldContract
  }

  /// What stands after the contracts.
  struct Closing {
    let diagnostics: [ReportedDiagnostic]
    let inputs: [ReportedInput]
  }

  let path: String
  let head: ReportHead
  /// What the head says of the shard.
  let reported: ReportedShard
  let shard: Shard
  private var lines: ReportLines
  /// As it is in the file.
  private let opening: [UInt8]
  private var totals: ReportTotals
  private var writer = JSONReport()
  private var last: RunPlace?

  init(reading path: String, on host: Host) throws(MergeMistake) {
    self.path = path
    lines = try ReportLines(path, on: host)
    do throws(MergeMistake) {
      opening = try lines.opening()
      (head, reported, shard) = try Self.head(opening, of: path)
      totals = ReportTotals(head)
    } catch {
      lines.close()
      throw error
    }
  }

  private static func head(
    _ opening: [UInt8], of path: String
  ) throws(MergeMistake) -> (ReportHead, ReportedShard, Shard) {
    do throws(ShapeMismatch) {
      let object = try JSONObject.reading(opening + Array("]}".utf8))
      guard try object.number("version") == JSONReport.version else { throw ShapeMismatch() }
      let head = try ReportHead(object)
      guard let reported = head.shard, let shard = Shard(reported.index, of: reported.count) else {
        throw ShapeMismatch()
      }
      return (head, reported, shard)
    } catch {
      throw .noShard(path)
    }
  }

  /// Returns the next contract; nil after the last.
  mutating func next() throws(MergeMistake) -> Contract? {
    guard let (whole, told) = try lines.contract() else { return nil }
    let contract: Contract
    do throws(ShapeMismatch) {
      let object = try JSONObject.reading(whole)
      contract = Contract(
        id: try object.text("id"), place: try RunPlace(try object.object("shard")),
        told: try ToldContract(object, text: String(decoding: told, as: UTF8.self)))
    } catch {
      throw .broken(path, line: lines.number)
    }
    guard shard.contains(contract.id) else {
      throw .strange(contract.id, to: shard.text, in: path)
    }
    guard last.map({ $0 < contract.place }) ?? true else { throw .altered(path) }
    last = contract.place
    totals.add(contract.told)
    _ = writer.contract(contract.told)
    return contract
  }

  /// Returns the rest, after the last contract; everything that follows from the parts must do so.
  mutating func closing() throws(MergeMistake) -> Closing {
    let rest = try lines.closing()
    let closing: Closing
    do throws(ShapeMismatch) {
      let object = try JSONObject.reading(Array("{\"contracts\": [".utf8) + rest)
      closing = Closing(
        diagnostics: try object.objects("diagnostics").map(ReportedDiagnostic.init),
        inputs: try object.objects("inputs").map(ReportedInput.init))
    } catch {
      throw .broken(path, line: lines.number)
    }
    for diagnostic in closing.diagnostics { totals.add(diagnostic) }
    for input in closing.inputs { totals.add(input) }
    guard Array(writer.opening(totals).utf8) == opening, Array(writer.closing(totals).utf8) == rest
    else { throw .altered(path) }
    return closing
  }

  func close() { lines.close() }
}
