import RuleChecking
import SourceText

/// What is found in texts that have no mistake.
extension DiagnosticID {
  static let allowUnknown = DiagnosticID("allow-unknown")
  static let allowUnreadable = DiagnosticID("allow-unreadable")
  static let allowUnused = DiagnosticID("allow-unused")
  static let alternativeCovered = DiagnosticID("alternative-covered")
  static let baseNeverUsed = DiagnosticID("base-never-used")
  static let caseRepeated = DiagnosticID("case-repeated")
  static let claimNeverRead = DiagnosticID("claim-never-read")
  static let clauseNeverIncorporated = DiagnosticID("clause-never-incorporated")
  static let clauseWithoutRule = DiagnosticID("clause-without-rule")
  static let comparedWithItself = DiagnosticID("compared-with-itself")
  static let conditionAlwaysHolds = DiagnosticID("condition-always-holds")
  static let conditionImplied = DiagnosticID("condition-implied")
  static let conditionNeverHolds = DiagnosticID("condition-never-holds")
  static let conditionRepeated = DiagnosticID("condition-repeated")
  static let effectOfNothing = DiagnosticID("effect-of-nothing")
  static let exceptionForestalled = DiagnosticID("exception-forestalled")
  static let exceptionNeverDefeats = DiagnosticID("exception-never-defeats")
  static let exceptionOutOfReach = DiagnosticID("exception-out-of-reach")
  static let fieldNeverRead = DiagnosticID("field-never-read")
  static let figureUnmarked = DiagnosticID("figure-unmarked")
  static let recordNeverRead = DiagnosticID("record-never-read")
  static let recordsNeverMatch = DiagnosticID("records-never-match")
  static let ruleNeverApplies = DiagnosticID("rule-never-applies")
  static let ruleNeverFails = DiagnosticID("rule-never-fails")
  static let ruleNeverMet = DiagnosticID("rule-never-met")
  static let saidTwice = DiagnosticID("said-twice")
  static let titleMisleads = DiagnosticID("title-misleads")

  /// The findings that an author may say are meant, those of a check among them.
  static let allowable: [DiagnosticID] = [
    .alternativeCovered,
    .baseNeverUsed,
    .caseRepeated,
    .claimNeverRead,
    .clauseNeverIncorporated,
    .clauseWithoutRule,
    .comparedWithItself,
    .conditionAlwaysHolds,
    .conditionImplied,
    .conditionNeverHolds,
    .conditionRepeated,
    .effectOfNothing,
    .exceptionForestalled,
    .exceptionNeverDefeats,
    .exceptionOutOfReach,
    .fieldNeverRead,
    .figureUnmarked,
    .recordNeverRead,
    .recordsNeverMatch,
    .ruleNeverApplies,
    .ruleNeverFails,
    .ruleNeverMet,
    .saidTwice,
    .titleMisleads,
    .meaningNeverRead, .nothingIncorporated, .unguardedMilestone,
    .exceptionsOverlap,
    .notAnalysedExactly,
    .rulesLeaveGap,
    .rulesOverlap,
    .tableGap,
    .tableOverlap,
    .tableRowNeverApplies,
    .tableRowSubsumed,
  ]
}
