package io.minewatch.alerting.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.minewatch.alerting.document.Document;
import io.minewatch.alerting.document.FieldChange;
import io.minewatch.alerting.document.Lowering;
import io.minewatch.alerting.ledger.Canonical;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Documents and what is said of their changes, as JSON. */
public final class DocumentText {
  /** Largest document that is taken: several thousand points, as many people. */
  public static final int MAX_BYTES = 4 << 20;

  private static final JsonMapper MAPPER = mapper();

  /** Of one form for one content, whatever the order of the keys. */
  private static final JsonMapper SORTED =
      MAPPER.rebuild().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private DocumentText() {}

  private static JsonMapper mapper() {
    JsonMapper mapper = JsonMapper.builder().build();
    mapper
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(16)
                .maxDocumentLength(MAX_BYTES)
                .build());
    return mapper;
  }

  public static String write(Document document) {
    return text(MAPPER, document.root());
  }

  /** The same for two documents that say the same. */
  public static String digest(Document document) {
    return Canonical.sha256(text(SORTED, document.root()));
  }

  /** Reads what {@link #write} wrote. */
  public static Document read(String json) {
    return new Document(value(json, new TypeReference<Map<String, Object>>() {}));
  }

  public static String changes(List<FieldChange> changes) {
    return text(MAPPER, changes.stream().map(Stored::of).toList());
  }

  /** Reads what {@link #changes} wrote. */
  public static List<FieldChange> readChanges(String json) {
    return value(json, new TypeReference<List<Stored>>() {}).stream()
        .map(each -> new FieldChange(each.path(), each.before(), each.after()))
        .toList();
  }

  public static String lowered(List<Lowering> lowered) {
    return text(MAPPER, lowered);
  }

  /** Reads what {@link #lowered} wrote. */
  public static List<Lowering> readLowered(String json) {
    return value(json, new TypeReference<List<Lowering>>() {});
  }

  public static String texts(List<String> texts) {
    return text(MAPPER, texts);
  }

  /** Reads what {@link #texts} wrote. */
  public static List<String> readTexts(String json) {
    return value(json, new TypeReference<List<String>>() {});
  }

  /** A change without the words that are derived from it. */
  private record Stored(List<String> path, @Nullable Object before, @Nullable Object after) {
    static Stored of(FieldChange change) {
      return new Stored(change.path(), change.before(), change.after());
    }
  }

  private static String text(JsonMapper mapper, Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no document of ours: " + value.getClass(), e);
    }
  }

  private static <T> T value(String json, TypeReference<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a kept document is unreadable", e);
    }
  }
}
