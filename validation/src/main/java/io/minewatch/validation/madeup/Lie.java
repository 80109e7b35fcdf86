package io.minewatch.validation.madeup;

import io.minewatch.alerting.reconcile.Factor;
import java.util.EnumSet;
import java.util.Set;

/** How a made-up mine hides a face, and what of the face still shows. */
public enum Lie {
  /** Hides none. */
  NONE(EnumSet.noneOf(Factor.class)),
  /** Only the output is left out of the books. */
  OUTPUT_ALONE(EnumSet.complementOf(EnumSet.of(Factor.OUTPUT, Factor.PUMP_POWER))),
  /** And who works there leaves the card outside and is in no list. */
  AND_PEOPLE(
      EnumSet.of(
          Factor.POWER,
          Factor.HOIST_POWER,
          Factor.AIR,
          Factor.AIR_SPEED,
          Factor.GAS,
          Factor.METHANE,
          Factor.INFLOW,
          Factor.WATER,
          Factor.HAULAGE,
          Factor.EXPLOSIVES)),
  /** And explosives, haulage and water: what is left is power and gas. */
  AND_ROCK(EnumSet.of(Factor.POWER, Factor.GAS, Factor.METHANE)),
  /** As OUTPUT_ALONE, in the shift of the night alone. */
  AT_NIGHT(EnumSet.complementOf(EnumSet.of(Factor.OUTPUT, Factor.PUMP_POWER))),
  /** Nothing of it is in any meter or book but the hoist and the mine's own. */
  BY_METERS(EnumSet.of(Factor.POWER, Factor.HOIST_POWER)),
  /** Nothing shows but people who stand where no plan knows a place. */
  UNPLANNED_PLACE(EnumSet.noneOf(Factor.class));

  private final Set<Factor> shown;

  Lie(Set<Factor> shown) {
    this.shown = shown;
  }

  boolean shows(Factor factor) {
    return shown.contains(factor);
  }
}
