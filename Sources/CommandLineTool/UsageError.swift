internal import ContractCheck
internal import ContractModel
internal import SourceText

/// What is wrong with the words of a command line.
struct UsageError: Error, Hashable {
  /// One line, without the program's name.
  let message: String

  /// An empty path would be the working folder.
  static let emptyArgument = UsageError(
    message: "an argument is empty, as a variable is that is not set; '.' is the working folder")

  static func emptyValue(_ option: String) -> UsageError {
    UsageError(message: "what follows '\(option)' is empty, as a variable is that is not set")
  }

  static func givenTwice(_ option: String) -> UsageError {
    UsageError(message: "'\(option)' is given twice")
  }

  static let attestationOfShard = UsageError(
    message: "an attestation speaks of a whole run, and '--shard' decides a part of one")

  static func daysReversed(from: CivilDate, to: CivilDate) -> UsageError {
    UsageError(message: "'--from \(from.text)' is after '--to \(to.text)'")
  }

  static func missingPath(command: String) -> UsageError {
    UsageError(message: "'\(command)' needs a PATH")
  }

  static func missingWord(after command: String, among words: [String]) -> UsageError {
    UsageError(message: "'\(command)' needs one of \(words.joined(separator: ", "))")
  }

  static func missingValue(_ option: String, _ value: String) -> UsageError {
    UsageError(message: "'\(option)' needs a value: \(option) \(value)")
  }

  static func notACount(_ text: String, _ option: String, most: Int) -> UsageError {
    UsageError(
      message: "\(quoted(text)) after '\(option)' is no whole number from 1 to \(most)")
  }

  static func notADate(_ text: String, _ option: String) -> UsageError {
    UsageError(message: "\(quoted(text)) after '\(option)' is no day: write YYYY-MM-DD")
  }

  static func notAPercent(_ text: String, _ option: String) -> UsageError {
    UsageError(message: "\(quoted(text)) after '\(option)' is no whole percent: write 95 or 95%")
  }

  static func noContractName(_ name: String) -> UsageError {
    UsageError(
      message: "\(quoted(name)) cannot name a contract: a name is small letters, digits and single "
        + "hyphens, and begins with a letter")
  }

  static func notOne(_ path: String, command: String) -> UsageError {
    UsageError(message: "'\(command)' takes one PATH; \(quoted(path)) is a second")
  }

  static func notAReport(_ text: String, _ option: String) -> UsageError {
    UsageError(message: "\(quoted(text)) after '\(option)' is no report: write FORMAT=FILE")
  }

  static func notAShard(_ text: String) -> UsageError {
    UsageError(
      message:
        "\(quoted(text)) after '--shard' is no part: write I/N, with I from 1 to N, and N at "
        + "most \(Shard.limit)")
  }

  static func notAlone(_ path: String) -> UsageError {
    UsageError(message: "'\(path)' stands alone: its layout goes to standard output")
  }

  static func notTogether(_ option: String, _ other: String) -> UsageError {
    UsageError(message: "'\(option)' and '\(other)' do not go together")
  }

  static func notTwoVersions(_ count: Int) -> UsageError {
    UsageError(message: "'diff' compares two versions, OLD and NEW; \(count) given")
  }

  static let nothingToUpdate = UsageError(
    message: "'--update' writes into files, and '-' is none")

  static func reportOnOutput(_ format: String) -> UsageError {
    UsageError(
      message: "'--report' writes to a file; for standard output write --format \(quoted(format))")
  }

  static func overBaseline(_ path: String) -> UsageError {
    UsageError(
      message:
        "a report goes to \(quoted(path)), which is the baseline: what fails now would be known")
  }

  static func samePlace(_ path: String) -> UsageError {
    UsageError(message: "two reports go to \(quoted(path))")
  }

  static func unexpectedOperand(_ word: String, command: String) -> UsageError {
    UsageError(message: "'\(command)' has no use for \(quoted(word))")
  }

  static func unexpectedValue(_ option: String) -> UsageError {
    UsageError(message: "'\(option)' takes no value")
  }

  static func unreadableArguments(_ path: String, _ reason: String) -> UsageError {
    UsageError(
      message: "'@\(VisibleText.escaping(path))' stands for a file of arguments: \(reason)")
  }

  static func unknownCommand(_ name: String, among names: [String]) -> UsageError {
    UsageError(message: "no command is named \(quoted(name))" + suggestion(name, among: names))
  }

  static func unknownOption(_ name: String, among names: [String]) -> UsageError {
    UsageError(message: "no option is named \(quoted(name))" + suggestion(name, among: names))
  }

  static func unknownWord(
    _ word: String, after option: String, among words: [String]
  ) -> UsageError {
    let choices = words.joined(separator: ", ")
    return UsageError(
      message: "\(quoted(word)) after '\(option)' is none of \(choices)"
        + suggestion(word, among: words))
  }

  private static func quoted(_ text: String) -> String { "'\(VisibleText.escaping(text))'" }

  private static func suggestion(_ text: String, among names: [String]) -> String {
    NearestName.of(text, among: names).map { "; did you mean '\($0)'?" } ?? ""
  }
}
