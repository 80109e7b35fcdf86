package io.minewatch.ingest.files.words;

import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.Quality;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The vocabulary as text, a line a meaning. Later lines go before earlier ones. */
final class WordText {
  final Map<String, Measure> measures = new HashMap<>();
  final Map<String, String> units = new HashMap<>();
  final Map<Integer, Quality> bits = new LinkedHashMap<>();
  final Map<String, Quality> codes = new HashMap<>();
  final Map<String, Quality> words = new HashMap<>();
  final Map<String, Double> switches = new HashMap<>();
  final Map<String, AlarmKind> events = new HashMap<>();
  final Set<String> distress = new HashSet<>();
  Vocabulary.StateForm form = Vocabulary.StateForm.BITS;

  WordText add(String text) {
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      try {
        add(List.of(line.split("\\s+", -1)));
      } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
        throw new IllegalArgumentException("line " + (i + 1) + " '" + line + "': " + e, e);
      }
    }
    return this;
  }

  private void add(List<String> line) {
    String meaning = line.get(1);
    List<String> spellings = line.subList(2, line.size());
    switch (line.get(0)) {
      case "measure" -> spellings.forEach(each -> measures.put(each, Measure.valueOf(meaning)));
      case "unit" -> {
        units.put(meaning, meaning);
        spellings.forEach(each -> units.put(each, meaning));
      }
      case "bit" -> bits.put(Integer.valueOf(meaning), Quality.valueOf(spellings.get(0)));
      case "code" -> codes.put(meaning, Quality.valueOf(spellings.get(0)));
      case "use" -> form = Vocabulary.StateForm.valueOf(meaning);
      case "word" -> spellings.forEach(each -> words.put(each, Quality.valueOf(meaning)));
      case "switch" -> spellings.forEach(each -> switches.put(each, Double.valueOf(meaning)));
      case "event" -> spellings.forEach(each -> events.put(each, AlarmKind.valueOf(meaning)));
      case "distress" -> distress.addAll(line.subList(1, line.size()));
      default -> throw new IllegalArgumentException("no such word: " + line.get(0));
    }
  }
}
