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
    let key = Self.digest(of: contract.id)
    if let first = places[key] { return "\(paths[Int(first.file)]):\(first.line)" }
    let file = files[contract.range.file]
    if paths.last != file.path { paths.append(file.path) }
    places[key] = Place(
      file: Int32(paths.count - 1), line: Int32(file.position(at: contract.range.lower).line))
    return nil
  }

  /// FNV-1a of 128 bits.
  private static func digest(of id: String) -> UInt128 {
    var digest: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d
    for byte in id.utf8 {
      digest ^= UInt128(byte)
      digest &*= 0x0000_0000_0100_0000_0000_0000_0000_013b
    }
    return digest
  }
}
