/// A text or a number of a line, which the next line has at the same place; or one of two words, which it
/// has there again.
struct FlatLeaf {
  let value: JSONNode
  /// The input that it is; nil for one that nobody reads.
  let input: Int?

  /// Values that lie deeper are not looked for.
  private static let deepest = 16

  /// Returns those of a document in the order of its text; nil where one is not what the recipe takes
  /// there, or may be something else in the next line.
  static func all(of document: JSONDocument, for recipe: FlatRecipe) -> [FlatLeaf]? {
    var leaves: [FlatLeaf] = []
    let isTaken = add(document.root, at: [], of: document, for: recipe, to: &leaves)
    return isTaken ? leaves : nil
  }

  /// Adds those of a value; its path is nil within an array, of which nothing is read.
  private static func add(
    _ value: JSONNode, at path: [[UInt8]]?, depth: Int = 0, of document: JSONDocument,
    for recipe: FlatRecipe, to leaves: inout [FlatLeaf]
  ) -> Bool {
    let input = path.flatMap { path in recipe.inputs.firstIndex { $0 == path } }
    // Of a record as the language has it all is known.
    if let others = recipe.others, depth > 0, input == nil, let name = path?.first {
      // The kind of a line decides its recipe, and so is part of the text.
      if name.elementsEqual("record".utf8) { return true }
      guard others.take(value, of: name) else { return false }
    }
    switch value.kind {
    case .string, .number: leaves.append(FlatLeaf(value: value, input: input))
    case .yes, .no: if input != nil { leaves.append(FlatLeaf(value: value, input: input)) }
    // Of an input that is null nothing is stated.
    case .null: break
    case .array:
      guard input == nil, depth < deepest else { return false }
      for element in document.elements(of: value) {
        guard
          add(element, at: nil, depth: depth + 1, of: document, for: recipe, to: &leaves)
        else { return false }
      }
    case .object:
      guard input == nil, depth < deepest else { return false }
      for (key, member) in document.members(of: value) {
        let inner = path.map { $0 + [Array(document.text(of: key).utf8)] }
        guard
          add(member, at: inner, depth: depth + 1, of: document, for: recipe, to: &leaves)
        else { return false }
      }
    }
    return true
  }
}
