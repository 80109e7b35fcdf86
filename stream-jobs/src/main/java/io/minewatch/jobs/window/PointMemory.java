package io.minewatch.jobs.window;

import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.Quality;
import io.minewatch.judge.tape.Tape;
import io.minewatch.series.note.Statistic;
import io.minewatch.series.store.Lines;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one point. Of its windows two are open: the newest, and one of what comes
 * late. A window is closed by a reading of a later one, or when nothing was added for a while; then
 * it is a piece with a number of its own, and what still comes for it makes another piece.
 */
@SuppressWarnings("EnumOrdinal") // kept for ever, and grows at its end
final class PointMemory {
  private static final Measure[] MEASURES = Measure.values();
  private static final long NEVER = Long.MIN_VALUE;

  /** Whether a reading is later than all before of its point. */
  enum Seen {
    NEW,
    /** The newest once more, unchanged, and kept at the same place. */
    SAME,
    /** One of its time may have been kept before. */
    DOUBTFUL
  }

  /** No measure: kept among the strangers. */
  private static final byte NONE = -1;

  private final String point;

  /** Of its windows. */
  private byte measure = NONE;

  /** Of its newest reading, which may have come before a plan knew the point. */
  private byte newestMeasure = NONE;

  private long newest = NEVER;
  private double newestValue;
  private byte newestQuality;

  /** Begin of the newest window that was closed in its turn; later ones have their first piece. */
  private long closedThrough = NEVER;

  private int pieces;
  private @Nullable Piece open;
  private @Nullable Piece late;

  /**
   * A point of which nothing is known.
   *
   * @param firstPiece where its pieces are numbered from: where the memory was lost, those of
   *     before must not be met
   */
  PointMemory(String point, int firstPiece) {
    this.point = point;
    this.pieces = firstPiece;
  }

  String point() {
    return point;
  }

  long newest() {
    return newest;
  }

  /**
   * Sees a reading.
   *
   * @param of by which it is kept; null where it is kept among the strangers
   */
  Seen see(@Nullable Measure of, double value, Quality quality, long at) {
    byte kept = of == null ? NONE : (byte) of.ordinal();
    if (at > newest) {
      newest = at;
      newestValue = value;
      newestQuality = (byte) quality.ordinal();
      newestMeasure = kept;
      return Seen.NEW;
    }
    boolean same =
        at == newest
            && Double.compare(value, newestValue) == 0
            && quality.ordinal() == newestQuality;
    if (same && of != null && kept != newestMeasure) {
      newestMeasure = kept;
      return Seen.NEW; // what is there already is kept elsewhere
    }
    return same ? Seen.SAME : Seen.DOUBTFUL;
  }

  /** Adds a reading to its window; pieces that this closes are handed on. */
  void add(Measure of, Points.Told told, Consumer<Closed> closed) {
    if (measure != of.ordinal()) {
      closeAll(closed);
      measure = (byte) of.ordinal();
    }
    long window = Statistic.windowOf(told.measured());
    Piece newer = open;
    if (newer != null && window > newer.window()) {
      closeOpen(newer, closed);
      newer = null;
    }
    boolean inItsTurn = newer != null ? window == newer.window() : window > closedThrough;
    Piece piece = inItsTurn ? newer : late;
    if (!inItsTurn && piece != null && piece.window() != window) {
      closed.accept(close(piece, number()));
      piece = null;
    }
    if (piece == null) {
      piece = new Piece(window);
      if (inItsTurn) {
        open = piece;
      } else {
        late = piece;
      }
    }
    piece.add(told.value(), told.quality(), told.measured(), told.received());
  }

  /** Closes what nothing was added to since a time. */
  void closeIdle(long since, Consumer<Closed> closed) {
    Piece newer = open;
    if (newer != null && newer.touched() <= since) {
      closeOpen(newer, closed);
    }
    Piece older = late;
    if (older != null && older.touched() <= since) {
      closed.accept(close(older, number()));
      late = null;
    }
  }

  private void closeAll(Consumer<Closed> closed) {
    closeIdle(Long.MAX_VALUE, closed);
  }

  private void closeOpen(Piece piece, Consumer<Closed> closed) {
    // The first window may have pieces of before our memory.
    closed.accept(close(piece, closedThrough == NEVER ? number() : 0));
    closedThrough = piece.window();
    open = null;
  }

  private Closed close(Piece piece, int number) {
    return new Closed(point, MEASURES[measure], number, piece);
  }

  private int number() {
    pieces = pieces % Lines.PIECES + 1;
    return pieces;
  }

  /** Whether nothing would be lost but what the newest reading said. */
  boolean isIdle() {
    return open == null && late == null;
  }

  PointMemory copy() {
    PointMemory copy = new PointMemory(point, pieces);
    copy.measure = measure;
    copy.newestMeasure = newestMeasure;
    copy.newest = newest;
    copy.newestValue = newestValue;
    copy.newestQuality = newestQuality;
    copy.closedThrough = closedThrough;
    copy.open = open == null ? null : open.copy();
    copy.late = late == null ? null : late.copy();
    return copy;
  }

  static PointMemory play(Tape tape) {
    return new PointMemory(tape.text(""), 0).pass(tape);
  }

  PointMemory record(Tape tape) {
    tape.text(point);
    return pass(tape);
  }

  private PointMemory pass(Tape tape) {
    measure = tape.small(measure);
    newestMeasure = tape.small(newestMeasure);
    newest = tape.whole(newest);
    newestValue = tape.real(newestValue);
    newestQuality = tape.small(newestQuality);
    closedThrough = tape.whole(closedThrough);
    pieces = tape.whole(pieces);
    open = Piece.pass(tape, open);
    late = Piece.pass(tape, late);
    return this;
  }
}
