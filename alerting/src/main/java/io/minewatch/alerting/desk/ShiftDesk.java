package io.minewatch.alerting.desk;

import io.minewatch.alerting.journal.LedgerRows;
import io.minewatch.alerting.journal.LedgerRows.Kind;
import io.minewatch.alerting.journal.ShiftRows;
import io.minewatch.alerting.ledger.Canonical;
import io.minewatch.alerting.ledger.Entry;
import io.minewatch.alerting.shift.Handover;
import io.minewatch.alerting.shift.Handover.Answer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Where a shift is given and taken: the row and its line of the ledger together or neither. */
public final class ShiftDesk {
  /** Before the number of the ledger's row in which it was given. */
  private static final String ID = "s-";

  private final Store store;
  private final ShiftRows rows;
  private final Clock clock;

  public ShiftDesk(Store store, Clock clock) {
    this.store = store;
    this.rows = new ShiftRows(store.database());
    this.clock = clock;
  }

  /** What somebody gives. */
  public record Given(String scope, String giver, String receiver, String notes) {}

  /**
   * Gives a shift.
   *
   * @param mine the code where the scope is a mine's, else empty
   * @param matters what is open, as JSON
   * @throws IllegalArgumentException if a text is too long
   */
  public Answer give(Given asked, String mine, String matters) {
    Instant now = now();
    return store
        .database()
        .write(
            () -> {
              String id = ID + (store.ledger().head().seq() + 1);
              Handover handover =
                  new Handover(
                      id,
                      asked.scope(),
                      asked.giver(),
                      now,
                      asked.receiver(),
                      asked.notes(),
                      null,
                      null);
              Handover last = rows.last(asked.scope());
              Handover.Refusal why = last == null ? null : last.next(handover);
              if (why != null) {
                return new Answer.Refused(why);
              }
              rows.add(handover, matters);
              append(handover, now, mine, asked.giver(), "Given", given(handover, matters));
              return new Answer.Moved(handover);
            });
  }

  /** What the ledger keeps of a handover that is given. */
  private static Map<String, String> given(Handover handover, String matters) {
    return Map.of(
        "scope", handover.scope(),
        "receiver", handover.receiver(),
        "notes", handover.notes(),
        "matters", Canonical.sha256(matters));
  }

  /**
   * What somebody takes.
   *
   * @param by account that takes it
   * @param remarks what that person has to say to it; empty for nothing
   */
  public record Take(String by, String remarks) {}

  /**
   * Somebody takes it; null if there is no such handover.
   *
   * @param matters what is open now, as who takes it has seen it
   */
  public @Nullable Answer take(String id, String mine, Take asked, String matters) {
    return move(
        id,
        mine,
        asked.by(),
        (handover, now) -> {
          Answer answer = handover.take(asked.by(), now, asked.remarks());
          if (answer instanceof Answer.Moved) {
            rows.taken(id, matters);
          }
          return answer;
        },
        matters);
  }

  /** Who gave it calls it back; null if there is no such handover. */
  public @Nullable Answer withdraw(String id, String mine, String by) {
    return move(id, mine, by, (handover, now) -> handover.withdraw(by, now), "");
  }

  private @Nullable Answer move(
      String id,
      String mine,
      String by,
      BiFunction<Handover, Instant, Answer> act,
      String matters) {
    Instant now = now();
    List<Answer> answer =
        store
            .database()
            .write(
                () -> {
                  Handover before = rows.find(id);
                  if (before == null) {
                    return List.of();
                  }
                  Answer made = act.apply(before, now);
                  if (made instanceof Answer.Moved moved) {
                    rows.move(moved.handover());
                    append(
                        moved.handover(),
                        now,
                        mine,
                        by,
                        type(moved.handover()),
                        said(moved, matters));
                  }
                  return List.of(made);
                });
    return answer.isEmpty() ? null : answer.get(0);
  }

  private static String type(Handover handover) {
    return handover.taken() == null ? "Withdrawn" : "Taken";
  }

  private static Map<String, String> said(Answer.Moved moved, String matters) {
    Handover.Taken taken = moved.handover().taken();
    return taken == null
        ? Map.of()
        : Map.of("remarks", taken.remarks(), "matters", Canonical.sha256(matters));
  }

  private void append(
      Handover handover,
      Instant at,
      String mine,
      String by,
      String type,
      Map<String, String> what) {
    store
        .ledger()
        .append(
            List.of(
                new Entry(
                    0,
                    at.toString(),
                    mine,
                    Kind.SHIFT.name(),
                    handover.id(),
                    0,
                    by,
                    type,
                    Canonical.json(what))));
  }

  /** As exact as the rows keep it: the ledger tells the same. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** The rows, to be read. */
  public ShiftRows rows() {
    return rows;
  }

  /**
   * Whether who gave it and when, its scope, whom it was meant for, its notes and what was open are
   * what the ledger says was given. Who took it, with which remarks, is not looked at.
   */
  public boolean isAsGiven(Handover handover) {
    String id = handover.id();
    String said = Canonical.json(given(handover, rows.matters(id)));
    long row = Long.parseLong(id.substring(ID.length()));
    return store.ledger().between(row, row, LedgerRows.Row::entry).stream()
        .anyMatch(
            each ->
                each.subject().equals(id)
                    && each.actor().equals(handover.giver())
                    && when(each).equals(handover.given())
                    && each.content().equals(said));
  }

  /** Rows of before tell it more exactly than the handover does. */
  private static Instant when(Entry entry) {
    return Instant.parse(entry.at()).truncatedTo(ChronoUnit.MILLIS);
  }
}
