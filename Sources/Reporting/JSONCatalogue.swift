internal import ContractModel
internal import SourceText

/// What rules offer, for other programs; the shape is versioned.
package enum JSONCatalogue {
  /// The version of the shape; it changes only when a reader of the old one would break.
  package static let version = 1

  /// Returns the whole JSON text, the same for the same rules.
  package static func rendering(_ report: CatalogueReport) -> String {
    let files = report.files
    return JSONValue.object([
      ("version", .number(version)),
      ("records", .array(report.catalogue.kinds.map { $0.json(in: files) })),
      ("clauses", .array(report.catalogue.clauses.map { $0.json(in: files) })),
      ("diagnostics", .array(report.diagnostics.map { $0.json(in: files) })),
    ]).text
  }
}

extension RuleCatalogue.Entry {
  /// What every entry has, with what only some have in between.
  fileprivate func json(
    in files: SourceFiles, with members: [(name: String, value: JSONValue)]
  ) -> JSONValue {
    .object(
      [("name", .string(name))] + members
        + [("documentation", .text(documentation)), ("at", range.json(in: files))])
  }
}

extension RuleCatalogue.Kind {
  fileprivate func json(in files: SourceFiles) -> JSONValue {
    let fields = fields.map { field in
      JSONValue.object([
        ("name", .string(field.name)), ("type", .string(field.type)),
        ("optional", .bool(field.isOptional)),
      ])
    }
    return entry.json(
      in: files,
      with: [
        ("nature", .string(nature)), ("plural", .string(plural)), ("about", .texts(about)),
        ("assertedBy", .texts(asserters)), ("keyedBy", .texts(keys)), ("fields", .array(fields)),
      ])
  }
}

extension RuleCatalogue.Clause {
  fileprivate func json(in files: SourceFiles) -> JSONValue {
    let rules = rules.filter { $0.target == nil }
    let exceptions = self.rules.filter { $0.target != nil }
    return entry.json(
      in: files,
      with: [
        ("title", .text(title)), ("section", .text(section)),
        ("terms", .array(terms.map { $0.json(in: files) })),
        ("rules", .array(rules.map { $0.json(in: files) })),
        ("exceptions", .array(exceptions.map { $0.json(in: files) })),
      ])
  }
}

extension RuleCatalogue.Term {
  fileprivate func json(in files: SourceFiles) -> JSONValue {
    entry.json(
      in: files,
      with: [
        ("type", .string(type)), ("allowed", .text(allowed)), ("default", .text(standard)),
      ])
  }
}

extension RuleCatalogue.Rule {
  fileprivate func json(in files: SourceFiles) -> JSONValue {
    let target = target.map { [("to", JSONValue.string($0))] } ?? []
    return entry.json(
      in: files, with: target + [("for", .text(subject)), ("section", .text(section))])
  }
}
