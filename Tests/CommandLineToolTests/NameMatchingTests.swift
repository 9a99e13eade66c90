import Testing

@testable import CommandLineTool

@Suite struct NameMatching {
  @Test(arguments: [
    ("a.csv", "*.csv", true), ("a.csv", "?.csv", true), ("ab.csv", "?.csv", false),
    ("é.csv", "?.csv", true), ("a.csv", "*", true), ("", "*", true), ("a", "", false),
    (".a", "*", false), (".a", ".*", true), ("abcabd", "*ab?", true), ("abcabd", "a*c*d", true),
    ("abc", "a*b", false), ("a*c", "a*c", true), ("[a]", "[a]", true), ("a", "[a]", false),
    ("A", "a", false), ("aaa", "**", true), ("a.CSV", "*.csv", true), ("a.csv", "*.Csv", true),
    ("A.csv", "a*.csv", false), ("a.B.csv", "a.B*", true), ("a.b.csv", "a.B*", true),
    ("a.CSV", "a.c?v", true),
  ])
  func followsThePattern(name: String, pattern: String, isMatch: Bool) {
    #expect(FileGlob.matches(name, pattern) == isMatch)
  }

  /// Names are looked for where they can stand only, which finds all that fit.
  @Test(arguments: [
    "*", "a*", "*a", "a*a", "?", "a?", "?a", "ab*b", "b*", "é*", "*é", ".*", "a-*.csv", "*.csv",
    "z*",
    "**", "a?*", "a.c*", "*.CSV", "a.C?V", "a.*",
  ])
  func findsAllThatFit(pattern: String) {
    let names = [
      "", ".a", "a", "a-", "a-.csv", "a-1.csv", "a-2.csv", "a.csv", "aa", "ab", "abb", "b", "ba",
      "b.csv", "b.CSV", "a.CSV", "a.b.Csv", "z", "é", "éa", "aé",
    ].sortedByBytes
    #expect(
      FileGlob.names(names, matching: pattern)
        == names.filter { FileGlob.matches($0, pattern) })
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
