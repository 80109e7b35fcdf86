package io.minewatch.ingest.gateway.disk;

import io.minewatch.ingest.gateway.forward.Tally;
import io.minewatch.ingest.gateway.kept.Counts;
import io.minewatch.ingest.gateway.kept.FileMark;
import io.minewatch.ingest.gateway.kept.Progress;
import io.minewatch.ingest.gateway.span.Spans;
import java.io.IOException;
import java.sql.SQLException;

/** What the queue remembers beside its messages. */
public final class QueueNotes {
  private final Transactions transactions;
  private final StateRows state;
  private final TakenRows taken;

  QueueNotes(Transactions transactions, StateRows state, TakenRows taken) {
    this.transactions = transactions;
    this.state = state;
    this.taken = taken;
  }

  /** Whether the messages of this file are in the queue, or were, and it was not moved yet. */
  public boolean hasTaken(FileMark file) throws IOException {
    return transactions.run(() -> taken.contains(file));
  }

  /** The file is gone from where it lay. */
  public void movedAway(String path) throws IOException {
    transactions.change(() -> taken.remove(path));
  }

  /** What was refused so far. */
  public Counts counts() throws IOException {
    return transactions.run(
        () ->
            new Counts(
                state.number(StateRows.REFUSED_FILES), state.number(StateRows.REFUSED_RECORDS)));
  }

  public void keep(Counts counts) throws IOException {
    transactions.change(
        () -> {
          state.set(StateRows.REFUSED_FILES, counts.refusedFiles());
          state.set(StateRows.REFUSED_RECORDS, counts.refusedRecords());
        });
  }

  /** The progress that was kept last. */
  public Progress progress() throws IOException {
    return transactions.run(
        () ->
            new Progress(
                Spans.parse(state.text(StateRows.CONFIRMED)),
                new Tally(
                    state.number(StateRows.SENT_LIVE),
                    state.number(StateRows.SENT_BACKFILL),
                    state.number(StateRows.SENT_AGAIN))));
  }

  void write(Progress progress) throws SQLException {
    state.set(StateRows.CONFIRMED, progress.confirmed());
    state.set(StateRows.SENT_LIVE, progress.tally().live());
    state.set(StateRows.SENT_BACKFILL, progress.tally().backfill());
    state.set(StateRows.SENT_AGAIN, progress.tally().again());
  }
}
