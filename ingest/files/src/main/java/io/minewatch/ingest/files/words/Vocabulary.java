package io.minewatch.ingest.files.words;

import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.Quality;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What mines write, and what we take it for: sensor types, units, states, switch words, kinds of
 * event. A word that is not here is refused with its reason; nothing is guessed.
 */
public final class Vocabulary {
  /** How a state that is a number is meant. */
  public enum StateForm {
    /** National: flags that may add. */
    BITS,
    /** A vendor's own list. */
    CODES
  }

  private static final int STATE_CHARACTERS = 8;

  private final List<String> texts;
  private final WordText lines = new WordText();

  private Vocabulary(List<String> texts) {
    this.texts = List.copyOf(texts);
    this.texts.forEach(lines::add);
  }

  /**
   * Reads the vocabulary.
   *
   * @throws IllegalArgumentException with the number of the line that cannot be read
   */
  public static Vocabulary parse(String text) {
    return new Vocabulary(List.of(text));
  }

  /**
   * This vocabulary with more lines, which go before the ones it has.
   *
   * @throws IllegalArgumentException with the number of the line of theirs that cannot be read
   */
  public Vocabulary with(String more) {
    List<String> all = new ArrayList<>(texts);
    all.add(more);
    return new Vocabulary(all);
  }

  /** The measure of a sensor type, name or code, or null if unknown. */
  public @Nullable Measure measure(String type) {
    return lines.measures.get(type);
  }

  /**
   * The measure that a national point code names ({@code …MN0001…}), or null if it names none: mine
   * code, system, value kind, type, serial.
   */
  public @Nullable Measure measureOfPoint(String code) {
    int at = Math.max(code.indexOf("MN", 9), code.indexOf("KG", 9));
    return at < 0 || at + 6 > code.length() ? null : measure(code.substring(at + 2, at + 6));
  }

  /** The unit in our spelling, empty for none, or null if unknown. */
  public @Nullable String unit(String written) {
    return written.isEmpty() || written.equals("-") ? "" : lines.units.get(written);
  }

  /**
   * The quality of a state, a number of flags, eight characters of 0 and 1 (the first is worth 128)
   * or a word; null if it cannot be known. Alarm and power cut are good: the value is.
   */
  public @Nullable Quality state(String written) {
    Quality word = lines.words.get(written);
    if (word != null) {
      return word;
    }
    if (written.length() == STATE_CHARACTERS && isBinary(written)) {
      return ofBits(Integer.parseInt(written, 2));
    }
    if (lines.form == StateForm.CODES) {
      return lines.codes.get(written);
    }
    int number = wholeNumber(written);
    return number < 0 ? null : ofBits(number);
  }

  private @Nullable Quality ofBits(int flags) {
    int known = 0;
    Quality quality = Quality.GOOD;
    for (Map.Entry<Integer, Quality> bit : lines.bits.entrySet()) {
      known |= bit.getKey();
      if ((flags & bit.getKey()) != 0 && quality == Quality.GOOD) {
        quality = bit.getValue();
      }
    }
    return (flags & ~known) != 0 ? null : quality;
  }

  private static boolean isBinary(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != '0' && text.charAt(i) != '1') {
        return false;
      }
    }
    return true;
  }

  private static int wholeNumber(String text) {
    if (text.isEmpty() || text.length() > 4) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  /** 1 or 0 for a word of a switch, NaN if it is none. */
  public double switchValue(String written) {
    return lines.switches.getOrDefault(written, Double.NaN);
  }

  /** The kind of an abnormal event, or null if unknown. */
  public @Nullable AlarmKind event(String written) {
    return lines.events.get(written);
  }

  /** Whether a work state is a call for help. */
  public boolean isDistress(String workState) {
    return lines.distress.contains(workState);
  }

  /** For the documentation: meanings with what is written for them, sorted. */
  public Map<String, Set<String>> table(String kind) {
    Map<String, Set<String>> table = new TreeMap<>();
    Map<String, ?> words =
        switch (kind) {
          case "measure" -> lines.measures;
          case "unit" -> lines.units;
          case "word" -> lines.words;
          case "switch" -> lines.switches;
          case "event" -> lines.events;
          default -> throw new IllegalArgumentException("no such table: " + kind);
        };
    words.forEach(
        (written, meaning) ->
            table.computeIfAbsent(String.valueOf(meaning), m -> new TreeSet<>()).add(written));
    return table;
  }

  /** For the documentation: the flags of a state in the order in which they decide. */
  public List<Map.Entry<Integer, Quality>> flags() {
    return List.copyOf(lines.bits.entrySet());
  }
}
