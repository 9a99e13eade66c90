/// What one effect of a rule asks of a part of a plain contract.
package struct BriefEffect: Sendable {
  package let verb: EffectVerb
  package let subject: Int32
  /// The finding that it belongs to, by number; those of one finding follow one another.
  package let finding: Int32
  /// In minor units, never below zero; nil is all there is.
  package let amount: Int64?
  /// Whether it only holds what an undecided rule could take.
  package let isProvisional: Bool
  /// Two effects of one ground for one part count once.
  package let ground: Int32

  package init(
    verb: EffectVerb, subject: Int32, finding: Int32, amount: Int64?, isProvisional: Bool,
    ground: Int32
  ) {
    self.verb = verb
    self.subject = subject
    self.finding = finding
    self.amount = amount
    self.isProvisional = isProvisional
    self.ground = ground
  }
}
