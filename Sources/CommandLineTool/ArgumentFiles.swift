/// Files of arguments, for lists that are too long for a command line.
extension Host {
  /// The most bytes of such a file.
  private static let argumentLimit = 1 << 20

  /// Returns the arguments with the lines of a file in the place of each `@FILE`.
  ///
  /// What stands in a file is taken as it is: a line `@other` is that word. `@@word` is `@word`, and
  /// after `--` nothing stands for a file.
  func expanding(_ arguments: [String]) throws(UsageError) -> [String] {
    var expanded: [String] = []
    for argument in arguments {
      guard argument.utf8.first == UInt8(ascii: "@"), !expanded.contains("--") else {
        expanded.append(argument)
        continue
      }
      let rest = String(argument.dropFirst())
      if rest.utf8.first == UInt8(ascii: "@") {
        expanded.append(rest)
      } else {
        expanded += try lines(ofArgumentsIn: rest)
      }
    }
    return expanded
  }

  private func lines(ofArgumentsIn path: String) throws(UsageError) -> [String] {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try readFile(path, Self.argumentLimit)
    } catch {
      throw .unreadableArguments(path, error.words)
    }
    guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
      throw .unreadableArguments(path, "it is not a text in UTF-8")
    }
    // By bytes, for Swift takes CR LF as one character, and a mark after `#` as part of it.
    return text.utf8.split(separator: UInt8(ascii: "\n"))
      .map { $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0 }
      .filter { !$0.isEmpty && $0.first != UInt8(ascii: "#") }
      .map { String(Substring($0)) }
  }
}
