package io.minewatch.alerting.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an auditor asks of every row that took two people, or put something aside. */
final class TwoPeopleReading {
  private TwoPeopleReading() {}

  /** Checks a row by the rows before it. */
  static void check(String seed, List<Event> before, Event row) {
    Event last = before.get(before.size() - 1);
    if (last instanceof Event.FindingNoted noted
        && noted.finding().kind() != FindingKind.CLEARED
        && isFirst(before, noted.finding())
        && shelf(before) != null) {
      assertThat(row)
          .as(seed + ": something new ends a shelving")
          .isInstanceOf(Event.Unshelved.class);
    }
    if (row instanceof Event.Closed end
        && (end.how() == Closing.FORCED || end.how() == Closing.HARMLESS)) {
      wanted(seed, before, end.at(), String.valueOf(end.first()), end.by());
    } else if (row instanceof Event.Revoked e) {
      wanted(seed, before, e.at(), e.first(), e.by());
    } else if (row instanceof Event.Shelved e) {
      shelved(seed, before, e);
    } else if (row instanceof Event.Acknowledged) {
      assertThat(calls(before)).as(seed + ": acknowledges what was called").isTrue();
    } else if (row instanceof Event.Escalated e) {
      assertThat(shelf(before)).as(seed + ": nobody is called for what is aside").isNull();
      assertThat(e.missed().what()).as(seed).isNotEqualTo(Due.What.RETURN);
    }
  }

  private static void shelved(String seed, List<Event> before, Event.Shelved e) {
    assertThat(e.shelf().until())
        .as(seed)
        .isAfter(e.at())
        .isBeforeOrEqualTo(e.at().plus(Duration.ofHours(8)).plus(Chains.MINUTE));
    assertThat(e.shelf().reason()).isNotBlank();
    String second = e.shelf().second();
    if (worst(before) == Severity.RED) {
      assertThat(second).as(seed + ": red needs two people").isNotNull();
    }
    if (second != null) {
      wanted(seed, before, e.at(), e.shelf().by(), second);
    }
  }

  /** Somebody else proposed it, not too long ago, and nothing got worse since. */
  private static void wanted(
      String seed, List<Event> before, Instant at, String first, String second) {
    assertThat(second).as(seed).isNotEqualTo(first);
    for (int i = before.size() - 1; i >= 0; i--) {
      Event row = before.get(i);
      assertThat(
              row instanceof Event.FindingNoted noted
                  && Set.of(FindingKind.OPENED, FindingKind.RAISED, FindingKind.BLIND)
                      .contains(noted.finding().kind()))
          .as(seed + ": it got worse after the proposal")
          .isFalse();
      if (row instanceof Event.Proposed proposed) {
        assertThat(proposed.by()).as(seed).isEqualTo(first);
        assertThat(proposed.at().plus(Chains.RULES.confirmWithin())).isAfterOrEqualTo(at);
        return;
      }
    }
    throw new AssertionError(seed + ": nobody proposed it");
  }

  private static boolean isFirst(List<Event> rows, Finding fact) {
    return rows.subList(0, rows.size() - 1).stream()
        .noneMatch(
            row -> row instanceof Event.FindingNoted e && e.finding().id().equals(fact.id()));
  }

  private static Severity worst(List<Event> rows) {
    Severity worst = Severity.BLUE;
    for (Event row : rows) {
      Severity told =
          row instanceof Event.Warned e
              ? e.severity()
              : row instanceof Event.Worsened e ? e.severity() : worst;
      worst = told.compareTo(worst) > 0 ? told : worst;
    }
    return worst;
  }

  /** Whether a call waits for an answer. */
  private static boolean calls(List<Event> rows) {
    boolean calls = false;
    for (Event row : rows) {
      if (row instanceof Event.Warned || row instanceof Event.Lapsed) {
        calls = true;
      } else if (row instanceof Event.Worsened e && e.due().what() == Due.What.CALL) {
        calls = true;
      } else if (row instanceof Event.Acknowledged || row instanceof Event.Ordered) {
        calls = false;
      }
    }
    return calls;
  }

  private static @Nullable Shelf shelf(List<Event> rows) {
    Shelf shelf = null;
    for (Event row : rows) {
      if (row instanceof Event.Shelved e) {
        shelf = e.shelf();
      } else if (!(row instanceof Event.FindingNoted)
          && !(row instanceof Event.HeadCounted)
          && !(row instanceof Event.ReadingsRestored)
          && !(row instanceof Event.Called)
          && !(row instanceof Event.CardMarked)
          && !(row instanceof Event.Proposed)) {
        shelf = null;
      }
    }
    return shelf;
  }
}
