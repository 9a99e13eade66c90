/// A program that does one of the workloads, ours or a peer.
struct Contender {
  let name: String
  let program: String
  /// Its arguments for the file of the workload.
  let arguments: [String]
  /// How its answer is read from what it printed.
  let reading: (_ printed: String) -> Answer?
  /// The greatest size that it is given: what grows out of reach is not waited for.
  let most: Int

  func command() -> Command { Command(name: name, path: program, arguments: arguments) }

  /// What it says to the workload, and how long that took; nil where it could not.
  func answer(into printed: String) -> (Answer, Measurement)? {
    guard let run = command().run(output: printed), let answer = reading(printed) else {
      return nil
    }
    return (answer, run)
  }

  /// A peer, which prints its totals in one line.
  static func peer(
    _ name: String, _ program: String, _ arguments: [String], most: Int = .max
  ) -> Contender {
    Contender(
      name: name, program: program, arguments: arguments, reading: Answer.ofPeer, most: most)
  }
}
