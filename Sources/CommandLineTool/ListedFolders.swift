/// The folders that records were looked for in: each is listed once, however many contracts look there.
struct ListedFolders {
  /// A folder with its names, and what was found in it.
  private struct Listing {
    let names: [String]
    var found: [String: [String]] = [:]
  }

  private var listings: [String: Listing] = [:]

  /// So many folders are remembered, and of each what so many patterns fit.
  private static let most = 64

  /// Returns the names in a folder that fit one component of a pattern, in the order of their bytes;
  /// nil where the folder was not listed.
  mutating func names(in folder: String, matching component: String) -> [String]? {
    guard let listing = listings[folder] else { return nil }
    if let known = listing.found[component] { return known }
    let found = FileGlob.names(listing.names, matching: component)
    if listing.found.count == Self.most { listings[folder]?.found.removeAll() }
    listings[folder]?.found[component] = found
    return found
  }

  /// Remembers the names in a folder, which are in the order of their bytes.
  mutating func add(_ folder: String, _ names: [String]) {
    if listings.count == Self.most { listings.removeAll() }
    listings[folder] = Listing(names: names)
  }
}
