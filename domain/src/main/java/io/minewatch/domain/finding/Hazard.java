package io.minewatch.domain.finding;

import io.minewatch.domain.reading.Measure;
import org.jspecify.annotations.Nullable;

/** What may happen to people: findings of one hazard at one place are likely of one cause. */
public enum Hazard {
  GAS("瓦斯及有害气体"),
  VENTILATION("通风"),
  WATER("水害"),
  SLOPE("边坡"),
  TAILINGS("尾矿库"),
  PEOPLE("人员"),
  POWER("供电"),
  /** We do not know: the feed itself is cut, frozen or implausible. */
  FEED("数据传输"),
  OTHER("其他");

  private final String chinese;

  Hazard(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }

  /** The hazard of a finding, by its check and, where that leaves it open, by its measure. */
  public static Hazard of(Check check, @Nullable Measure measure) {
    return switch (check) {
      case SLOPE -> SLOPE;
      case WATER -> WATER;
      case TAILINGS -> TAILINGS;
      case PEOPLE -> PEOPLE;
      case WARNING -> OTHER;
      case SILENCE, FLAT, PLAUSIBLE, CHATTER -> FEED;
      case INTERLOCK -> measure == null ? VENTILATION : of(measure); // fans, ducts, doors
      case LIMIT, CHANGE, TREND, COMPOUND, REPORTED -> measure == null ? OTHER : of(measure);
    };
  }

  /** The hazard of what a system of the mine's own raised: it may be about anything. */
  static Hazard reported(@Nullable String kind, Subject subject, @Nullable Measure measure) {
    if (OwnAlarm.Kind.DISTRESS.name().equals(kind)) {
      return PEOPLE; // somebody calls, whatever it was told of
    }
    return switch (subject.kind()) {
      case CARD, ZONE -> PEOPLE;
      case GATEWAY, SUBSTATION -> FEED;
      case POINT, CONDITION, MINE -> of(Check.REPORTED, measure);
    };
  }

  private static Hazard of(Measure measure) {
    return switch (measure) {
      case METHANE,
          CARBON_MONOXIDE,
          CARBON_DIOXIDE,
          OXYGEN,
          HYDROGEN,
          HYDROGEN_SULPHIDE,
          SULPHUR_DIOXIDE,
          NITROGEN_DIOXIDE,
          AMMONIA ->
          GAS;
      case TEMPERATURE, AIR_SPEED, PRESSURE, DUST, HUMIDITY -> VENTILATION;
      case WATER_LEVEL, INFLOW, RAINFALL, DRAINAGE -> WATER;
      case DISPLACEMENT -> SLOPE;
      case BEACH_LENGTH, PHREATIC_DEPTH -> TAILINGS;
      case SWITCH -> POWER;
    };
  }
}
