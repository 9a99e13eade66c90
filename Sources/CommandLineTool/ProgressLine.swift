/// The line of a terminal that says how far a long run is; it is gone when the run is over.
struct ProgressLine {
  /// Files of which a run is worth a line.
  private static let least = 50

  let host: Host
  let isWanted: Bool
  private var isShown = false

  init(host: Host, isWanted: Bool) {
    self.host = host
    self.isWanted = isWanted
  }

  /// Says how many files of contracts are decided, where that is a new hundredth of them.
  mutating func show(_ count: Int, of total: Int) {
    guard isWanted, total >= Self.least, count % max(total / 100, 1) == 0 else { return }
    host.writeError("\r\u{1B}[Kdecided \(count) of \(total) files of contracts")
    isShown = true
  }

  /// Takes the line away, so that something else can be said.
  mutating func clear() {
    guard isShown else { return }
    host.writeError("\r\u{1B}[K")
    isShown = false
  }
}
