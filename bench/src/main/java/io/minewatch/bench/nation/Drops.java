package io.minewatch.bench.nation;

/** What a broker says of messages that it dropped. */
final class Drops {
  private static final String OURS = "dropped messages: ";
  private static final String MOSQUITTOS = "being dropped";

  private Drops() {}

  /** How many ours dropped; of how many clients Mosquitto did, for it tells no number. */
  static long told(NationSettings.Broker broker, String said) {
    if (broker == NationSettings.Broker.MOSQUITTO) {
      return said.lines().filter(line -> line.contains(MOSQUITTOS)).count();
    }
    int at = said.lastIndexOf(OURS);
    return at < 0 ? 0 : Long.parseLong(said.substring(at + OURS.length()).split("\\s", 2)[0]);
  }
}
