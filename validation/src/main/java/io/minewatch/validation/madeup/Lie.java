package io.minewatch.validation.madeup;

import io.minewatch.alerting.reconcile.Factor;

/** How a made-up mine hides a face, and what of the face still shows. */
public enum Lie {
  /** Hides none. */
  NONE,
  /** Only the output is left out of the books. */
  OUTPUT_ALONE,
  /** And who works there leaves the card outside and is in no list. */
  AND_PEOPLE,
  /** And explosives, haulage, air and water: what is left is power and gas. */
  AND_ROCK,
  /** As OUTPUT_ALONE, in the shift of the night alone. */
  AT_NIGHT,
  /** Nothing of it is in any meter or book but the hoist's and the mine's own. */
  BY_METERS,
  /** Nothing shows but people who stand where no plan knows a place. */
  UNPLANNED_PLACE;

  boolean shows(Factor factor) {
    return switch (this) {
      case NONE, UNPLANNED_PLACE -> false;
      case OUTPUT_ALONE, AT_NIGHT -> factor != Factor.OUTPUT && factor != Factor.PUMP_POWER;
      case AND_PEOPLE ->
          OUTPUT_ALONE.shows(factor) && factor != Factor.PEOPLE && factor != Factor.CARDS;
      case AND_ROCK -> factor == Factor.POWER || factor == Factor.GAS || factor == Factor.METHANE;
      case BY_METERS -> factor == Factor.POWER || factor == Factor.HOIST_POWER;
    };
  }
}
