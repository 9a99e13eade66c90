/// The fields that a record of any kind may have, besides its kind and its subject.
package enum HeadField: String, CaseIterable, Hashable, Sendable {
  case by
  case dated
  case recorded
  case source
  case phrase
  case illustrative
  case id
}
