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
    let members = document.members(of: document.root).map { key, value in
      (name: Array(document.text(of: key).utf8), value: value)
    }
    // What is not stated is as good as not there.
    let stated = members.filter { $0.value.kind != .null }
    let kind = stated.first { $0.name.elementsEqual("record".utf8) }
    guard
      let place = place(
        kind: kind.map { document.text(of: $0.value) }, names: stated.map(\.name))
    else { return nil }
    guard let others = all[place].others else { return place }
    let isPlain = members.allSatisfy { name, value in
      name.elementsEqual("record".utf8) || all[place].inputs.contains([name])
        || others.take(value, of: name)
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
