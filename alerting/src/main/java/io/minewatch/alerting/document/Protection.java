package io.minewatch.alerting.document;

import io.minewatch.domain.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides in what a change lowers the protection of people. Such a change needs a second person;
 * one that only raises it does not. Pure: the same two states give the same answer always.
 */
public final class Protection {
  private Protection() {}

  /**
   * A registry, and the plan that follows from it.
   *
   * @param plan its version and time say nothing here
   */
  public record State(Document document, Plan plan) {}

  /** Each way in which the second state protects less than the first; empty if in none. */
  public static List<Lowering> lowered(State before, State after) {
    List<Lowering> found = new ArrayList<>();
    for (FieldChange change : Diff.between(before.document(), after.document())) {
      lowered(change, found);
    }
    found.addAll(EffectiveLimits.lowered(before.plan(), after.plan()));
    return List.copyOf(found);
  }

  private static void lowered(FieldChange change, List<Lowering> found) {
    Keys.Section section = Keys.section(change.path());
    if (section == null || change.path().size() > 2) {
      Keys.Key key = Keys.of(change.path());
      if (key.weaker().is(change.before(), change.after())) {
        found.add(words(change, section, key, change.before(), change.after()));
      }
    } else if (change.after() == null) {
      if (section.lowersGone()) {
        FieldChange shown = change.masked();
        String id = shown.path().get(1);
        found.add(
            new Lowering(
                shown.where(),
                "删除" + section.chinese() + " " + id,
                section.english() + " " + id + " is taken out"));
      }
    } else if (change.after() instanceof Map<?, ?> row) {
      row.forEach((field, value) -> newRow(change, section, String.valueOf(field), value, found));
    }
  }

  private static void newRow(
      FieldChange change,
      Keys.Section section,
      String field,
      @Nullable Object value,
      List<Lowering> found) {
    Keys.Key key = Keys.of(section, field);
    if (key.weaker().inNewRow(value)) {
      found.add(words(change, section, key, null, value));
    }
  }

  private static Lowering words(
      FieldChange change,
      Keys.@Nullable Section section,
      Keys.Key key,
      @Nullable Object before,
      @Nullable Object after) {
    FieldChange shown = change.masked();
    String row = section == null ? "" : shown.path().get(1);
    return new Lowering(
        shown.where(),
        "%s%s由 %s 改为 %s"
            .formatted(
                section == null ? "" : section.chinese() + " " + row + " 的",
                key.chinese(),
                text(change, before, "无"),
                text(change, after, "无")),
        "%s%s from %s to %s"
            .formatted(
                section == null ? "" : section.english() + " " + row + ": ",
                key.english(),
                text(change, before, "none"),
                text(change, after, "none")));
  }

  /** Of people only what is true or not is told. */
  private static String text(FieldChange change, @Nullable Object value, String none) {
    if (value == null) {
      return none;
    }
    boolean hidden = change.isPersonal() && !(value instanceof Boolean);
    return hidden ? FieldChange.HIDDEN : String.valueOf(value);
  }
}
