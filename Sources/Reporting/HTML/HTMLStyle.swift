/// How the page looks: on a screen by day and by night, on a narrow one, and on paper.
enum HTMLStyle {
  static let sheet: Markup = "\(colours)\(page)\(tables)\(charts)\(findings)\(narrow)\(paper)"

  /// One colour for each meaning; the words beside it say the same.
  private static let colours: Markup = """
    :root {
      --paper: #ffffff; --wash: #f5f6f8; --ink: #1b1f24; --soft: #56606b; --line: #d7dce1;
      --good: #17693f; --bad: #a8201f; --doubt: #865300; --taken: #275a95; --quiet: #5b6570;
      --link: #1d4f86;
    }
    @media screen and (prefers-color-scheme: dark) {
      :root {
        --paper: #14171b; --wash: #1c2127; --ink: #e7eaed; --soft: #a5afba; --line: #363d45;
        --good: #74cf9d; --bad: #ff938b; --doubt: #e6b655; --taken: #8cbaf3; --quiet: #a5afba;
        --link: #9cc4f5;
      }
    }
    .good { color: var(--good); }
    .bad { color: var(--bad); }
    .doubt { color: var(--doubt); }
    .taken { color: var(--taken); }
    .quiet { color: var(--quiet); }

    """

  private static let page: Markup = """
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; }
    body {
      margin: 0 auto; padding: 3rem 1.5rem 4rem; max-width: 66rem;
      background: var(--paper); color: var(--ink);
      font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
      font-variant-numeric: tabular-nums lining-nums;
      overflow-wrap: anywhere;
    }
    h1, h2, h3, h4, p, ul, dl, dd, figure { margin: 0; }
    h1, h2 {
      font-family: Charter, "Bitstream Charter", "Sitka Text", Cambria, Georgia, serif;
      font-weight: 600; letter-spacing: -.01em; line-height: 1.2;
    }
    h1 { font-size: 2.5rem; }
    h2 { font-size: 1.75rem; }
    h3 { margin: 2.5rem 0 .75rem; font-size: 1.0625rem; line-height: 1.3; }
    a { color: var(--link); text-decoration: underline; }
    a:hover { text-decoration: none; }
    :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
    .skip { position: absolute; left: -100rem; padding: .5rem 1rem; background: var(--paper); }
    .skip:focus { left: 1rem; top: 1rem; }
    small, .fine { font-size: .8125rem; color: var(--soft); }
    .fine { margin-top: .75rem; max-width: 44rem; }
    .none { color: var(--soft); }
    .place, code, pre { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; }
    .place { font-size: .8125rem; color: var(--soft); }
    .eyebrow {
      margin-bottom: .5rem; font-size: .75rem; font-weight: 600; letter-spacing: .09em;
      text-transform: uppercase; color: var(--soft);
    }
    .masthead { padding-bottom: 1.25rem; border-bottom: 2px solid var(--ink); }
    .dateline { margin-top: .5rem; color: var(--soft); }
    .contents { padding: .75rem 0; border-bottom: 1px solid var(--line); font-size: .875rem; }
    .contents ul { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; padding: 0; list-style: none; }
    .contents a { display: inline-block; padding: .2rem 0; }
    .banner { margin-top: 2rem; padding: 1.25rem 1.5rem; border: 2px solid currentColor; background: var(--wash); }
    .banner h2 { font-size: 1.375rem; }
    .banner p, .banner li { color: var(--ink); }
    .banner p { margin: .5rem 0; }
    .banner ul { padding-left: 1.25rem; }
    .note { margin-top: 1rem; padding: .5rem 1rem; border-left: 4px solid var(--doubt); background: var(--wash); }
    main > section, .contract { margin-top: 3.5rem; }
    .tiles { display: flex; flex-wrap: wrap; gap: .75rem; padding: 0; list-style: none; }
    .tiles li { min-width: 8rem; padding: .75rem 1rem; border: 1px solid var(--line); border-top: 4px solid currentColor; }
    .tiles .count { display: block; font-size: 1.75rem; font-weight: 600; line-height: 1.1; color: var(--ink); }
    .tiles .word { font-size: .875rem; font-weight: 600; }
    .badge {
      display: inline-block; padding: .05rem .6rem; border: 1px solid currentColor; border-radius: 1rem;
      font-size: .8125rem; font-weight: 600; line-height: 1.5; white-space: nowrap;
    }
    .contract { padding-top: 2.5rem; border-top: 2px solid var(--ink); }
    .contract-head, .finding-head { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .25rem 1.5rem; }
    .contract-head { align-items: flex-start; }
    .contract-head .badge { font-size: 1rem; padding: .2rem .9rem; }
    .supplier { display: block; margin-top: .2rem; font: 400 1.125rem/1.3 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; letter-spacing: 0; color: var(--soft); }
    .lede { margin-top: 1rem; font-size: 1.25rem; line-height: 1.4; }
    .about { margin-top: .5rem; max-width: 44rem; color: var(--soft); }
    .facts { display: flex; flex-wrap: wrap; gap: .5rem 2rem; margin-top: 1.25rem; font-size: .875rem; }
    .facts dt { font-size: .75rem; color: var(--soft); }
    .back { margin-top: 2rem; font-size: .875rem; }
    .diagnostics { padding: 0; list-style: none; }
    .diagnostics li { margin-bottom: 1rem; }
    footer { margin-top: 3.5rem; padding-top: 1.5rem; border-top: 2px solid var(--ink); }
    footer p { margin-top: .75rem; max-width: 44rem; }

    """

  private static let tables: Markup = """
    table { width: 100%; border-collapse: collapse; font-size: .875rem; line-height: 1.45; }
    table + table { margin-top: 2rem; }
    caption { padding-bottom: .5rem; text-align: left; font-size: .8125rem; color: var(--soft); }
    th, td { padding: .55rem 0 .55rem 1.25rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
    th:first-child, td:first-child { padding-left: 0; }
    thead th { padding-top: .25rem; padding-bottom: .35rem; font-size: .75rem; font-weight: 400; color: var(--soft); vertical-align: bottom; border-bottom: 1px solid var(--ink); overflow-wrap: normal; }
    tbody th { font-weight: 600; }
    tbody th small { display: block; font-weight: 400; }
    td small { display: block; }
    .figure { text-align: right; }
    .amount, .day { white-space: nowrap; }
    abbr { text-decoration: none; }
    .figure abbr { margin-right: -.45em; }
    .whole th, .whole td { border-top: 1px solid var(--ink); }
    .line { display: block; padding-left: 1.25rem; font-weight: 400; }
    .ledger th, .ledger td { height: 36px; padding-top: 0; padding-bottom: 0; vertical-align: middle; }
    .ledger th { font-weight: 400; overflow-wrap: normal; }
    .ledger .good td, .ledger .good th { font-weight: 600; }
    .ledger tr:last-child > * { border-bottom: 1px solid var(--ink); }
    .ledger td { color: var(--ink); }
    .ledger .good td { color: var(--good); }
    .paid { margin: 1.25rem 0 0 auto; width: 41%; }
    .stack.inputs tbody th { width: auto; font-weight: 400; }
    .inputs code { font-size: .75rem; }
    .stack tbody th { width: 22%; }
    .split .stack tbody th { width: auto; }
    .met th, .met td { padding-top: .35rem; padding-bottom: .35rem; }

    """

  private static let charts: Markup = """
    .split { display: grid; grid-template-columns: minmax(0, 1.35fr) minmax(0, 1fr); gap: 1rem 3rem; align-items: end; }
    .chart { display: block; width: calc(100% - 6rem); margin-left: 6rem; overflow: visible; font-size: .8125rem; }
    .chart text { fill: var(--ink); }
    .chart .label { text-anchor: end; transform: translateX(-.75rem); }
    .chart rect, .chart circle { fill: currentColor; stroke: currentColor; }
    .chart .ink { color: var(--soft); }
    .sliver { stroke: currentColor; stroke-width: 2; }
    .connector { stroke: var(--soft); stroke-dasharray: 2 3; }
    .grid, .track { stroke: var(--line); }
    .timeline { width: calc(100% - 9.5rem); margin: .5rem 0 0 9.5rem; }
    .legend { margin-bottom: 1.5rem; max-width: none; }
    .timeline .earlier { fill: var(--paper); stroke-width: 2; }
    .chart .tick { fill: var(--soft); font-size: .75rem; transform: translateX(.25rem); }
    .timeline line.now { stroke: var(--ink); stroke-width: 2; }
    .timeline text.now { font-weight: 600; text-anchor: start; transform: translateX(-1px); }
    .timeline text.end { text-anchor: end; transform: translateX(1px); }
    .progress { width: calc(100% - 10rem); }
    .progress .gap { fill: none; stroke: var(--bad); stroke-dasharray: 4 3; }
    .chart .value { font-weight: 600; transform: translateX(.4rem); }

    """

  private static let findings: Markup = """
    .finding { margin-top: 1.25rem; padding: 1rem 1.25rem 1.25rem; border: 1px solid var(--line); border-left: 4px solid currentColor; }
    .finding > * { color: var(--ink); }
    .finding h4 { font-size: 1rem; }
    .finding h4 .rule { font-weight: 400; }
    .finding .section { font-size: .875rem; color: var(--soft); }
    .finding .message { margin-top: .6rem; }
    .finding .about { font-size: .875rem; color: var(--soft); }
    .finding .about, .finding > .place { margin-top: .6rem; }
    .evidence { margin-top: .75rem; font-size: .875rem; }
    .evidence div { display: grid; grid-template-columns: 7rem minmax(0, 1fr); gap: 0 1rem; padding: .2rem 0; }
    .evidence dt { color: var(--soft); }
    .evidence .value { display: inline-block; margin-right: 1.25rem; }
    .source { margin-top: .9rem; }
    pre { margin: .25rem 0 0; padding: .75rem 1rem; background: var(--wash); font-size: .8125rem; line-height: 1.5; white-space: pre-wrap; }

    """

  private static let narrow: Markup = """
    @media screen and (max-width: 56rem) {
      .split { grid-template-columns: minmax(0, 1fr); }
    }
    @media screen and (max-width: 54rem) {
      body { padding: 1.5rem 1rem 3rem; }
      h1 { font-size: 2rem; }
      h2 { font-size: 1.5rem; }
      .chart, .progress { width: 100%; margin-left: 0; }
      .progress { width: calc(100% - 4rem); }
      .chart .label { text-anchor: start; transform: translateY(-1rem); font-size: .75rem; }
      .paid { width: 100%; }
      .tiles li { flex: 1 1 40%; }
      .stack, .stack tbody, .stack tr, .stack th, .stack td { display: block; }
      .stack caption { display: block; }
      .stack thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0 0 0 0); white-space: nowrap; }
      .stack tr { padding: .6rem 0; border-bottom: 1px solid var(--line); }
      .stack tbody th { width: auto; }
      .stack th, .stack td { padding: .1rem 0; border: 0; }
      .stack td { display: flex; justify-content: space-between; gap: 1rem; }
      .stack td.none { display: none; }
      .stack td::before { content: attr(data-label); flex: none; color: var(--soft); }
      .stack td > div { text-align: right; }
      .line { padding-left: 0; }
      .evidence div { grid-template-columns: minmax(0, 1fr); }
      .finding { padding: .75rem 1rem 1rem; }
    }

    """

  private static let paper: Markup = """
    @page { margin: 16mm 15mm 18mm; @bottom-right { content: counter(page); font: 8pt sans-serif; } }
    @media print {
      html { font-size: 11.5px; }
      body { max-width: none; padding: 0; }
      * { -webkit-print-color-adjust: exact; }
      .skip, .contents, .back { display: none; }
      a { color: inherit; text-decoration: none; }
      h2, h3, h4, caption { break-after: avoid; page-break-after: avoid; }
      tr, figure, .finding-head, .tiles li, .banner, .evidence div { break-inside: avoid; page-break-inside: avoid; }
      .finding { break-inside: avoid; page-break-inside: avoid; }
      thead { display: table-header-group; break-after: avoid; page-break-after: avoid; }
      tbody tr:first-child { break-before: avoid; page-break-before: avoid; }
      main > section { margin-top: 2.25rem; }
      h3 { margin-top: 1.3rem; margin-bottom: .5rem; }
      .legend { margin-bottom: .75rem; }
      th, td { padding-top: .35rem; padding-bottom: .35rem; }
      table + table { margin-top: 1rem; }
      .lede, .facts { margin-top: .75rem; }
      .contract { margin-top: 0; padding-top: 0; border-top: 0; break-before: page; page-break-before: always; }
      #diagnostics { break-before: page; page-break-before: always; }
    }
    """
}
