// swift-tools-version: 6.2
import PackageDescription

/// One row per library target in `Sources`: its name, then the only targets it may import.
///
/// The rows are the architecture, in the order data flows; `ArchitectureTests` reads this very table
/// and fails on an import that it does not allow. What each room must never know is in
/// `Sources/README.md`.
let layers: KeyValuePairs<String, [String]> = [
  "SourceText": [],
  "ContractModel": ["SourceText"],
  "RuleSyntax": ["SourceText"],
  "RuleFormatting": ["SourceText", "RuleSyntax"],
  "RuleChecking": ["SourceText", "ContractModel", "RuleSyntax"],
  "RuleAnalysis": ["SourceText", "ContractModel", "RuleSyntax", "RuleChecking"],
  "Records": ["SourceText", "ContractModel"],
  "RuleEvaluation": ["SourceText", "ContractModel", "RuleChecking", "Records"],
  "Settlement": ["SourceText", "ContractModel"],
  "Reporting": ["SourceText", "ContractModel"],
  "ContractCheck": [
    "SourceText", "ContractModel", "RuleSyntax", "RuleChecking", "Records", "RuleEvaluation",
    "Settlement",
  ],
  "RuleTesting": [
    "SourceText", "ContractModel", "RuleSyntax", "RuleChecking", "RuleEvaluation", "ContractCheck",
  ],
  "DecisionHistory": [
    "SourceText", "ContractModel", "RuleSyntax", "RuleChecking", "Records", "RuleEvaluation",
    "Settlement", "ContractCheck",
  ],
  "CommandLineTool": [
    "SourceText", "ContractModel", "RuleFormatting", "RuleAnalysis", "Records", "ContractCheck",
    "RuleTesting", "DecisionHistory", "Reporting",
  ],
]

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
]

let libraries = layers.map { name, imports in
  Target.target(
    name: name, dependencies: imports.map { .init(stringLiteral: $0) },
    swiftSettings: strict)
}

/// What each test target checks, beside what that may import itself, and `TestSupport` where it uses
/// what the test targets share.
let tests: KeyValuePairs<String, [String]> = [
  "ArchitectureTests": [],
  "ContractModelTests": ["SourceText", "ContractModel", "TestSupport"],
  "RuleSyntaxTests": ["SourceText", "RuleSyntax", "TestSupport"],
  "RuleFormattingTests": ["SourceText", "RuleSyntax", "RuleFormatting", "TestSupport"],
  "RecordsTests": ["SourceText", "ContractModel", "Records", "TestSupport"],
  "RuleCheckingTests": [
    "SourceText", "ContractModel", "RuleSyntax", "RuleChecking", "TestSupport",
  ],
  "RuleAnalysisTests": [
    "SourceText", "ContractModel", "RuleSyntax", "RuleChecking", "RuleAnalysis", "ContractCheck",
    "RuleTesting", "TestSupport",
  ],
  "RuleEvaluationTests": [
    "SourceText", "ContractModel", "RuleChecking", "Records", "RuleEvaluation", "TestSupport",
  ],
  "SettlementTests": ["SourceText", "ContractModel", "Settlement", "TestSupport"],
  "ReportingTests": ["SourceText", "ContractModel", "Reporting", "TestSupport"],
  "RuleTestingTests": [
    "SourceText", "ContractModel", "RuleSyntax", "RuleChecking", "ContractCheck", "RuleTesting",
    "TestSupport",
  ],
  "DecisionHistoryTests": [
    "SourceText", "ContractModel", "ContractCheck", "DecisionHistory", "TestSupport",
  ],
  "CommandLineToolTests": [
    "SourceText", "ContractModel", "ContractCheck", "RuleTesting", "Reporting", "CommandLineTool",
    "TestSupport",
  ],
  "EndToEndTests": [
    "SourceText", "ContractModel", "ContractCheck", "Reporting", "holdback", "TestSupport",
  ],
]

let package = Package(
  name: "holdback",
  products: [
    .executable(name: "holdback", targets: ["holdback"]),
    .library(name: "ContractCheck", targets: ["ContractCheck"]),
  ],
  targets: libraries + [
    .executableTarget(
      name: "holdback", dependencies: ["CommandLineTool"], swiftSettings: strict),
    .executableTarget(
      name: "benchmarks", exclude: ["Peers", "peers.sh", "RESULTS.md"], swiftSettings: strict),
    .target(
      name: "TestSupport", dependencies: ["SourceText"], path: "Tests/TestSupport",
      swiftSettings: strict),
  ]
    + tests.map { name, targets in
      Target.testTarget(
        name: name, dependencies: targets.map { .init(stringLiteral: $0) },
        exclude: ["ReportingTests", "EndToEndTests"].contains(name) ? ["Goldens"] : [],
        swiftSettings: strict)
    }
)
