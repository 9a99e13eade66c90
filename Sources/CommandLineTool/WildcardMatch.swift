extension Array {
  /// Whether all elements, in order, are taken by pieces of a pattern: one each, or any number by one
  /// that takes anything.
  ///
  /// It goes back to the last piece of that kind only, so the steps are at most the product of both
  /// lengths.
  func fits<Piece>(
    _ pieces: [Piece], isAnything: (Piece) -> Bool, takes: (_ piece: Piece, Element) -> Bool
  ) -> Bool {
    var (position, place) = (0, 0)
    var last: (place: Int, position: Int)?
    while position < count {
      if place < pieces.count, isAnything(pieces[place]) {
        last = (place, position)
        place += 1
      } else if place < pieces.count, takes(pieces[place], self[position]) {
        position += 1
        place += 1
      } else if let back = last {
        last = (back.place, back.position + 1)
        (position, place) = (back.position + 1, back.place + 1)
      } else {
        return false
      }
    }
    return pieces[place...].allSatisfy(isAnything)
  }
}
