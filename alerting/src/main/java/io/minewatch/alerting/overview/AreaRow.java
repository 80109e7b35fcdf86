package io.minewatch.alerting.overview;

/**
 * An area, or a mine, in a few numbers.
 *
 * @param code of the area or mine; empty for all together
 * @param name of the mine; empty for an area
 * @param incidents that are open, drills apart
 */
public record AreaRow(
    String code, Kind kind, String name, String nameEnglish, Known known, MineNow.Open incidents) {
  /** What a row is about. */
  public enum Kind {
    AREA,
    MINE
  }

  /**
   * What is known. What is not known of a mine is in none of the sums: it is counted as a mine of
   * which it is not known.
   *
   * @param mines how many
   * @param notHeard of these, those whose judging is not heard
   * @param peopleUnknown of these, those of which nobody knows how many are underground
   * @param points expected at the mines that are heard
   * @param missing messages that have not come
   * @param underground people, where it is known
   */
  public record Known(
      int mines,
      int notHeard,
      int peopleUnknown,
      long points,
      long heard,
      long dark,
      long blind,
      long missing,
      long underground) {
    static final Known NOTHING = new Known(0, 0, 0, 0, 0, 0, 0, 0, 0);
    static final Known SILENT_MINE = new Known(1, 1, 1, 0, 0, 0, 0, 0, 0);

    Known and(Known other) {
      return new Known(
          mines + other.mines,
          notHeard + other.notHeard,
          peopleUnknown + other.peopleUnknown,
          points + other.points,
          heard + other.heard,
          dark + other.dark,
          blind + other.blind,
          missing + other.missing,
          underground + other.underground);
    }
  }

  static AreaRow empty() {
    return new AreaRow("", Kind.AREA, "", "", Known.NOTHING, MineNow.Open.NONE);
  }

  /** Both together, called as this one is. */
  AreaRow and(AreaRow other) {
    return new AreaRow(
        code, kind, name, nameEnglish, known.and(other.known), incidents.and(other.incidents));
  }
}
