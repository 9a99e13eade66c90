/// An engine that holds records, by the SQL it speaks.
package enum SQLDialect: String, CaseIterable, Hashable, Sendable {
  case duckdb
  case postgresql
  case spark
}
