package io.minewatch.alerting.document;

import java.util.List;
import java.util.stream.Stream;

/** What the fields and sections of a registry are called, for whoever shows one. */
public final class FieldNames {
  private FieldNames() {}

  /**
   * One name.
   *
   * @param path of the section, of the field, or of a field of its rows, with a star for the row
   */
  public record FieldName(String path, String chinese, String english) {}

  /** All of them: sections first, then fields. */
  public static List<FieldName> all() {
    return Stream.concat(
            Keys.SECTIONS.stream()
                .map(each -> new FieldName(each.name(), each.chinese(), each.english())),
            Keys.ALL.stream()
                .map(each -> new FieldName(each.path(), each.chinese(), each.english())))
        .toList();
  }
}
