internal import ContractModel

extension JSONSchema {
  /// One element of the report's list of contracts.
  package static var contract: JSONSchema {
    contractObject.titled(
      "Contract in the report of holdback check", defining: definitionsOfContract)
  }

  static var contractObject: JSONSchema {
    let head = [
      Property(
        "shard", "Only in a report of a part of a run: what puts the parts together.",
        object(
          placeInRun + [
            Property("known", "Whether the earlier report had all that stands against it.", yesNo),
            Property(
              "illustrative", "Where money went that rests on a figure that is made up.",
              list(of: oneOf(Bucket.self))),
          ]), isRequired: false),
      Property("id", "The name of the contract in its file.", text),
      Property("title", "Its title.", text),
      Property("supplier", "The name of the party that is paid.", text.orNull),
      Property(
        "asOf", "The day as of which it was decided, where its document states one; else null.",
        day.orNull),
      Property("decision", "What is recommended for the contract as a whole.", decision),
      Property(
        "currency", "The code of its currency; null where it states no amount.",
        pattern("[A-Z]{3}").orNull),
      Property(
        "illustrative", "Whether what was invoiced rests on a figure that is made up.", yesNo),
      Property("blocked", "The unpaid balance that a suspension blocks.", amount.orNull),
      Property(
        "amounts", "Where the money goes; null without a currency.", defined("amounts").orNull),
    ]
    let parts = [
      Property("milestones", "Its milestones.", list(of: defined("milestone"))),
      Property("invoices", "Its invoices on file.", list(of: defined("invoice"))),
      Property("owed", "What is owed beside the invoices.", list(of: object(owed))),
      Property("notices", "What a party is to be told.", list(of: object(notices))),
      Property("waivers", "The waivers on file.", list(of: object(waivers))),
      Property("findings", "What each rule came to.", list(of: defined("finding"))),
    ]
    return object(head + paidToDate + parts)
  }

  /// What a contract refers to.
  static var definitionsOfContract: [(name: String, schema: JSONSchema)] {
    [
      ("milestone", milestone), ("invoice", invoice), ("line", line), ("movement", movement),
      ("amounts", object(amounts)), ("finding", finding), ("effect", effect), ("place", place),
      ("record", record),
    ]
  }

  /// Where in the whole run something stands.
  static var placeInRun: [Property] {
    [
      Property(
        "file", "Which file of contracts or documents, in the order of the run, from 0.", count),
      Property(
        "contract",
        "Where in the file: which contract, in the order of their ids, from 0; of documents a number "
          + "that grows.", count),
    ]
  }

  private static var amountsOfPart: Property {
    Property("amounts", "Where its money goes; null without a currency.", defined("amounts").orNull)
  }

  private static var milestone: JSONSchema {
    object([
      Property("id", "Its name in the contract.", text),
      Property("title", "Its title.", text.orNull),
      Property("due", "When it is due.", days.orNull),
      Property("decision", "What is recommended for it.", decision),
      amountsOfPart,
    ])
  }

  private static var invoice: JSONSchema {
    let head = [
      Property("id", "Its name in the contract.", text),
      Property("received", "When it was received.", days.orNull),
      Property("payBy", "The day by which rules want it paid.", days.orNull),
      Property("decision", "What is recommended for it.", decision),
      amountsOfPart,
    ]
    return object(
      head + paidToDate + [Property("lines", "Its lines.", list(of: defined("line")))])
  }

  private static var line: JSONSchema {
    object([
      Property("id", "Its name in the invoice.", text),
      Property("for", "The part of the contract that it bills.", text.orNull),
      amountsOfPart,
      Property(
        "movements", "What moved its money, in the order of the stages.",
        list(of: defined("movement"))),
    ])
  }

  private static var movement: JSONSchema {
    object([
      Property("bucket", "Where the money went.", oneOf(Bucket.self)),
      Property("amount", "How much.", amount.orNull),
      Property("rule", "The rule that moved it; null where none did.", text.orNull),
      Property("clause", "The clause of the rule.", text.orNull),
      Property("section", "The section that the rule cites.", text.orNull),
      Property("reason", "Why.", oneOf(ReasonCode.self).orNull),
      Property("records", "The records that it rests on.", list(of: defined("record"))),
      Property("alsoCited", "Other rules that hold the same money.", list(of: text)),
    ])
  }

  private static var owed: [Property] {
    [
      Property("subject", "The path of the part of the contract.", text),
      Property("amount", "How much; null where it is not known.", amount.orNull),
      Property("as", "What for, as interest.", text.orNull),
    ] + citation
  }

  private static var notices: [Property] {
    [
      Property("subject", "The path of the part of the contract.", text),
      Property("party", "The role of the party to be told.", text.orNull),
      Property("of", "What of.", text.orNull),
      Property("by", "By when.", days.orNull),
    ] + citation
  }

  private static var citation: [Property] {
    [
      Property("rule", "The rule that says so.", text),
      Property("clause", "The clause of the rule.", text),
      Property("section", "The section that the rule cites.", text.orNull),
    ]
  }

  private static var waivers: [Property] {
    [
      Property("name", "Its name.", text),
      Property("rule", "The rule that it waives.", text),
      Property("subject", "The path of the part of the contract.", text),
      Property("from", "The first day on which it counts.", day),
      Property("through", "The last day on which it counts.", day),
      Property("approvedBy", "Who approved it.", text),
      Property("reason", "Why.", text),
      Property("used", "Whether it made a difference.", yesNo),
    ]
  }
}
