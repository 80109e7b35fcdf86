package io.minewatch.ingest.files.read;

import com.fasterxml.jackson.core.io.JsonEOFException;
import io.minewatch.ingest.files.found.Content;
import io.minewatch.ingest.files.found.FileFault;
import io.minewatch.ingest.files.found.FileHead;
import io.minewatch.ingest.files.found.FileResult;
import io.minewatch.ingest.files.found.FileResult.EmptyBody.HeadCount;
import io.minewatch.ingest.files.found.RecordFault;
import io.minewatch.ingest.files.found.RefusedRecord;
import io.minewatch.ingest.files.layout.DecodedText;
import io.minewatch.ingest.files.layout.FileName;
import io.minewatch.ingest.files.layout.SheetReader;
import io.minewatch.ingest.files.rows.BadField;
import io.minewatch.ingest.files.rows.Collector;
import io.minewatch.ingest.files.rows.KnownUnits;
import io.minewatch.ingest.files.table.Format;
import io.minewatch.ingest.files.table.Formats;
import io.minewatch.ingest.files.table.Gives;
import io.minewatch.ingest.files.words.Vocabulary;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads one national file. Bytes and name in, one result out; the same in, the same out. Nothing
 * throws on bad content. What it allocates is bounded by the size of the file, which is refused
 * above {@link #MAX_BYTES} before it is looked at.
 *
 * <p>Late, missing, double: a file is read without regard to other files. Whether it is older than
 * what is known, or was there before, the caller learns from {@code memory.NewestFiles}.
 */
public final class FileReader {
  /** Largest file that is looked at. */
  public static final int MAX_BYTES = 8 * 1024 * 1024;

  private final Formats formats;
  private final Vocabulary words;
  private final FileRules rules;
  private final KnownUnits units;

  private record Reading(Format format, @Nullable BiConsumer<FileHead, Content> parts) {}

  /** A reader that takes the units of the tables where a record carries none. */
  public FileReader(Formats formats, Vocabulary words, FileRules rules) {
    this(formats, words, rules, KnownUnits.NONE);
  }

  /** A reader that asks for the units that definition files gave. */
  public FileReader(Formats formats, Vocabulary words, FileRules rules, KnownUnits units) {
    this.formats = Objects.requireNonNull(formats, "formats");
    this.words = Objects.requireNonNull(words, "words");
    this.rules = Objects.requireNonNull(rules, "rules");
    this.units = Objects.requireNonNull(units, "units");
  }

  /** Reads a file. */
  public FileResult read(Arrival file) {
    return read(file, null);
  }

  /**
   * The same without keeping all readings or positions of a large file at once.
   *
   * @param parts takes what was read before the file has been read to its end, in order, and whose
   *     it is; the result holds the rest. If the file is refused after all, the parts do not count.
   *     Null for no parts
   */
  public FileResult read(Arrival file, @Nullable BiConsumer<FileHead, Content> parts) {
    if (file.bytes().length > MAX_BYTES) {
      return refused(
          file, FileFault.TOO_LARGE, file.bytes().length + " bytes, at most " + MAX_BYTES);
    }
    FileName name = FileName.parse(file.name());
    if (name == null) {
      return refused(file, FileFault.NAME, "a name is {mine}_{TYPE}_{time}.txt or .json");
    }
    Format format = formats.of(name.type());
    if (format == null) {
      return refused(file, FileFault.UNKNOWN_TYPE, "no format is known for " + name.type());
    }
    return name.json() ? readJson(file, name, format, parts) : readText(file, name, format, parts);
  }

  /** Whether the end mark of a text file is there yet; others end by themselves. */
  public boolean hasEnd(Arrival file) {
    FileName name = FileName.parse(file.name());
    return file.bytes().length > MAX_BYTES
        || name == null
        || formats.of(name.type()) == null
        || (name.json() ? JsonFile.isWhole(text(file)) : SheetReader.body(text(file)) != null);
  }

  private static String text(Arrival file) {
    return DecodedText.of(file.bytes()).text();
  }

  private FileResult readText(
      Arrival file, FileName name, Format format, @Nullable BiConsumer<FileHead, Content> parts) {
    String body = SheetReader.body(text(file)); // of the two the body alone lives on
    if (body == null) {
      return notComplete(file);
    }
    RawFile raw = TextFile.read(body, format, rules.times());
    return raw == null
        ? refused(
            file, FileFault.UNREADABLE, "it does not begin with the header of " + format.type())
        : readRecords(file, name, new Reading(format, parts), raw);
  }

  private FileResult readJson(
      Arrival file, FileName name, Format format, @Nullable BiConsumer<FileHead, Content> parts) {
    try {
      return readRecords(file, name, new Reading(format, parts), JsonFile.read(text(file)));
    } catch (JsonEOFException e) {
      return notComplete(file);
    } catch (IOException e) {
      return refused(file, FileFault.UNREADABLE, reason(e, format));
    }
  }

  /** The parser repeats what it stumbled over, which may be a name. */
  private static String reason(IOException e, Format format) {
    if (format.isOfPeople()) {
      return "not of the JSON form (not shown: the file is of people)";
    }
    String message = String.valueOf(e.getMessage());
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }

  private FileResult notComplete(Arrival file) {
    Duration age = Duration.between(file.firstSeen(), file.now());
    return age.compareTo(rules.patience()) < 0
        ? new FileResult.Incomplete(file.name())
        : refused(file, FileFault.NO_END_MARK, "no end mark after " + rules.patience());
  }

  private FileResult readRecords(Arrival file, FileName name, Reading reading, RawFile raw) {
    Format format = reading.format();
    Instant time = rules.times().read(raw.time());
    if (time == null) {
      return refused(file, FileFault.UNREADABLE, "the header has no time");
    }
    if (raw.mine() != null && !raw.mine().equals(name.mine().value())) {
      return refused(file, FileFault.OTHER_MINE, "the header names another mine than the file");
    }
    Duration offset = Duration.between(file.now(), time);
    if (offset.compareTo(rules.farthest()) > 0) {
      return refused(
          file, FileFault.FROM_THE_FUTURE, "made at " + time + ", now it is " + file.now());
    }
    if (raw.more() > 0) {
      return refused(
          file, FileFault.TOO_MANY_RECORDS, "more than " + SheetReader.MAX_RECORDS + " records");
    }
    FileHead head =
        new FileHead(file.name(), format.type(), name.mine(), time, offset, raw.header());
    return raw.records().isEmpty()
        ? new FileResult.EmptyBody(head, headCount(raw.header()))
        : collect(head, reading, raw.records());
  }

  private FileResult collect(FileHead head, Reading reading, List<RawFile.RawRecord> records) {
    Format format = reading.format();
    BiConsumer<FileHead, Content> parts = reading.parts();
    Collector collector = Collector.of(format.gives(), head, words, units);
    List<RefusedRecord> refused = new ArrayList<>();
    for (RawFile.RawRecord record : records) {
      try {
        collector.take(record.row(format, rules.times()));
      } catch (BadField e) {
        refused.add(
            new RefusedRecord(head.file(), record.number(), e.field(), e.fault(), e.detail()));
      } catch (IllegalArgumentException e) {
        // What the domain refuses costs its record; its words may repeat what stood there.
        String detail = "a value that the record cannot have (not shown)";
        refused.add(
            new RefusedRecord(head.file(), record.number(), "", RecordFault.NOT_ALLOWED, detail));
      }
      if (parts != null) {
        give(head, collector.part(), parts);
      }
    }
    boolean misleads =
        refused.size() == records.size()
            || (replaces(format.gives()) && refused.size() > rules.badShare() * records.size());
    if (misleads) {
      String detail = refused.size() + " of " + records.size() + " records are bad";
      return new FileResult.Refused(head.file(), FileFault.TOO_MANY_BAD, detail, refused);
    }
    return new FileResult.Taken(head, collector.content(), refused);
  }

  private static void give(
      FileHead head, @Nullable Content part, BiConsumer<FileHead, Content> parts) {
    if (part != null) {
      parts.accept(head, part);
    }
  }

  /** Whether what a file leaves out counts as gone. */
  private static boolean replaces(Gives gives) {
    return switch (gives) {
      case POINTS, ZONES, PEOPLE, STATIONS, POSITIONS -> true;
      case READINGS, ALARMS, STATION_STATES -> false;
    };
  }

  /** The regional variant begins with the time and goes on with the head count. */
  private HeadCount headCount(List<String> header) {
    if (header.size() < 2 || rules.times().read(header.get(0)) == null) {
      return HeadCount.NOT_TOLD;
    }
    String count = header.get(1);
    if (count.isEmpty() || !count.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return HeadCount.NOT_TOLD;
    }
    return count.chars().allMatch(c -> c == '0') ? HeadCount.NOBODY : HeadCount.SOMEBODY;
  }

  private static FileResult refused(Arrival file, FileFault fault, String detail) {
    return new FileResult.Refused(file.name(), fault, detail, List.of());
  }
}
