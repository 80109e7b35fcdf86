package io.minewatch.alerting.clue;

/**
 * What a clue rests on. Refuses what names nothing.
 *
 * @param ref the id of what is pointed at; empty for words alone
 * @param words what it shows, in the words of who added it
 */
public record ClueEvidence(Kind kind, String ref, String words) {
  /** Characters of one text, reference or words. */
  public static final int MOST_TEXT = 2_000;

  /** What is pointed at. */
  public enum Kind {
    /** A finding, by its id. */
    FINDING,
    /** An outage of the four-line index, by the id of its finding. */
    FOUR_LINE,
    /** Readings told twice, differently: gateway and point. */
    REWRITE,
    /** An exercise and what was measured of it, by its id. */
    DRILL,
    /** An incident, by its id. */
    INCIDENT,
    /** A change of a mine's registry, by its id. */
    CHANGE,
    /** A sign of work behind the electronic seal: its kind, point and shift. */
    SEAL,
    /** A pair of a mine's books that disagrees, or people where no plan knows a place. */
    BOOKS,
    /** Words alone: a report, a telephone call, a picture somewhere else. */
    TEXT
  }

  public ClueEvidence {
    boolean bare = ref.isBlank() && (kind != Kind.TEXT || words.isBlank());
    if (bare || ref.length() > MOST_TEXT || words.length() > MOST_TEXT) {
      throw new IllegalArgumentException(
          "evidence points at something or says something, in at most "
              + MOST_TEXT
              + " characters");
    }
  }

  /** Whether both point at the same thing, whatever is said of it. */
  public boolean isSame(ClueEvidence other) {
    return bare().equals(other.bare());
  }

  /** Equal of all that point at the same thing, whatever is said of it. */
  public ClueEvidence bare() {
    return kind == Kind.TEXT ? this : new ClueEvidence(kind, ref, "");
  }
}
