package io.minewatch.domain.plan;

import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.reading.Name;
import io.minewatch.domain.reading.PointId;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The four levels of each point of a tailings pond, which its designer gives (GB 39496-2020,
 * 5.5.4), and how many points of one colour make their item the next colour.
 *
 * @param subject the pond; a finding is about it, about {@code subject.ITEM}, or about a point
 * @param levels one for each point
 * @param raiseAfter how long a colour must last before it counts
 * @param clearAfter how long it must be over
 */
public record PondRule(
    String id,
    String name,
    String nameEnglish,
    String subject,
    ZoneId zone,
    List<Levels> levels,
    Counts counts,
    Duration raiseAfter,
    Duration clearAfter,
    Source source)
    implements Rule {
  /**
   * The designer's values for one point, in the unit of its measure. Refuses values that lie in the
   * wrong order for the item: a beach that would turn red when it is long.
   */
  public record Levels(
      PointId point, TailingsItem item, double blue, double yellow, double orange, double red) {
    public Levels {
      Objects.requireNonNull(point, "point");
      Objects.requireNonNull(item, "item");
      boolean ordered =
          item.danger().worse(yellow, blue)
              && item.danger().worse(orange, yellow)
              && item.danger().worse(red, orange);
      if (!ordered) {
        throw new IllegalArgumentException(
            item
                + " is dangerous on the "
                + item.danger()
                + " side; blue, yellow, orange, red must go there, were "
                + (blue + ", " + yellow + ", " + orange + ", " + red));
      }
    }
  }

  /** So many of one colour make the next; {@code blueItems} blue items count as one yellow. */
  public record Counts(int blue, int yellow, int orange, int blueItems) {
    public Counts {
      if (blue < 2 || yellow < 2 || orange < 2 || blueItems < 2) {
        throw new IllegalArgumentException(
            "it takes at least 2 to make one, was "
                + (blue + ", " + yellow + ", " + orange + ", " + blueItems));
      }
    }
  }

  public PondRule {
    Name.require("a rule id", id);
    Name.require("a pond", subject);
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(nameEnglish, "nameEnglish");
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(counts, "counts");
    Objects.requireNonNull(source, "source");
    levels = List.copyOf(levels);
    Set<PointId> seen = new HashSet<>();
    if (levels.isEmpty() || levels.stream().anyMatch(level -> !seen.add(level.point()))) {
      throw new IllegalArgumentException("rule " + id + " needs points, each once");
    }
    if (raiseAfter.isNegative() || clearAfter.isNegative()) {
      throw new IllegalArgumentException("rule " + id + ": a delay must not be negative");
    }
  }

  @Override
  public List<PointId> points() {
    return levels.stream().map(Levels::point).toList();
  }
}
