/// The recipes by which the lines of a file are read, each made once.
struct FlatRecipes {
  /// What decides by which recipe a line is read.
  private struct Shape: Hashable {
    let kind: String?
    /// The names of what it states.
    let names: [[UInt8]]
  }

  /// Returns how lines with fields of such names are read, and `record` of such a value.
  private let recipe: (_ kind: String?, _ names: [[UInt8]]) -> FlatRecipe?
  private(set) var all: [FlatRecipe] = []
  /// The places of recipes; nil is none.
  private var places: [Shape: Int?] = [:]

  /// Each recipe takes room for its records; and a file of more shapes is hardly one of records.
  private static let most = 32
  private static let mostShapes = 1024

  init(_ recipe: @escaping (_ kind: String?, _ names: [[UInt8]]) -> FlatRecipe?) {
    self.recipe = recipe
  }

  /// Returns the place of the recipe for a document; nil where it is no plain record.
  mutating func place(of document: JSONDocument) -> Int? {
    guard document.root.kind == .object else { return nil }
    // What takes any further field does not ask for their names.
    if let only = all.first, only.others == nil { return 0 }
    var kind: String?
    var stated: [(name: [UInt8], value: JSONNode)] = []
    for (key, value) in document.members(of: document.root) where value.kind != .null {
      stated.append((Array(document.text(of: key).utf8), value))
      if stated[stated.count - 1].name.elementsEqual("record".utf8) {
        kind = document.text(of: value)
      }
    }
    guard let place = place(kind: kind, names: stated.map(\.name)) else { return nil }
    guard let others = all[place].others else { return place }
    let isPlain = stated.allSatisfy { name, value in
      name.elementsEqual("record".utf8) || all[place].inputs.contains([name])
        || others.contains(name) && value.kind == .string
    }
    return isPlain ? place : nil
  }

  mutating func place(kind: String?, names: [[UInt8]]) -> Int? {
    let shape = Shape(kind: kind, names: names)
    if let known = places[shape] { return known }
    if places.count == Self.mostShapes { places.removeAll() }
    let place = recipe(kind, names).flatMap { add($0) }
    places.updateValue(place, forKey: shape)
    return place
  }

  private mutating func add(_ recipe: FlatRecipe) -> Int? {
    // Lines of another order of the same fields are read together with those before.
    if let known = all.firstIndex(where: { $0.kind == recipe.kind && $0.inputs == recipe.inputs }) {
      return known
    }
    guard all.count < Self.most else { return nil }
    all.append(recipe)
    return all.count - 1
  }
}
