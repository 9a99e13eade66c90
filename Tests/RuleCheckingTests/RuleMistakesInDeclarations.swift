/// Whole files.
extension MarkedCase {
  static let declarations = cases(
    """
    record-undated:
      act «a» asserted by buyer {
      about contract
      }

    record-undated:
      act a asserted by buyer {
      about contract
      «dated» optional date
      }

    type-mismatch:
      act a asserted by buyer {
      about contract
      dated «text»
      }

    record-about-nothing:
      act «a» asserted by buyer {
      dated date
      }

    record-without-authority:
      act «a» {
      about contract
      dated date
      }

    unknown-name:
      act a asserted by buyer {
      about «contrat»
      dated date
      }

    unknown-name:
      act a keyed by «cod» asserted by buyer {
      about contract
      dated date
      code text
      }

    unknown-name:
      act a asserted by buyer {
      about contract
      dated date
      x «mony»
      }

    unknown-name:
      act a asserted by buyer {
      about contract
      dated date
      x «bs»
      }

    unknown-unit:
      act a asserted by buyer {
      about contract
      dated date
      x money per «month»
      }

    type-mismatch:
      act a asserted by buyer {
      about contract
      dated date
      x percent «1 to 5»
      }

    supplied-field:
      act a asserted by buyer {
      about contract
      dated date
      «source» text
      }

    declared-twice:
      act a asserted by buyer {
      about contract
      dated date
      x text
      «x» text
      }

    declared-twice:
      act a asserted by buyer {
      about contract
      dated date
      }
      act «a» asserted by buyer {
      about contract
      dated date
      }

    declared-twice:
      act a asserted by buyer {
      about contract
      dated date
      }
      act b plural «as» asserted by buyer {
      about contract
      dated date
      }

    supplied-word:
      act «line» asserted by buyer {
      about contract
      dated date
      }

    supplied-word:
      act a plural «weeks» asserted by buyer {
      about contract
      dated date
      }

    supplied-word:
      act «predecessor» asserted by buyer {
      about contract
      dated date
      }

    not-a-rule:
      «party» buyer "State"

    citation-missing:
      clause «c» {
      }

    declared-twice:
      clause c {
      cites "1"
      }
      clause «c» {
      cites "1"
      }
    """)
}
