package io.minewatch.ingest.files.registry;

import io.minewatch.domain.reading.MineCode;
import io.minewatch.ingest.files.found.FileHead;
import io.minewatch.ingest.files.found.FileResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a definition file would change in the registry, for a person to confirm. A value without
 * words of any language: field names and the data itself.
 *
 * <p>A removal is proposed only for what a file of the same type defined before; what a person
 * entered, or another system defines, no file takes away. A field that the file leaves out changes
 * only what a file of the same type said before.
 *
 * @param type of the file
 * @param made upload time of the file
 * @param changes additions and changes in the order of the file, then removals in the order known
 * @param doubled ids that the file holds more than once; the last of them counts
 */
public record Proposal(
    MineCode mine, String type, Instant made, List<Change> changes, List<String> doubled) {
  public Proposal {
    Objects.requireNonNull(mine, "mine");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(made, "made");
    changes = List.copyOf(changes);
    doubled = List.copyOf(doubled);
  }

  /** The difference between a definition file and what is known. */
  public static Proposal between(KnownMine known, FileResult.Taken file) {
    FileHead head = file.head();
    Map<String, Entry> defined = new LinkedHashMap<>();
    Set<String> doubled = new TreeSet<>();
    for (Entry entry : Defined.by(file)) {
      if (defined.put(entry.id(), entry) != null) {
        doubled.add(entry.id());
      }
    }
    List<Change> changes = new ArrayList<>();
    for (Entry after : defined.values()) {
      Change change = change(known.entry(after.subject(), after.id()), after);
      if (change != null) {
        changes.add(change);
      }
    }
    for (Entry before : known.entries()) {
      if (before.definedBy().equals(head.type()) && !defined.containsKey(before.id())) {
        changes.add(
            new Change(Change.Kind.REMOVED, before.subject(), before.id(), fields(before, null)));
      }
    }
    return new Proposal(head.mine(), head.type(), head.asOf(), changes, List.copyOf(doubled));
  }

  private static @Nullable Change change(@Nullable Entry before, Entry after) {
    List<Change.FieldChange> fields = fields(before, after);
    if (before == null) {
      return new Change(Change.Kind.ADDED, after.subject(), after.id(), fields);
    }
    return fields.isEmpty()
        ? null
        : new Change(Change.Kind.CHANGED, after.subject(), after.id(), fields);
  }

  private static List<Change.FieldChange> fields(@Nullable Entry before, @Nullable Entry after) {
    Set<String> names = new TreeSet<>();
    if (after != null) {
      names.addAll(after.fields().keySet());
    }
    if (before != null && (after == null || before.definedBy().equals(after.definedBy()))) {
      names.addAll(before.fields().keySet());
    }
    List<Change.FieldChange> changes = new ArrayList<>();
    for (String name : names) {
      String was = before == null ? "" : before.fields().getOrDefault(name, "");
      String will = after == null ? "" : after.fields().getOrDefault(name, "");
      if (!was.equals(will)) {
        changes.add(new Change.FieldChange(name, was, will));
      }
    }
    return changes;
  }
}
