package io.minewatch.ingest.gateway.disk;

import io.minewatch.ingest.gateway.forward.Tally;
import io.minewatch.ingest.gateway.kept.Entry;
import io.minewatch.ingest.gateway.kept.FileMark;
import io.minewatch.ingest.gateway.kept.Progress;
import io.minewatch.ingest.gateway.kept.Session;
import io.minewatch.ingest.gateway.kept.Stored;
import io.minewatch.ingest.gateway.kept.Young;
import io.minewatch.ingest.gateway.message.Site;
import io.minewatch.ingest.gateway.span.Span;
import io.minewatch.ingest.gateway.span.Spans;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Messages on disk, numbered from 0 without a gap within the session. What {@link #append} returned
 * for is there after {@code kill -9} and after a loss of power, as far as the disk keeps its word.
 *
 * <p>Bounded: when the payloads reach the limit, messages are given up (what the broker has
 * confirmed first, oldest first), noted by sequence and time in the same transaction, and told to
 * the caller. To be used by one thread.
 */
public final class DiskQueue implements AutoCloseable {
  private final Connection connection;
  private final Transactions transactions;
  private final StateRows state;
  private final TakenRows taken;
  private final GivenUpRows givenUp;
  private final MessageRows rows;
  private final QueueNotes notes;
  private final long limitBytes;
  private Stock stock;
  private final String uncounted;
  private String session;
  private MessageRows.Numbered end;

  private DiskQueue(Connection connection, long limitBytes) throws SQLException {
    this.connection = connection;
    this.limitBytes = limitBytes;
    transactions = new Transactions(connection);
    state = new StateRows(connection);
    taken = new TakenRows(connection);
    givenUp = new GivenUpRows(connection, state);
    rows = new MessageRows(connection);
    notes = new QueueNotes(transactions, state, taken);
    stock = Stock.count(rows);
    session = state.text(StateRows.SESSION);
    uncounted = state.text(StateRows.UNCOUNTED);
    end = state.numbered();
  }

  /**
   * Opens the queue and goes on with its session, or makes a new one.
   *
   * @param newSession the session to begin if there is none
   * @throws IOException if another process has it, or it belongs to another gateway
   */
  public static DiskQueue open(Path folder, long limitBytes, Site site, String newSession)
      throws IOException {
    Connection connection = QueueFile.open(folder);
    try {
      DiskQueue queue = new DiskQueue(connection, limitBytes);
      queue.begin(folder, site, newSession);
      return queue;
    } catch (SQLException | IOException e) {
      try {
        connection.close();
      } catch (SQLException second) {
        e.addSuppressed(second);
      }
      throw e instanceof SQLException sql ? Transactions.failed(sql) : (IOException) e;
    }
  }

  private void begin(Path folder, Site site, String newSession) throws SQLException, IOException {
    String owner = state.text(StateRows.MINE) + "/" + state.text(StateRows.GATEWAY);
    if (!session.isEmpty() && !owner.equals(site.toString())) {
      throw new IOException("the queue in " + folder + " belongs to " + owner + ", not to " + site);
    }
    transactions.change(
        () -> {
          if (session.isEmpty()) {
            state.set(StateRows.MINE, site.mine());
            state.set(StateRows.GATEWAY, site.gateway());
            state.set(StateRows.SESSION, newSession);
          }
          state.set(StateRows.CLOSED_WELL, "no");
        });
    session = session.isEmpty() ? newSession : session;
  }

  /**
   * Writes messages, all or none, and returns when they are safe. Their sequences are the numbers
   * from {@link #next} before the call on.
   *
   * @param marks files that these messages come from
   * @param confirmed what the broker has had, which is given up first if there is no room
   * @return what was given up to make room
   * @throws IOException if nothing was written
   */
  public Spans append(List<Entry> entries, List<FileMark> marks, Spans confirmed)
      throws IOException {
    long added = entries.stream().mapToLong(Entry::bytes).sum();
    MessageRows.Numbered after = end.with(entries);
    List<MessageRows.Small> victims =
        transactions.run(
            () -> {
              List<MessageRows.Small> out =
                  stock.victims(stock.bytes() + added - limitBytes, confirmed);
              rows.delete(givenUp.add(out));
              rows.insert(end, entries);
              for (FileMark mark : marks) {
                taken.add(mark);
              }
              state.set(after);
              return out;
            });
    Spans lost = stock.remove(victims);
    for (int i = 0; i < entries.size(); i++) {
      stock.add(end.next() + i, entries.get(i).bytes());
    }
    end = after;
    return lost;
  }

  /**
   * The message with this sequence. Null if it cannot be read as it was written: it is given up
   * then, which the caller has to note.
   */
  public @Nullable Stored read(long sequence) throws IOException {
    List<MessageRows.Small> damaged = new ArrayList<>();
    List<Stored> found =
        transactions.run(
            () -> {
              Stored stored = rows.read(sequence);
              if (stored != null) {
                return List.of(session.equals(uncounted) ? stored.withoutCount() : stored);
              }
              rows.scan(new Span(sequence, sequence), damaged::add);
              rows.delete(givenUp.add(damaged));
              return List.of();
            });
    stock.remove(damaged);
    return found.isEmpty() ? null : found.get(0);
  }

  /** Deletes messages that nobody needs any more, and keeps the progress. */
  public void forget(Spans spans, Progress progress) throws IOException {
    List<MessageRows.Small> gone = new ArrayList<>();
    transactions.change(
        () -> {
          for (Span run : spans.list()) {
            rows.scan(run, gone::add);
          }
          rows.delete(spans);
          notes.write(progress);
        });
    stock.remove(gone);
  }

  /**
   * Begins a new session with what is there, numbered anew from 0: our disk has gone back in time.
   */
  public void beginSession(String newSession) throws IOException {
    end =
        transactions.run(
            () -> {
              MessageRows.Numbered numbered = rows.renumber();
              givenUp.clear();
              state.set(StateRows.SESSION, newSession);
              state.set(numbered);
              state.set(StateRows.GIVEN_UP, 0);
              notes.write(new Progress(new Spans(), Tally.ZERO));
              return numbered;
            });
    session = newSession;
    stock = transactions.run(() -> Stock.count(rows));
  }

  /** How the queue stands now. */
  public Session session() throws IOException {
    return transactions.run(
        () -> {
          List<MessageRows.Small> oldest = new ArrayList<>();
          long lowest = stock.held().isEmpty() ? end.next() : stock.held().first();
          rows.scan(new Span(lowest, lowest), oldest::add);
          return new Session(
              session,
              end.next(),
              stock.held().count(),
              stock.bytes(),
              oldest.isEmpty() ? null : Instant.ofEpochMilli(oldest.get(0).since()),
              lowest,
              state.number(StateRows.GIVEN_UP),
              givenUp.newest());
        });
  }

  public String sessionId() {
    return session;
  }

  /** The sequence that the next message will get. */
  public long next() {
    return end.next();
  }

  /** What is on disk; a copy. */
  public Spans held() {
    return stock.held().copy();
  }

  /** The messages that did not come in before the cut, wherever they stand; the last first. */
  public List<Young> youngerThan(Instant cut) throws IOException {
    return transactions.run(() -> rows.newest(cut.toEpochMilli()));
  }

  public QueueNotes notes() {
    return notes;
  }

  /** Lets go of the file as a crash would. */
  public void abandon() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("the queue on disk does not close", e);
    }
  }

  /** Closes the file in good order. */
  @Override
  public void close() throws IOException {
    transactions.change(() -> state.set(StateRows.CLOSED_WELL, "yes"));
    try {
      rows.close();
    } catch (SQLException e) {
      throw Transactions.failed(e);
    } finally {
      abandon();
    }
  }
}
