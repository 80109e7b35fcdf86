package io.minewatch.domain.finding;

import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Name;
import io.minewatch.domain.reading.PointId;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a finding is about. Its text is {@code kind/id}, and the bare id for a point, which findings
 * were about before there were other kinds.
 */
public record Subject(Kind kind, String id) {
  /** What can be found fault with. */
  public enum Kind {
    POINT,
    ZONE,
    /** A person's card. */
    CARD,
    GATEWAY,
    /** A substation (分站) with all its points. */
    SUBSTATION,
    /** A condition over several points, a monitored item, a pond: what a rule of the mine names. */
    CONDITION,
    MINE
  }

  public Subject {
    Objects.requireNonNull(kind, "kind");
    Name.require("a subject", id);
  }

  public static Subject of(PointId point) {
    return new Subject(Kind.POINT, point.value());
  }

  public static Subject of(ZoneId zone) {
    return new Subject(Kind.ZONE, zone.value());
  }

  public static Subject of(CardId card) {
    return new Subject(Kind.CARD, card.value());
  }

  public static Subject of(GatewayId gateway) {
    return new Subject(Kind.GATEWAY, gateway.value());
  }

  /**
   * Reads the text of a subject.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Subject parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return new Subject(Kind.POINT, text);
    }
    String kind = text.substring(0, slash);
    for (Kind each : Kind.values()) {
      if (each != Kind.POINT && word(each).equals(kind)) {
        return new Subject(each, text.substring(slash + 1));
      }
    }
    throw new IllegalArgumentException("no subject is of the kind '" + kind + "'");
  }

  /** The point, or null when it is about something else. */
  public @Nullable PointId point() {
    return kind == Kind.POINT ? new PointId(id) : null;
  }

  private static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return kind == Kind.POINT ? id : word(kind) + "/" + id;
  }
}
