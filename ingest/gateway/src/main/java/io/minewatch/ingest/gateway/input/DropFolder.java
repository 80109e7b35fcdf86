package io.minewatch.ingest.gateway.input;

import io.minewatch.ingest.gateway.bridge.FileBridge;
import io.minewatch.ingest.gateway.bridge.FileBridge.Ending;
import io.minewatch.ingest.gateway.bridge.FileContent;
import io.minewatch.ingest.gateway.bridge.Translation;
import io.minewatch.ingest.gateway.bridge.Translation.Standing;
import io.minewatch.ingest.gateway.input.Listing.Found;
import io.minewatch.ingest.gateway.kept.Entry;
import io.minewatch.ingest.gateway.kept.FileMark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder into which other programs drop files. A file is taken when it is complete, oldest first;
 * it leaves the folder only after its messages are safe on disk, or with the reason why it was
 * refused. A crash in between takes no file twice. One thread calls {@link #scan}.
 *
 * <p>Left alone are names that begin with a dot and names that end as those of unfinished uploads
 * do ({@code .tmp}, {@code .part}, {@code .filepart}, {@code .writing}), and folders.
 */
public final class DropFolder {
  private static final Logger LOG = LoggerFactory.getLogger(DropFolder.class);

  private final FolderSettings settings;
  private final List<FileBridge> bridges;
  private final Keeper keeper;
  private final Duration backfillAge;
  private final Shelf shelf;
  private final Map<Path, Watch> watches = new HashMap<>();
  private @Nullable Instant startedAt;

  /** One moment by both clocks. */
  private record Now(Instant steady, Instant wall) {}

  /**
   * A folder.
   *
   * @param backfillAge what is as old as this is sent as backfill
   */
  public DropFolder(
      FolderSettings settings, List<FileBridge> bridges, Keeper keeper, Duration backfillAge) {
    this.settings = settings;
    this.backfillAge = backfillAge;
    this.bridges = List.copyOf(bridges);
    this.keeper = keeper;
    shelf = new Shelf(settings);
  }

  /**
   * Looks once at what is there and takes what is complete; waits until it is safe.
   *
   * @param times read once: ages are told by the steady clock, and what a file says of its own time
   *     is held against the wall clock, which may have been set right since we started
   * @throws IOException if the folder cannot be read; single files only cost themselves
   */
  public void scan(Times times) throws IOException, InterruptedException {
    Now now = new Now(times.steady().instant(), times.wall().instant());
    if (startedAt == null) {
      Files.createDirectories(settings.folder());
      shelf.prepare();
      startedAt = now.steady();
    }
    List<Found> files = Listing.files(settings.folder());
    watches.keySet().retainAll(files.stream().map(Found::path).toList());
    for (Found file : files) {
      try {
        look(file, now, startedAt);
      } catch (NoSuchFileException e) {
        LOG.debug("{} went away by itself", file.path());
      } catch (IOException e) {
        LOG.warn("cannot take {} now: {}", file.path(), e.toString());
      }
    }
  }

  /** Deletes what was kept in done and refused for long enough. */
  public void tidy(Instant now) throws IOException {
    shelf.tidy(now);
  }

  private void look(Found file, Now at, Instant started) throws IOException, InterruptedException {
    Instant now = at.steady();
    Watch before = watches.get(file.path());
    Watch watch =
        before == null
            ? Watch.first(file.size(), file.written(), now, reach(file, at, started))
            : before.again(file.size(), file.written(), now);
    watches.put(file.path(), watch);
    boolean unchanged = watch.equals(before);
    if (unchanged && !watch.isSettled(now, settings.settle())) {
      return; // read before, and not complete
    }
    if (file.size() > settings.maxBytes()) {
      if (watch.isSettled(now, settings.settle())) {
        refuse(file.path(), file.size() + " bytes, at most " + settings.maxBytes() + " are read");
      }
      return;
    }
    FileBridge bridge = bridge(file.path().getFileName().toString());
    if (bridge == null) {
      if (watch.isSettled(now, settings.settle())) {
        refuse(file.path(), "no format is known for files of this name");
      }
      return;
    }
    FileContent content =
        new FileContent(
            file.path().getFileName().toString(),
            Files.readAllBytes(file.path()),
            file.written(),
            watch.since());
    Ending ending = ending(bridge, content);
    switch (watch.verdict(ending, now, settings)) {
      case TAKE -> take(file.path(), content, bridge, at.wall());
      case REFUSE -> refuse(file.path(), "no end mark within " + settings.openLimit());
      case WAIT -> {}
    }
  }

  /**
   * When a file that is seen for the first time came within our reach, by the steady clock: one
   * that lay there when we started, when it was written.
   */
  private static Instant reach(Found file, Now at, Instant started) {
    Duration age = Duration.between(file.written(), at.wall());
    boolean layThere = at.steady().equals(started) && !age.isNegative();
    return layThere ? at.steady().minus(age) : at.steady();
  }

  private @Nullable FileBridge bridge(String name) {
    return bridges.stream().filter(bridge -> bridge.takes(name)).findFirst().orElse(null);
  }

  private void take(Path path, FileContent content, FileBridge bridge, Instant wall)
      throws IOException, InterruptedException {
    FileMark mark = mark(path, content);
    Translation translation;
    try {
      if (keeper.hasTaken(mark).get()) {
        LOG.info("{} was taken before and is only moved away", path);
        leave(path);
        return;
      }
      translation = translation(bridge, content, wall);
      if (translation.isRefused()) {
        refuse(path, translation.refused());
        return;
      }
      List<Entry> entries = entries(translation, content.came());
      if (!entries.isEmpty()) {
        keeper.keep(entries, mark).get();
      } else if (translation.standing() == Standing.DEFINITION) {
        LOG.info("{}: {}", path, translation.note());
        shelf.define(path, translation.note());
      }
      bridge.kept(content);
      if (!translation.refused().isEmpty()) {
        keeper.refusedRecords(translation.refused().size());
        LOG.warn("of {} was refused: {}", path, translation.refused().get(0));
        shelf.note(path, translation.refused());
      }
    } catch (ExecutionException e) {
      throw new IOException("not kept: " + e.getCause(), e);
    }
    leave(path, translation);
  }

  private List<Entry> entries(Translation translation, Instant since) {
    return Stream.concat(
            translation.messages().stream().map(message -> new Entry(message, since)),
            translation.late().stream().map(message -> Entry.past(message, since, backfillAge)))
        .toList();
  }

  private void leave(Path path, Translation translation) throws IOException {
    switch (translation.standing()) {
      case SENT -> {
        if (!translation.late().isEmpty()) {
          LOG.info("{} tells what one before it told newer: that is sent as backfill", path);
        }
      }
      case DOUBLE -> LOG.info("{} has the bytes of one before it and is not sent again", path);
      case NOTHING -> LOG.info("{}: {}", path, translation.note());
      case DEFINITION -> {} // lies on its shelf, unless there is a newer one
    }
    leave(path);
  }

  private static Ending ending(FileBridge bridge, FileContent content) {
    try {
      return bridge.ending(content);
    } catch (RuntimeException e) {
      return Ending.COMPLETE; // and why it cannot be read is told when it is
    }
  }

  /** A mistake of ours costs the file over which it is made, never those behind it. */
  private static Translation translation(FileBridge bridge, FileContent content, Instant wall)
      throws IOException {
    try {
      return bridge.translate(content, wall);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (RuntimeException e) {
      LOG.error("the reader of {} has failed", content.name(), e);
      return Translation.refused("the reader has failed, by a mistake of its own: " + e.getClass());
    }
  }

  private void leave(Path path) throws IOException {
    shelf.done(path);
    watches.remove(path);
    keeper.movedAway(path.toString());
  }

  private void refuse(Path path, String why) throws IOException {
    refuse(path, List.of(why));
  }

  private void refuse(Path path, List<String> why) throws IOException {
    shelf.refuse(path, why);
    watches.remove(path);
    keeper.refusedFile();
    LOG.warn("refused {}: {}", path, why.get(0));
  }

  private static FileMark mark(Path path, FileContent content) {
    CRC32C crc = new CRC32C();
    crc.update(content.bytes());
    return new FileMark(
        path.toString(),
        content.bytes().length + ":" + content.written().toEpochMilli() + ":" + crc.getValue());
  }
}
