import ContractModel
import SourceText

/// The ids of the contracts of a long run, each in sixteen bytes however long it is.
///
/// Two ids share a place with a chance that no portfolio comes near (one in 2^64 for four thousand
/// million contracts), and then the second is refused, never paid twice.
struct ContractRegister {
  private var places: [UInt128: Place] = [:]

  /// Where a contract was first stated.
  struct Place {
    let file: Int32
    let line: Int32
  }

  private var paths: [String] = []

  /// Notes that a contract stands at a place; returns where it stood before.
  mutating func note(_ contract: Contract, in files: SourceFiles) -> String? {
    let file = files[contract.range.file]
    return note(
      ContractDigest(contract.id.utf8), in: file.path,
      at: file.position(at: contract.range.lower).line)
  }

  /// Notes that a contract stands on a line of a file; returns where it stood before.
  mutating func note(_ contract: ContractDigest, in path: String, at line: Int) -> String? {
    if let first = places[contract.value] { return "\(paths[Int(first.file)]):\(first.line)" }
    if paths.last != path { paths.append(path) }
    places[contract.value] = Place(file: Int32(paths.count - 1), line: Int32(line))
    return nil
  }
}

/// What stands for the id of a contract: FNV-1a of 128 bits.
struct ContractDigest: Sendable {
  let value: UInt128

  init(_ id: some Sequence<UInt8>) {
    var digest: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d
    for byte in id {
      digest ^= UInt128(byte)
      digest &*= 0x0000_0000_0100_0000_0000_0000_0000_013b
    }
    value = digest
  }
}
