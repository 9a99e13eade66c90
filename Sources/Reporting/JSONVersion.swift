/// What the program is and was built by and for, for other programs.
package enum JSONVersion {
  /// Returns the whole JSON text; there is nothing in it that the build did not know for certain.
  package static func rendering(toolVersion: String) -> String {
    JSONValue.object([
      ("name", .string("holdback")),
      ("version", .string(toolVersion)),
      ("swift", .string(swift)),
      ("platform", .string(platform)),
      ("architecture", .string(architecture)),
    ]).text
  }

  /// The version of the compiler, so far as conditions can tell.
  private static var swift: String {
    #if compiler(>=6.4)
      "6.4 or later"
    #elseif compiler(>=6.3)
      "6.3"
    #else
      "6.2"
    #endif
  }

  private static var platform: String {
    #if os(Linux)
      "linux"
    #elseif os(macOS)
      "macos"
    #elseif os(FreeBSD)
      "freebsd"
    #else
      "other"
    #endif
  }

  private static var architecture: String {
    #if arch(x86_64)
      "x86_64"
    #elseif arch(arm64)
      "arm64"
    #elseif arch(riscv64)
      "riscv64"
    #else
      "other"
    #endif
  }
}
