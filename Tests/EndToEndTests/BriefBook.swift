/// The source that reads the documents of a portfolio.
extension BriefWorld {
  static let source = """
    source book "Contracts, one on each line" {
      reads json-lines
      contract from "id" from "title" {
        as-of from "day"
        party buyer    "State"
        party supplier from "vendor"
        party verifier "Verifier"
        value   from "value" in USD 0.01
        ceiling from "ceiling" in USD 0.01 when "capped" is "yes"
        paid    from "paid" in USD 0.01
        register fault complete through from "register"
        incorporates works {
          rate  from "terms/rate" in USD 0.01 per calendar day
          most  from "terms/most" in 0.01%
          floor from "terms/floor" in 1%
          quiet from "terms/quiet" in 1 calendar day
        }
        each "milestones" {
          milestone from "id" from "name" {
            due    from "due"
            amount from "cents" in USD 0.01
            acceptance when "done" is given {
              dated    from "done"
              asserted by buyer
              result from "outcome"
                | outcome | result   |
                | "ok"    | accepted |
                | any     | rejected |
            }
            boast when "claimed" is given {
              dated    from "/day"
              asserted by supplier
              progress from "claimed" in 1%
            }
            each optional "parts" {
              deliverable from "id" when "kind" is not "none"
            }
          }
        }
        each optional "functions" {
          deliverable from "id" from "name" {
            milestone from "milestone"
          }
        }
        each optional "bills" {
          invoice from "id" {
            received from "received"
            each "lines" {
              line from "id" {
                for    milestone from "for"
                amount from "cents" in USD 0.01
              }
            }
          }
        }
        each optional "runs" {
          run when "void" is not given {
            about    from "function"
            dated    from "at" as date
            asserted by verifier
            check    from "check"
            result   from "result"
            took     from "ms" in 1
            until    from "until"
          }
        }
        each optional "faults" {
          fault {
            about    from "function"
            dated    from "at"
            recorded from "filed"
            asserted by verifier
            number   from "number"
            severity from "severity"
            state    from "state"
          }
        }
        each optional "counts" {
          count-of-work {
            about    from "milestone"
            dated    from "at"
            asserted by verifier
            progress from "share" in 0.5%
          }
        }
        each optional "charges" {
          charge {
            about    from "milestone"
            dated    from "at"
            asserted by buyer
            costs    from "cents" in USD 0.01
          }
        }
        each optional "reviews" {
          review {
            about       from "line"
            dated       from "at"
            asserted by buyer
            unsupported from "cents" in USD 0.01
          }
        }
        each optional "signs" {
          sign-off when "by" is "state" or "board" {
            about  from "/id"
            dated  from "at"
            asserted by buyer
            result from "result"
          }
        }
      }
    }

    """
}
