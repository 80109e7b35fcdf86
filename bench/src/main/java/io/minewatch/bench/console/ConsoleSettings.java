package io.minewatch.bench.console;

/**
 * What is measured, and how long.
 *
 * @param points of the mine that is looked at
 * @param people who are underground there
 * @param incidents that are open there, and in the nation
 * @param mines of the nation
 * @param consoles that are open at one time
 * @param rounds how often each page is opened with an empty cache, and how often with a full one
 * @param warming how often each is opened before, untimed
 * @param seconds how long updates come, one a second, before a page and before all consoles
 * @param behind how many updates, one a second, a page may be behind while they come, and how many
 *     seconds it has after the last of them
 */
public record ConsoleSettings(
    int points,
    int people,
    int incidents,
    int mines,
    int consoles,
    int rounds,
    int warming,
    int seconds,
    int behind) {
  private static final int MOST_BEHIND = 30;

  /** The sizes that the goals name. */
  public static final ConsoleSettings FULL =
      new ConsoleSettings(1_000, 1_000, 20, 3_338, 200, 7, 2, 60, 2);

  /** So small that a test can wait for it, on a machine that has other things to do as well. */
  public static final ConsoleSettings SHORTEST =
      new ConsoleSettings(120, 80, 3, 40, 6, 1, 0, 4, 10);

  public ConsoleSettings {
    if (points < 1 || incidents < 1 || mines < 1 || consoles < 1 || rounds < 1) {
      throw new IllegalArgumentException("at least one of everything is needed");
    }
    if (behind < 0 || behind > MOST_BEHIND) {
      throw new IllegalArgumentException("values come again after forty updates");
    }
  }
}
