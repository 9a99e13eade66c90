/// What up to sixteen bytes are expected to be, and which of them count.
struct FixedBlock: Sendable {
  private let text: SIMD2<UInt64>
  private let mask: SIMD2<UInt64>

  init(_ bytes: ArraySlice<UInt8>) {
    let all = Array(bytes) + [UInt8](repeating: 0, count: ByteBlock.length)
    mask = SIMD2(ByteLanes.mask(bytes.count), ByteLanes.mask(max(0, bytes.count - 8)))
    text = SIMD2(all.span.word(at: 0), all.span.word(at: 8)) & mask
  }

  @inline(__always)
  func isEqual(to block: ByteBlock) -> Bool {
    let difference = (block.words ^ text) & mask
    return difference[0] | difference[1] == 0
  }
}
