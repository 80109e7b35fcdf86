package io.minewatch.jobs.window;

import io.minewatch.domain.reading.Measure;
import io.minewatch.judge.tape.Tape;
import io.minewatch.series.note.Statistic;
import java.util.Objects;

/** A piece of a window to which nothing is added any more; it is written under its number. */
@SuppressWarnings("EnumOrdinal") // kept for ever, and grows at its end
public final class Closed {
  private static final Measure[] MEASURES = Measure.values();

  private final String point;
  private final Measure measure;
  private final int number;
  private final Piece piece;

  /** The last checkpoint that was begun before it was closed: a later one holds it. */
  private long after;

  Closed(String point, Measure measure, int number, Piece piece) {
    this.point = point;
    this.measure = measure;
    this.number = number;
    this.piece = piece;
  }

  public String point() {
    return point;
  }

  public Measure measure() {
    return measure;
  }

  /** Which of the pieces of its window it is. */
  public int number() {
    return number;
  }

  /** What it says. */
  public Statistic statistic() {
    return piece.statistic();
  }

  void after(long checkpoint) {
    after = checkpoint;
  }

  long after() {
    return after;
  }

  Closed record(Tape tape) {
    tape.text(point);
    tape.small((byte) measure.ordinal());
    tape.whole(number);
    tape.whole(after);
    Piece.pass(tape, piece);
    return this;
  }

  static Closed play(Tape tape) {
    String point = tape.text("");
    Measure measure = MEASURES[tape.small((byte) 0)];
    int number = tape.whole(0);
    long after = tape.whole(0L);
    Piece piece = Objects.requireNonNull(Piece.pass(tape, null), "a closed piece is there");
    Closed closed = new Closed(point, measure, number, piece);
    closed.after = after;
    return closed;
  }
}
