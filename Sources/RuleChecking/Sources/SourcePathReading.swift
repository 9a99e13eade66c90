internal import RuleSyntax
internal import SourceText

extension SourcePath {
  private static let slash = UInt8(ascii: "/")
  private static let tilde = UInt8(ascii: "~")

  /// Reads a path as a source writes it; nil where it is none.
  ///
  /// `~1` stands for `/` and `~0` for `~` in a name, as in RFC 6901, section 4.
  init?(_ text: String) {
    self.text = text
    var names = Array(text.utf8).split(separator: Self.slash, omittingEmptySubsequences: false)[...]
    isFromTop = text.utf8.first == Self.slash
    if isFromTop { names = names.dropFirst() }
    if text.isEmpty { names = [] }
    let around = names.prefix { $0.elementsEqual("..".utf8) }
    guard around.isEmpty || !isFromTop else { return nil }
    outward = around.count
    var components: [Component] = []
    for name in names.dropFirst(around.count) {
      guard !name.isEmpty, let component = Component(escaped: name) else { return nil }
      components.append(component)
    }
    self.components = components
  }
}

extension SourcePath.Component {
  fileprivate init?(escaped: ArraySlice<UInt8>) {
    var name: [UInt8] = []
    name.reserveCapacity(escaped.count)
    var isEscaped = false
    for byte in escaped {
      switch byte {
      case UInt8(ascii: "0") where isEscaped: name.append(UInt8(ascii: "~"))
      case UInt8(ascii: "1") where isEscaped: name.append(UInt8(ascii: "/"))
      case _ where isEscaped: return nil
      case UInt8(ascii: "~"):
        isEscaped = true
        continue
      case _: name.append(byte)
      }
      isEscaped = false
    }
    guard !isEscaped else { return nil }
    self.name = name
    let digits = name.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    let isIndex = digits && (name.count == 1 || name.first != UInt8(ascii: "0"))
    index = isIndex ? Int(String(decoding: name, as: UTF8.self)) : nil
  }
}
