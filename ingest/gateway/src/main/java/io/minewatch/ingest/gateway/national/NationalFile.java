package io.minewatch.ingest.gateway.national;

import io.minewatch.domain.reading.MineCode;
import io.minewatch.ingest.files.found.Content;
import io.minewatch.ingest.files.found.FileHead;
import io.minewatch.ingest.files.found.FileResult;
import io.minewatch.ingest.files.found.RefusedRecord;
import io.minewatch.ingest.files.layout.FileName;
import io.minewatch.ingest.files.read.Arrival;
import io.minewatch.ingest.files.read.FileReader;
import io.minewatch.ingest.files.read.FileRules;
import io.minewatch.ingest.files.table.Formats;
import io.minewatch.ingest.files.words.Vocabulary;
import io.minewatch.ingest.gateway.bridge.FileBridge;
import io.minewatch.ingest.gateway.bridge.FileContent;
import io.minewatch.ingest.gateway.bridge.Translation;
import io.minewatch.ingest.gateway.bridge.Translation.Standing;
import io.minewatch.ingest.gateway.disk.SeenFiles;
import io.minewatch.ingest.gateway.message.Payloads;
import io.minewatch.ingest.gateway.message.WireMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Files named as the national formats name them (docs/formats.md): readings, positions and alarm
 * records become messages. Station states have no message on the bus and are read, not sent; of
 * definitions the units are kept, for readings that carry none, and the file lies ready for a
 * person to take it in. Refused is a file with nothing between header and end mark, unless its
 * header counts nobody: for positions it may be a failed generator. Either clears nothing.
 *
 * <p>What comes later counts as later, whatever its time says. So the same bytes are not sent
 * twice, and of readings and positions what a file before it told newer is sent as late.
 */
public final class NationalFile implements FileBridge {
  private final Formats formats;
  private final FileReader reader;
  private final Payloads payloads;
  private final Batches batches;
  private final UnitsFile units;
  private final SeenFiles files;
  private @Nullable Looked looked;

  /** The file that was translated last, and of what it tells. */
  private record Looked(FileHead head, Set<String> names) {}

  /** What a file gives, while it is read: messages of the present and late ones. */
  private record Parts(
      Instant came, List<WireMessage> now, List<WireMessage> late, Set<String> names) {
    Parts(Instant came) {
      this(came, new ArrayList<>(), new ArrayList<>(), new HashSet<>());
    }
  }

  /** One that knows nothing of the files before a restart. */
  public NationalFile(Formats formats, Vocabulary words, Payloads payloads, UnitsFile units) {
    this(formats, words, payloads, units, SeenFiles.inMemory());
  }

  /**
   * One for a drop folder.
   *
   * @param files what was seen there
   */
  public NationalFile(
      Formats formats, Vocabulary words, Payloads payloads, UnitsFile units, SeenFiles files) {
    this.files = files;
    this.formats = formats;
    this.reader = new FileReader(formats, words, FileRules.NATIONAL, units);
    this.payloads = payloads;
    this.batches = new Batches(payloads);
    this.units = units;
  }

  @Override
  public boolean takes(String name) {
    FileName parsed = FileName.parse(name);
    return parsed != null && formats.of(parsed.type()) != null;
  }

  @Override
  public Ending ending(FileContent file) {
    boolean ends = reader.hasEnd(arrival(file, file.written()));
    return ends ? Ending.COMPLETE : Ending.OPEN;
  }

  private static Arrival arrival(FileContent file, Instant now) {
    return new Arrival(file.name(), file.bytes(), now, now);
  }

  @Override
  public Translation translate(FileContent file, Instant now) {
    Parts parts = new Parts(file.came());
    FileResult read = reader.read(arrival(file, now), (head, part) -> add(head, part, parts));
    if (read instanceof FileResult.Refused refused) {
      List<String> why = new ArrayList<>(List.of(refused.fault() + ": " + refused.detail()));
      refused.records().forEach(record -> why.add(record.toString()));
      return new Translation(List.of(), why);
    }
    if (read instanceof FileResult.Taken taken) {
      MineCode mine = payloads.site().mine();
      return taken.head().mine().equals(mine)
          ? translate(taken, file, parts)
          : Translation.refused("a file of mine " + taken.head().mine() + ", we are of " + mine);
    }
    return read instanceof FileResult.EmptyBody empty
        ? EmptyFile.of(empty.says())
        : Translation.refused("no end mark");
  }

  @Override
  public void kept(FileContent file) {
    if (looked != null) {
      files.keep(looked.head(), file.bytes(), looked.names(), file.came());
    }
  }

  private Translation translate(FileResult.Taken taken, FileContent file, Parts parts) {
    looked = new Looked(taken.head(), parts.names());
    if (files.isDouble(taken.head(), file.bytes())) {
      return Translation.twice();
    }
    return defines(taken.content()) ? definition(taken) : translate(taken, parts);
  }

  private static boolean defines(Content content) {
    return content instanceof Content.Points
        || content instanceof Content.Zones
        || content instanceof Content.People
        || content instanceof Content.Stations;
  }

  private Translation definition(FileResult.Taken taken) {
    String kept = "";
    if (taken.content() instanceof Content.Points points) {
      units.learn(points.points(), taken.head());
      kept = "its units are kept; ";
    }
    String note =
        "definition "
            + taken.head().type()
            + " of "
            + taken.head().time()
            + ", "
            + taken.content().size()
            + " records: "
            + kept
            + "take it in at the platform, on the page of the registry or by POST /api/mines/"
            + taken.head().mine()
            + "/registry/files?name="
            + taken.head().file();
    return new Translation(List.of(), List.of(), refusals(taken), Standing.DEFINITION, note);
  }

  private static List<String> refusals(FileResult.Taken taken) {
    return taken.refused().stream().map(RefusedRecord::toString).toList();
  }

  /** Alarms are told at once, however late their file has come. */
  private Translation translate(FileResult.Taken taken, Parts parts) {
    if (taken.content() instanceof Content.StationStates && taken.refused().isEmpty()) {
      return Translation.nothing(taken.head().type() + " has no message on the bus: not sent");
    }
    List<String> refused = new ArrayList<>(refusals(taken));
    Content content = taken.content();
    if (content instanceof Content.Readings || content instanceof Content.Positions) {
      add(taken.head(), content, parts);
    } else if (content instanceof Content.Alarms told) {
      new AlarmMessages(taken.head()).add(told.alarms(), parts.now(), refused);
    } else {
      refused.add(taken.head().type() + " has no message on the bus");
    }
    if (parts.now().isEmpty() && parts.late().isEmpty() && refused.isEmpty()) {
      refused.add("nothing in it that could be sent");
    }
    return new Translation(parts.now(), parts.late(), refused, Standing.SENT, "");
  }

  private void add(FileHead head, Content content, Parts into) {
    if (content instanceof Content.Readings readings) {
      split(head, readings.readings(), r -> r.point().value(), into, batches::readings);
    } else if (content instanceof Content.Positions positions) {
      split(head, positions.fixes(), p -> p.fix().card().value(), into, Batches::positions);
    }
  }

  /** Record by record: a file may tell late of one name and first of another. */
  private <T> void split(
      FileHead head,
      List<T> records,
      Function<T, String> name,
      Parts into,
      BiConsumer<List<T>, List<WireMessage>> add) {
    Map<Boolean, List<T>> byLate =
        records.stream()
            .collect(
                Collectors.partitioningBy(
                    each -> files.isLate(head, name.apply(each), into.came())));
    records.forEach(each -> into.names().add(name.apply(each)));
    add.accept(byLate.getOrDefault(false, List.of()), into.now());
    add.accept(byLate.getOrDefault(true, List.of()), into.late());
  }
}
