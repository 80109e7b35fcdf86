package io.minewatch.ingest.recorded;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a cell tells a zone. */
sealed interface Places {
  /** The zone of a cell, or null if it names none. */
  @Nullable String zone(String cell);

  /** All zones that there are, in the order in which one walks through them. */
  List<String> zones();

  /** By a coordinate: {@code names.get(i)} begins at {@code from.get(i)}. */
  record Along(List<Double> from, List<String> names) implements Places {
    @Override
    public @Nullable String zone(String cell) {
      double at = Double.parseDouble(cell);
      String zone = null;
      for (int i = 0; i < names.size(); i++) {
        zone = at >= from.get(i) ? names.get(i) : zone;
      }
      return zone;
    }

    @Override
    public List<String> zones() {
      return names;
    }
  }

  /** By the name of a beacon within the cell; a beacon that nobody put up is no place. */
  record Beacon(Pattern pattern, List<String> known) implements Places {
    @Override
    public @Nullable String zone(String cell) {
      Matcher found = pattern.matcher(cell);
      return found.find() && known.contains(found.group(1)) ? "b-" + found.group(1) : null;
    }

    @Override
    public List<String> zones() {
      return known.stream().map(each -> "b-" + each).toList();
    }
  }

  /** Reads {@code along 0 west, 3 middle} or {@code beacon REGEX known a, b}. */
  static Places parse(String text) {
    if (text.startsWith("along ")) {
      List<Double> from = new ArrayList<>();
      List<String> names = new ArrayList<>();
      for (String part : text.substring("along ".length()).split(",", -1)) {
        String[] words = part.strip().split(" ", 2);
        from.add(Double.valueOf(words[0]));
        names.add(words[1].strip());
      }
      return new Along(List.copyOf(from), List.copyOf(names));
    }
    int known = text.indexOf(" known ");
    if (text.startsWith("beacon ") && known > 0) {
      List<String> names = new ArrayList<>();
      for (String name : text.substring(known + " known ".length()).split(",", -1)) {
        names.add(name.strip());
      }
      String regex = text.substring("beacon ".length(), known);
      return new Beacon(Pattern.compile(regex), List.copyOf(names));
    }
    throw new IllegalArgumentException("places are 'along …' or 'beacon … known …', was " + text);
  }
}
