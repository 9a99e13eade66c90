internal import Reporting
internal import SourceText

/// Why reports cannot be put together.
struct MergeMistake: Error {
  /// One line, without the program's name.
  let message: String

  static func absent(_ shards: [String]) -> MergeMistake {
    let (word, verb) = shards.count == 1 ? ("shard", "is") : ("shards", "are")
    return MergeMistake(
      message: "\(word) \(shards.joined(separator: ", ")) \(verb) not among the reports")
  }

  static func altered(_ path: String) -> MergeMistake {
    MergeMistake(
      message: "\(quoted(path)) is not as 'check' wrote it: what it says of the whole does not "
        + "follow from its parts")
  }

  static func broken(_ path: String, line: Int) -> MergeMistake {
    MergeMistake(
      message: "\(quoted(path)) is not as 'check' wrote it, from line \(line) on")
  }

  static func contractTwice(_ id: String, in path: String) -> MergeMistake {
    MergeMistake(message: "\(quoted(path)) has a second contract \(quoted(id))")
  }

  /// `subject` is what the two do not have in common: `another as-of date`.
  static func differing(_ path: String, _ subject: String, from other: String) -> MergeMistake {
    MergeMistake(
      message: "\(quoted(path)) has \(subject) than \(quoted(other)): they are not parts of one run"
    )
  }

  static func differing(_ path: String, input: String, from other: String) -> MergeMistake {
    differing(path, "another text of \(quoted(input))", from: other)
  }

  static func noShard(_ path: String) -> MergeMistake {
    MergeMistake(
      message: "\(quoted(path)) is no report of a shard: write one with check --shard I/N "
        + "--report json=FILE")
  }

  static func otherTool(_ path: String, _ version: String, here: String) -> MergeMistake {
    MergeMistake(
      message: "\(quoted(path)) was written by version \(VisibleText.escaping(version)), and this "
        + "is \(here)")
  }

  static func shardTwice(_ shard: String, _ first: String, _ second: String) -> MergeMistake {
    MergeMistake(
      message: "shard \(shard) is there twice: \(quoted(first)) and \(quoted(second))")
  }

  static func strange(_ id: String, to shard: String, in path: String) -> MergeMistake {
    MergeMistake(
      message: "\(quoted(path)) has the contract \(quoted(id)), which is not in shard \(shard)")
  }

  static func truncated(_ path: String) -> MergeMistake {
    MergeMistake(message: "\(quoted(path)) is cut off: a report ends with its last brace")
  }

  static func unreadable(_ path: String, _ error: FileError) -> MergeMistake {
    MergeMistake(message: "\(quoted(path)): \(error.words)")
  }

  private static func quoted(_ text: String) -> String { "'\(VisibleText.escaping(text))'" }
}
