package io.minewatch.alerting.document;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that differs between two documents.
 *
 * @param path from the section to the field; a row of a list is named by its id
 * @param before null if it was not there
 * @param after null if it is no longer there
 */
public record FieldChange(List<String> path, @Nullable Object before, @Nullable Object after) {
  /** The section that holds personal data. */
  static final String PEOPLE = "people";

  static final String LEADERS = "leaders";

  static final String HIDDEN = "***";

  /** How much of a card number or name of a row may be read by strangers. */
  private static final int LAST_SHOWN = 2;

  public FieldChange {
    path = List.copyOf(path);
  }

  /** Whether it tells of a person; shifts name their leaders. */
  public boolean isPersonal() {
    return path.get(0).equals(PEOPLE) || path.get(0).equals(LEADERS);
  }

  /** The same without what only the mine's own staff may read. */
  public FieldChange masked() {
    if (!isPersonal()) {
      return this;
    }
    List<String> hidden = new ArrayList<>(path);
    if (hidden.size() > 1 && hidden.get(0).equals(PEOPLE)) {
      hidden.set(1, masked(hidden.get(1)));
    }
    return new FieldChange(hidden, before == null ? null : HIDDEN, after == null ? null : HIDDEN);
  }

  /** A name of a person's row of which strangers may read the end. */
  static String masked(String id) {
    return HIDDEN + id.substring(Math.max(0, id.length() - LAST_SHOWN));
  }

  /** The path as one text. */
  public String where() {
    return String.join("/", path);
  }
}
