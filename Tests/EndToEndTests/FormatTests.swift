import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// `holdback format` on files of a disk.
@Suite struct Formatting {
  private static let odd = "contract a {\nvalue USD 1\n}\n"
  private static let even = "contract a {\n  value USD 1\n}\n"

  @Test func filesAreReplacedAndKeepWhatMayBeDoneWithThem() async throws {
    let folder = try TemporaryFolder(["a.contract": Self.odd, "b/b.rules": Self.even])
    try #require(unsafe chmod(folder.path("a.contract"), 0o640) == 0)
    let run = try await Program.run(["format", "."], in: folder)
    #expect(run.status == 0 && run.text == "a.contract\n", "\(run.errors)")
    #expect(try folder.text("a.contract") == Self.even)
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.path("a.contract"))
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path("."))
    #expect(names.sorted() == ["a.contract", "b"])
  }

  @Test func theDifferenceIsOneThatPatchTakes() async throws {
    let folder = try TemporaryFolder(["a.contract": "\n" + Self.odd + "\n// end"])
    let patch = try #require(
      ["/usr/bin/patch", "/usr/bin/git"].first {
        FileManager.default.isExecutableFile(atPath: $0)
      })
    let tool = patch.hasSuffix("git") ? "git apply -p0 --unidiff-zero" : "patch -s -p0"
    let run = try await Program.shell(
      """
      cd '\(folder.path("."))' && "$HOLDBACK" format --diff . > a.diff; \(tool) < a.diff \
      && "$HOLDBACK" format --check .
      """)
    #expect(run.status == 0, "\(run.errors)\(run.text)")
    #expect(try folder.text("a.contract") == Self.even + "\n// end\n")
  }

  @Test func standardInputIsLaidOut() async throws {
    let run = try await Program.shell(
      #"printf 'contract a {\nvalue  USD 1 }' | "$HOLDBACK" format -"#)
    #expect(run.status == 0 && run.text == Self.even, "\(run.errors)")
    let broken = try await Program.shell(#"printf 'a = {\n' | "$HOLDBACK" format -"#)
    #expect(broken.status == 2 && broken.text == "a = {\n", "\(broken.errors)")
  }

  @Test func aFileThatCannotBeReadOrWrittenIsLeftAlone() async throws {
    if getuid() == 0 {
      print("skipped: to the superuser every file is readable and writable")
      return
    }
    for (mode, status) in [(mode_t(0o444), 74), (0o000, 2)] {
      let folder = try TemporaryFolder(["a.contract": Self.odd])
      try #require(unsafe chmod(folder.path("a.contract"), mode) == 0)
      let run = try await Program.run(["format", "."], in: folder)
      #expect(run.status == Int32(status) && run.errors.contains("permission denied"))
      try #require(unsafe chmod(folder.path("a.contract"), 0o600) == 0)
      #expect(try folder.text("a.contract") == Self.odd)
    }
  }

  @Test func aFolderThatIsFullOrLockedLeavesTheFile() async throws {
    let folder = try TemporaryFolder(["a.contract": Self.odd])
    // No file may grow: as on a disk that is full.
    let run = try await Program.shell(
      "cd '\(folder.path("."))' && (ulimit -f 0; \"$HOLDBACK\" format . --quiet)")
    #expect(run.status == 74, "\(run.errors)")
    #expect(try folder.text("a.contract") == Self.odd)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path(".")) == ["a.contract"])
  }
}
