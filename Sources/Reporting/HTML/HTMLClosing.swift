internal import ContractModel

/// What stands after the contracts: problems with the input, what was read, and how to take it all.
struct HTMLClosing {
  let totals: ReportTotals

  var markup: Markup {
    """
    <section id="diagnostics" aria-labelledby="diagnostics-head">
    <h2 id="diagnostics-head">Problems with the input</h2>
    \(diagnostics)</section>
    <section id="inputs" aria-labelledby="inputs-head">
    <h2 id="inputs-head">What was read</h2>
    \(inputs)</section>
    </main>
    <footer id="method">
    <h2>Method</h2>
    <p><strong>This is a recommendation: a person decides.</strong></p>
    <p>Each rule was held against the records on file as of \(totals.head.asOf.text). What the records do not
    settle is never taken as met: its money is held, and the finding says what is missing. An amount known
    only within bounds keeps its bounds. Every invoiced amount goes to exactly one place, and the parts add
    up to the whole.</p>
    <p class="fine">holdback \(totals.head.toolVersion)</p>
    </footer>
    </body>
    </html>

    """
  }

  private var diagnostics: Markup {
    guard !totals.diagnostics.isEmpty else { return "<p>None.</p>\n" }
    let items = totals.diagnostics.map { diagnostic -> Markup in
      let tone: Tone = diagnostic.isError ? .bad : .doubt
      let notes = diagnostic.notes.map { note -> Markup in
        "<li>\(note.message), \(place(note.place))</li>"
      }
      let list: Markup? = notes.isEmpty ? nil : "\n<ul>\(notes)</ul>"
      let help: Markup? = diagnostic.help.map { "<br>\n<span class=\"help\">help: \($0)</span>" }
      return """
        <li><span class="badge \(tone.rawValue)">\(diagnostic.level.rawValue)</span> <bdi>\(diagnostic.message)</bdi> \
        <span class="place">[\(diagnostic.id)]</span>\(diagnostic.place.map { place in "<br>\n\(self.place(place))" as Markup })\
        \(help)\(list)</li>

        """
    }
    return "<ul class=\"diagnostics\">\n\(items)</ul>\n"
  }

  private func place(_ place: ReportedPlace) -> Markup {
    "<span class=\"place\">\(place.text)</span>"
  }

  private var inputs: Markup {
    guard !totals.inputs.isEmpty else { return "<p>No file is listed.</p>\n" }
    let columns: [Markup.Column] = [.text("File"), .text("Role"), .text("SHA-256 of its bytes")]
    let rows = totals.inputs.map { input -> Markup in
      """
      <tr><th scope="row"><span class="place">\(input.path)</span></th>\(columns[1].cell("\(input.role.rawValue)"))\
      \(columns[2].cell("<code>\(input.sha256)</code>"))</tr>

      """
    }
    return .table("Every file that was read", columns, rows, style: "stack inputs")
  }
}
