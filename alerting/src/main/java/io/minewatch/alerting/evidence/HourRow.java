package io.minewatch.alerting.evidence;

import io.minewatch.alerting.ledger.Canonical;
import io.minewatch.alerting.root.Compared;
import io.minewatch.domain.feed.KeptRoots;
import io.minewatch.domain.reading.Measure;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a row of the ledger says of an hour: of each measure its root, what was told of it, and what
 * came of comparing both. Immutable.
 */
final class HourRow {
  /** After the name of a measure: what the archive job has told of it. */
  private static final String TOLD = ".told";

  /** After the name of a measure: what came of it, a {@link Compared}. */
  static final String COMPARED = ".compared";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Said NOTHING = new Said(null, null, null);

  private final Map<Measure, Said> measures;

  HourRow(Map<Measure, Said> measures) {
    this.measures = new EnumMap<>(Measure.class);
    measures.forEach(
        (measure, said) -> {
          if (!said.equals(NOTHING)) {
            this.measures.put(measure, said);
          }
        });
  }

  /**
   * What is said of one measure.
   *
   * @param root how many readings and their root, or why there is none; null where none were found
   * @param told null where nothing was told
   * @param compared null where it was not compared
   */
  record Said(@Nullable String root, @Nullable String told, @Nullable Compared compared) {
    /**
     * Whether the store can be held against it later: it tells what was there when it was looked
     * at, be it nothing.
     */
    boolean isGround() {
      boolean known = root == null || !root.startsWith(DataRoots.LEFT_OUT);
      return known && compared != Compared.WAITS && compared != Compared.DIFFERS;
    }

    /** How many readings its root is of. */
    long count() {
      return root == null ? 0 : Long.parseLong(root.substring(0, root.indexOf(' ')));
    }

    Said as(Compared result) {
      return new Said(root, told, result);
    }

    /** Whether its root is of what was written, as far as that can be known for ever. */
    private boolean isGood() {
      return compared == Compared.SAME || compared == Compared.TOLD_AGAIN;
    }

    /** Whether it takes the place of what a row before says of its measure. */
    private boolean replaces(Said before) {
      return compared == Compared.SAME
          || (!before.isGood()
              && (equals(NOTHING) || compared == Compared.WAITS || compared == Compared.DIFFERS));
    }

    /** Whether that it differs is known, of just this, and is no news. */
    private boolean isStill(Said before) {
      return compared == Compared.WAITS && before.equals(as(Compared.DIFFERS));
    }
  }

  /** Reads what {@link #json} wrote. */
  static HourRow of(String content) {
    JsonNode row = JSON.readTree(content);
    Map<Measure, Said> measures = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      String compared = text(row, measure + COMPARED);
      measures.put(
          measure,
          new Said(
              text(row, measure.name()),
              text(row, measure + TOLD),
              compared == null ? null : Compared.valueOf(compared)));
    }
    return new HourRow(measures);
  }

  private static @Nullable String text(JsonNode row, String name) {
    JsonNode text = row.get(name);
    return text == null ? null : text.asString();
  }

  String json() {
    Map<String, String> content = new TreeMap<>();
    measures.forEach(
        (measure, said) -> {
          put(content, measure.name(), said.root());
          put(content, measure + TOLD, said.told());
          Compared compared = said.compared();
          put(content, measure + COMPARED, compared == null ? null : compared.name());
        });
    return Canonical.json(content);
  }

  private static void put(Map<String, String> content, String name, @Nullable String text) {
    if (text != null) {
      content.put(name, text);
    }
  }

  /** Those of which something is said. */
  Set<Measure> measures() {
    return measures.keySet();
  }

  Said of(Measure measure) {
    return measures.getOrDefault(measure, NOTHING);
  }

  /**
   * This row with what a later comparison may change: of each measure for itself. What is the same
   * as was written, or could not be told from it, gives way to what is the same alone: nobody gets
   * a root for what he altered by sending a late reading along. And nothing gives way to what
   * cannot be compared.
   */
  HourRow with(HourRow later) {
    Map<Measure, Said> made = new EnumMap<>(measures);
    Set<Measure> all = EnumSet.noneOf(Measure.class);
    all.addAll(measures.keySet());
    all.addAll(later.measures.keySet());
    for (Measure each : all) {
      if (later.of(each).replaces(of(each))) {
        made.put(each, later.of(each));
      }
    }
    return new HourRow(made);
  }

  /**
   * This row, where what waits is known to differ from the row before, of the very same readings.
   */
  HourRow after(HourRow before) {
    Map<Measure, Said> made = new EnumMap<>(measures);
    made.replaceAll(
        (measure, said) -> said.isStill(before.of(measure)) ? said.as(Compared.DIFFERS) : said);
    return new HourRow(made);
  }

  /** Whether a comparison came to this anywhere. */
  boolean says(Compared result) {
    return measures.values().stream().anyMatch(each -> each.compared() == result);
  }

  /** Whether a comparison of this measure came to this. */
  boolean says(Measure measure, Compared result) {
    return of(measure).compared() == result;
  }

  /** The measures that were told and that nobody compared in time, in one text; null for none. */
  @Nullable String unseen() {
    return those(EnumSet.of(Compared.NOT_SEEN));
  }

  /** The same of an hour that is compared no more: also what waited for a telling in vain. */
  @Nullable String undecided() {
    return those(EnumSet.of(Compared.NOT_SEEN, Compared.WAITS));
  }

  private @Nullable String those(Set<Compared> results) {
    String all =
        measures.entrySet().stream()
            .filter(
                each ->
                    each.getValue().compared() != null
                        && results.contains(each.getValue().compared()))
            .map(each -> each.getKey().name())
            .collect(Collectors.joining(" "));
    return all.isEmpty() ? null : all;
  }

  /** This row, where of these measures something else is to be said now. */
  HourRow saying(Map<Measure, Said> anew) {
    Map<Measure, Said> made = new EnumMap<>(measures);
    made.putAll(anew);
    return new HourRow(made);
  }

  /** Whether nothing is something else than was written, or may be. */
  boolean isSame() {
    return measures.values().stream()
        .map(Said::compared)
        .allMatch(each -> each == null || each == Compared.SAME);
  }

  /** Whether it tells the same of an hour as was told, and nothing that may be mended. */
  boolean isSettled(KeptRoots.Hour hour) {
    return hour.roots().stream().allMatch(each -> text(each).equals(of(each.measure()).told()))
        && measures.values().stream()
            .map(Said::compared)
            .noneMatch(each -> each != null && each.isDoubtful())
        && (!hour.roots().isEmpty()
            || measures.isEmpty()
            || measures.values().stream().anyMatch(each -> each.compared() != null));
  }

  /** What was told of a measure, in one text. */
  static String text(KeptRoots.Root root) {
    return root.count() + " " + root.again() + " " + root.seal();
  }
}
