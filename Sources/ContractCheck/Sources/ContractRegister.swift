import ContractModel
import SourceText

/// The ids of the contracts of a long run, each in sixteen bytes however long it is.
///
/// Two ids share a place with a chance that no portfolio comes near (one in 2^64 for four thousand
/// million contracts), and then the second is refused, never paid twice.
struct ContractRegister {
  /// Many small tables, of which one at a time needs room twice as it grows.
  private var tables = [ContractTable](repeating: ContractTable(), count: tableCount)
  private static let tableCount = 64
  private var paths: [String] = []
  /// Where ids with signs beyond ASCII stand: one may be spelled in more than one way.
  private var others: [String: String] = [:]

  /// Notes that a contract stands at a place; returns where it stood before.
  mutating func note(_ contract: Contract, in files: SourceFiles) -> String? {
    let file = files[contract.range.file]
    return note(
      contract.id, in: file.path, at: file.position(at: contract.range.lower).line)
  }

  /// Notes that a contract stands on a line of a file; returns where it stood before.
  mutating func note(_ id: String, in path: String, at line: Int) -> String? {
    if id.utf8.allSatisfy({ $0 < 0x80 }) {
      return note(ContractDigest(id.utf8), in: path, at: line)
    }
    if let first = others[id] { return first }
    others[id] = "\(path):\(line)"
    return nil
  }

  private mutating func note(_ contract: ContractDigest, in path: String, at line: Int) -> String? {
    let table = Int(truncatingIfNeeded: contract.spread >> 58)
    if paths.last != path { paths.append(path) }
    let place = ContractTable.Place(file: Int32(paths.count - 1), line: Int32(line))
    return tables[table].note(contract, at: place)
      .map { "\(paths[Int($0.file)]):\($0.line)" }
  }
}

/// Ids and where each was stated first, in rows that are looked through from where an id belongs.
private struct ContractTable {
  /// Where a contract was first stated.
  struct Place {
    let file: Int32
    let line: Int32
  }

  /// A digest of zeros is an empty row.
  private var ids: [ContractDigest] = []
  private var places: [Place] = []
  private var count = 0

  /// Notes that an id stands at a place; returns where it stood before.
  mutating func note(_ id: ContractDigest, at place: Place) -> Place? {
    // Four rows of five are full at most.
    if count * 5 >= ids.count * 4 { grow() }
    let row = row(of: id)
    guard ids[row].value == 0 else { return places[row] }
    ids[row] = id
    places[row] = place
    count += 1
    return nil
  }

  /// Where an id stands, or would stand.
  private func row(of id: ContractDigest) -> Int {
    let last = ids.count - 1
    var row = Int(truncatingIfNeeded: id.spread >> 16) & last
    while ids[row].value != 0, ids[row].value != id.value { row = (row + 1) & last }
    return row
  }

  private mutating func grow() {
    let (oldIDs, oldPlaces) = (ids, places)
    let count = max(8, 2 * ids.count)
    ids = [ContractDigest](repeating: .none, count: count)
    places = [Place](repeating: Place(file: 0, line: 0), count: count)
    for (id, place) in zip(oldIDs, oldPlaces) where id.value != 0 {
      let row = row(of: id)
      ids[row] = id
      places[row] = place
    }
  }
}

/// What stands for the id of a contract: FNV-1a of 128 bits.
struct ContractDigest: Sendable {
  /// Never zero.
  let value: UInt128

  /// Stands for no id.
  static let none = ContractDigest(value: 0)

  private init(value: UInt128) { self.value = value }

  /// Sixty-four bits, of which the high ones differ where any bits of the digests do: times 2^64 over the
  /// golden ratio.
  var spread: UInt64 {
    UInt64(truncatingIfNeeded: value ^ value >> 64) &* 0x9E37_79B9_7F4A_7C15
  }

  init(_ id: some Sequence<UInt8>) {
    var digest: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d
    for byte in id {
      digest ^= UInt128(byte)
      digest &*= 0x0000_0000_0100_0000_0000_0000_0000_013b
    }
    value = max(1, digest)
  }
}
