package io.minewatch.bench.app;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What follows a command: {@code --key value}, or {@code --key} alone. */
final class Options {
  private static final String MARK = "--";

  private final Map<String, String> given = new HashMap<>();
  private final Set<String> asked = new HashSet<>();

  private Options() {}

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException for a word that belongs to none
   */
  static Options read(List<String> arguments) {
    Options options = new Options();
    for (int i = 0; i < arguments.size(); i++) {
      String key = arguments.get(i);
      if (!key.startsWith(MARK)) {
        throw new IllegalArgumentException("an option begins with --, was " + key);
      }
      boolean hasValue = i + 1 < arguments.size() && !arguments.get(i + 1).startsWith(MARK);
      options.given.put(key.substring(MARK.length()), hasValue ? arguments.get(++i) : "");
    }
    return options;
  }

  String text(String key, String usual) {
    asked.add(key);
    return given.getOrDefault(key, usual);
  }

  int number(String key, int usual) {
    String text = text(key, "");
    return text.isEmpty() ? usual : Integer.parseInt(text);
  }

  double decimal(String key, double usual) {
    String text = text(key, "");
    return text.isEmpty() ? usual : Double.parseDouble(text);
  }

  boolean isSet(String key) {
    asked.add(key);
    return given.containsKey(key);
  }

  /**
   * To be called when all that is known was asked for.
   *
   * @throws IllegalArgumentException naming what nobody knows
   */
  void refuseOthers() {
    Set<String> others = new HashSet<>(given.keySet());
    others.removeAll(asked);
    if (!others.isEmpty()) {
      throw new IllegalArgumentException("no such options: " + others);
    }
  }
}
