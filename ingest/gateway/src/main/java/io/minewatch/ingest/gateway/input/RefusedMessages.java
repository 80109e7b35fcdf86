package io.minewatch.ingest.gateway.input;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Messages of devices and edge nodes and lines of standard input that could not be taken: counted
 * by their records, and kept in a folder with the reason beside each, as refused files are, so that
 * a person can put them right and drop them in as files. The newest are kept, at most {@link #MOST}
 * and {@link #MOST_BYTES}, until they are too old. Safe for many threads.
 */
public final class RefusedMessages {
  /** A device that is wrong says the same again and again; this many show it. */
  static final int MOST = 1_000;

  static final long MOST_BYTES = 64L << 20;

  private static final String REASON = ".reason";
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final Logger LOG = LoggerFactory.getLogger(RefusedMessages.class);

  private final Path folder;
  private final Duration keep;
  private final Keeper keeper;
  private final Clock wall;
  private final Deque<Listing.Found> kept = new ArrayDeque<>();
  private long bytes;

  /**
   * The messages of a folder, which need not be there yet.
   *
   * @param keep how long each lies there
   * @param keeper where they are counted
   */
  public RefusedMessages(Path folder, Duration keep, Keeper keeper, Clock wall) {
    this.folder = folder;
    this.keep = keep;
    this.keeper = keeper;
    this.wall = wall;
    try {
      if (Files.isDirectory(folder)) {
        for (Listing.Found file : Listing.files(folder)) {
          remember(file);
        }
        tidy(wall.instant());
      }
    } catch (IOException e) {
      LOG.warn("cannot read {}: {}", folder, e.toString());
    }
  }

  /**
   * Counts and keeps one. That it cannot be kept is told, and is no reason to wait.
   *
   * @param from what brought it, for a person
   * @param records how many readings or positions it holds, as far as that can be told
   */
  public synchronized void refuse(String from, byte[] payload, int records, List<String> why) {
    keeper.refusedRecords(records);
    LOG.warn("refused {} of {}: {}", records, from, why.get(0));
    Instant now = wall.instant();
    try {
      Files.createDirectories(folder);
      Path file = free(NAME.format(now), ending(payload));
      String reason = "from " + from + ", came at " + now + "\n" + String.join("\n", why) + "\n";
      write(file.resolveSibling(file.getFileName() + REASON), now, reason.getBytes(UTF_8));
      write(file, now, payload);
      tidy(now);
    } catch (IOException e) {
      LOG.error("a refused message could not be kept: {}", e.toString());
    }
  }

  private void write(Path file, Instant now, byte[] content) throws IOException {
    Files.write(file, content);
    remember(new Listing.Found(file, content.length, now));
  }

  private void remember(Listing.Found file) {
    kept.addLast(file);
    bytes += file.size();
  }

  private void tidy(Instant now) throws IOException {
    for (Listing.Found oldest = kept.peekFirst(); oldest != null; oldest = kept.peekFirst()) {
      boolean tooMany = kept.size() > 2 * MOST || bytes > MOST_BYTES;
      if (!tooMany && !oldest.written().isBefore(now.minus(keep))) {
        return;
      }
      kept.removeFirst();
      bytes -= oldest.size();
      Files.deleteIfExists(oldest.path());
    }
  }

  private Path free(String name, String ending) {
    Path free = folder.resolve(name + ending);
    for (int i = 2; Files.exists(free.resolveSibling(free.getFileName() + REASON)); i++) {
      free = folder.resolve(name + "." + i + ending);
    }
    return free;
  }

  /** So that what only needs to be put right can be dropped in as a file. */
  private static String ending(byte[] payload) {
    boolean json = payload.length > 0 && (payload[0] == '[' || payload[0] == '{');
    return json ? ".json" : ".bin";
  }
}
