package io.minewatch.alerting.reconcile;

import org.jspecify.annotations.Nullable;

/** Two things of a shift of which one explains the other (比对项). */
public enum Pair {
  PEOPLE_OUTPUT(Factor.PEOPLE, Factor.OUTPUT, Form.LINE, Witness.PEOPLE),
  CARDS_OUTPUT(Factor.CARDS, Factor.OUTPUT, Form.LINE, Witness.PEOPLE),
  /** Who went down without a card that is heard. */
  PEOPLE_CARDS(Factor.PEOPLE, Factor.CARDS, Form.SHARE, Witness.PEOPLE),
  POWER_OUTPUT(Factor.POWER, Factor.OUTPUT, Form.LINE, Witness.POWER),
  POWER_CARDS(Factor.POWER, Factor.CARDS, Form.LINE, Witness.POWER),
  /** Against the shift before: peaks of the night. */
  POWER_BEFORE(Factor.POWER, null, Form.SHARE, Witness.POWER),
  /** The published case: the hoist's share of the power. */
  HOIST_POWER(Factor.HOIST_POWER, Factor.POWER, Form.SHARE, Witness.HOIST),
  HOIST_OUTPUT(Factor.HOIST_POWER, Factor.OUTPUT, Form.LINE, Witness.HOIST),
  AIR_OUTPUT(Factor.AIR, Factor.OUTPUT, Form.LINE, Witness.AIR),
  AIR_CARDS(Factor.AIR_SPEED, Factor.CARDS, Form.LINE, Witness.AIR),
  GAS_OUTPUT(Factor.GAS, Factor.OUTPUT, Form.LINE, Witness.GAS),
  METHANE_CARDS(Factor.METHANE, Factor.CARDS, Form.LINE, Witness.GAS),
  INFLOW_OUTPUT(Factor.INFLOW, Factor.OUTPUT, Form.LINE, Witness.WATER),
  WATER_CARDS(Factor.WATER, Factor.CARDS, Form.LINE, Witness.WATER),
  HAULAGE_OUTPUT(Factor.HAULAGE, Factor.OUTPUT, Form.LINE, Witness.ROCK),
  EXPLOSIVES_OUTPUT(Factor.EXPLOSIVES, Factor.OUTPUT, Form.LINE, Witness.EXPLOSIVES);

  /** How the one follows from the other. */
  public enum Form {
    /** What is taken without any, and so much more for each: a line through the mine's shifts. */
    LINE,
    /** A share of it: the line goes through nothing. */
    SHARE
  }

  /** By what a surplus is seen: two pairs of one witness may have one harmless cause. */
  public enum Witness {
    PEOPLE,
    POWER,
    HOIST,
    AIR,
    GAS,
    WATER,
    ROCK,
    EXPLOSIVES
  }

  private final Factor of;
  private final @Nullable Factor by;
  private final Form form;
  private final Witness witness;

  Pair(Factor of, @Nullable Factor by, Form form, Witness witness) {
    this.of = of;
    this.by = by;
    this.form = form;
    this.witness = witness;
  }

  /** What may be too much. */
  public Factor of() {
    return of;
  }

  /** What explains it; null for the same thing in the shift before. */
  public @Nullable Factor by() {
    return by;
  }

  Form form() {
    return form;
  }

  Witness witness() {
    return witness;
  }

  public String chinese() {
    return of.chinese() + "／" + (by == null ? "上一班" : by.chinese());
  }

  public String english() {
    return of.english() + " by " + (by == null ? "the shift before" : by.english());
  }
}
