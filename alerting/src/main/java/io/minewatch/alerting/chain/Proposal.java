package io.minewatch.alerting.chain;

import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.withdrawal.OrderId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one person wants and a second must confirm. Voided by everything that changes what it was
 * made for; a newer proposal replaces an older one.
 *
 * @param at wall time; it may be confirmed for a time that a rule pack says
 * @param version of the incident that holds it: who confirms must have seen this one
 * @param reason in the words of the person; of a false alarm, the evidence
 * @param until when a shelving would end, null for everything else
 * @param order the order to be revoked, null for everything else
 */
public record Proposal(
    What what,
    String by,
    Instant at,
    long version,
    String reason,
    @Nullable Instant until,
    @Nullable OrderId order) {
  /** What needs two people. */
  public enum What {
    SHELVE("搁置"),
    HARMLESS("判定为误报"),
    FORCE_CLOSE("强制关闭"),
    REVOKE("撤销撤人令");

    private final String chinese;

    What(String chinese) {
      this.chinese = chinese;
    }

    public String chinese() {
      return chinese;
    }
  }

  public Proposal {
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(at, "at");
    if ((what == What.SHELVE) != (until != null) || (what == What.REVOKE) != (order != null)) {
      throw new IllegalArgumentException("a proposal to " + what + " needs its end or its order");
    }
  }

  /** Whether a fact changes what was proposed about: whatever is worse than it was. */
  static boolean isVoidedBy(FindingKind kind) {
    return switch (kind) {
      case OPENED, RAISED, BLIND -> true;
      case LOWERED, SEEN, CLEARED -> false;
    };
  }
}
