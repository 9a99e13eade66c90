import Testing

@testable import CommandLineTool

@Suite struct NameMatching {
  @Test(arguments: [
    ("a.csv", "*.csv", true), ("a.csv", "?.csv", true), ("ab.csv", "?.csv", false),
    ("é.csv", "?.csv", true), ("a.csv", "*", true), ("", "*", true), ("a", "", false),
    (".a", "*", false), (".a", ".*", true), ("abcabd", "*ab?", true), ("abcabd", "a*c*d", true),
    ("abc", "a*b", false), ("a*c", "a*c", true), ("[a]", "[a]", true), ("a", "[a]", false),
    ("A", "a", false), ("aaa", "**", true),
  ])
  func followsThePattern(name: String, pattern: String, isMatch: Bool) {
    #expect(FileGlob.matches(name, pattern) == isMatch)
  }

  @Test func takesNoLongerForManyStars() {
    let name = String(repeating: "a", count: 5_000)
    let pattern = String(repeating: "a*", count: 60) + "b"
    #expect(!FileGlob.matches(name, pattern))
  }

  @Test(arguments: [
    ("./a//b/", "a/b"), (".", "."), ("./", "."), ("/", "/"), ("/a/./b", "/a/b"), ("../a", "../a"),
  ])
  func normalizesPaths(path: String, normalized: String) {
    #expect(FilePath.normalized(path) == normalized)
  }

  @Test(arguments: [("a/b", "a"), ("a", "."), ("/a", "/"), (".", "..")])
  func findsTheFolder(path: String, folder: String) {
    #expect(FilePath.folder(of: path) == folder)
  }
}
