import ContractModel

/// One exact line of an invoice while it is settled in brief.
struct BriefLine {
  let part: Int32
  let invoice: Int32
  /// -1 for none.
  let billed: Int32
  /// The milestone that is billed, or whose deliverable is; -1 for none.
  let milestone: Int32
  private(set) var left: Int64
  /// What the movements of its money speak for.
  private(set) var grounds: Grounds = []
  /// What was invoiced, and where it went so far.
  private(set) var sums: BriefSums

  /// The most lines that a contract may have here: no sum of them can overflow.
  static let mostLines = 1_000

  init(part: Int32, invoice: Int32, billed: Int32, milestone: Int32, invoiced: Int64) {
    self.part = part
    self.invoice = invoice
    self.billed = billed
    self.milestone = milestone
    left = invoiced
    sums = BriefSums(invoiced: invoiced)
  }

  /// Moves money for findings that speak for some grounds, of which those count that the bucket bears
  /// out.
  mutating func move(_ amount: Int64, to bucket: Bucket, _ given: Grounds) {
    guard amount != 0 else { return }
    left -= amount
    grounds.formUnion(given.intersection(Grounds(of: bucket)))
    sums[bucket] += amount
  }

  /// Withholds money for a reason of its own.
  mutating func move(_ amount: Int64, to bucket: Bucket, because reason: Grounds) {
    move(amount, to: bucket, [])
    if amount != 0 { grounds.formUnion(reason) }
  }

  mutating func pay() { move(left, to: .pay, []) }

  /// Whether all of what was invoiced is in one bucket or another, and nothing below zero.
  var isBalanced: Bool { left == 0 && sums.areBalanced }
}

/// What an effect asks of the lines it touches.
struct BriefClaim {
  let stage: TakingStage
  let subject: Int32
  let finding: Int32
  let ground: Int32
  let certain: Int64
  /// `.max` is all there is.
  let ceiling: Int64
  let isProvisional: Bool

  init(stage: TakingStage, effect: BriefEffect) {
    self.stage = stage
    subject = effect.subject
    finding = effect.finding
    ground = effect.ground
    ceiling = effect.amount ?? .max
    certain = effect.isProvisional ? 0 : ceiling
    isProvisional = effect.isProvisional
  }
}

/// Several claims on one line, where only the largest stands.
struct BriefContest {
  private(set) var certain: Int64 = 0
  private(set) var doubtful: Int64 = 0
  /// What all of them speak for, and those that are doubtful.
  private(set) var grounds: Grounds = []
  private(set) var doubtfulGrounds: Grounds = []

  mutating func enter(_ amount: Int64, isDoubt: Bool, _ given: Grounds) {
    guard amount > 0 else { return }
    grounds.formUnion(given)
    if isDoubt {
      doubtful = max(doubtful, amount)
      doubtfulGrounds.formUnion(given)
    } else {
      certain = max(certain, amount)
    }
  }
}

/// What all claims of one ground for one part take together: the larger of them, once.
struct BriefTaking {
  let subject: Int32
  /// The place of the ground in the order in which grounds take money.
  let order: Int32
  private(set) var certain: Int64
  private(set) var ceiling: Int64
  private(set) var given: Grounds

  init(_ claim: BriefClaim, order: Int32, _ given: Grounds) {
    subject = claim.subject
    self.order = order
    certain = claim.certain
    ceiling = claim.ceiling
    self.given = given
  }

  func isSame(as other: BriefTaking) -> Bool { subject == other.subject && order == other.order }

  mutating func join(_ other: BriefTaking) {
    certain = max(certain, other.certain)
    ceiling = max(ceiling, other.ceiling)
    given.formUnion(other.given)
  }

  /// The narrowest parts take first, so that a wide one finds what is left.
  func precedes(_ other: BriefTaking, kinds: [UInt8], parents: [Int32]) -> Bool {
    let (breadth, otherBreadth) = (
      Self.breadth(kinds[Int(subject)]), Self.breadth(kinds[Int(other.subject)])
    )
    if breadth != otherBreadth { return breadth < otherBreadth }
    if order != other.order { return order < other.order }
    // Deliverables stand in the text after what they lie in.
    let (parent, otherParent) = (parents[Int(subject)], parents[Int(other.subject)])
    return (parent, subject) < (otherParent, other.subject)
  }

  private static func breadth(_ kind: UInt8) -> Int {
    switch Int(kind) {
    case SubjectKind.line.place: 0
    case SubjectKind.deliverable.place: 1
    case SubjectKind.milestone.place: 2
    case SubjectKind.invoice.place: 3
    default: 4
    }
  }
}
