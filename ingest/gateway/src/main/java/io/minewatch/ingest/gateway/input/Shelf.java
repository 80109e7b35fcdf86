package io.minewatch.ingest.gateway.input;

import io.minewatch.domain.reading.ClockAhead;
import io.minewatch.ingest.files.layout.LocalTimes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where files go when the gateway is done with them. */
final class Shelf {
  private static final String REASON = ".reason";
  private static final String NOTE = ".import";

  /** Of a national file's name; slope systems put signs between. */
  private static final Pattern TIME = Pattern.compile("((?:[0-9][-: ]?){13}[0-9])[._]");

  private final FolderSettings settings;
  private final Path done;
  private final Path refused;
  private final Path definitions;

  Shelf(FolderSettings settings) {
    this.settings = settings;
    done = settings.folder().resolve("done");
    refused = settings.folder().resolve("refused");
    definitions = settings.folder().resolve("definitions");
  }

  void prepare() throws IOException {
    Files.createDirectories(refused);
    if (settings.after() == FolderSettings.After.MOVE) {
      Files.createDirectories(done);
    }
  }

  /** The messages of this file are safe. */
  void done(Path file) throws IOException {
    if (settings.after() == FolderSettings.After.DELETE) {
      Files.deleteIfExists(file);
    } else if (Files.exists(file)) {
      Files.move(file, free(done, file.getFileName().toString()));
    }
  }

  /**
   * This file defines: the newest of its type, by the time in its name, is kept until a person
   * clears it away, with what is to be done with it beside it. An older one stays where it is, to
   * be done with. A name without a time is older than every one that has it, and one that lies
   * ahead of when its file was written counts as of then: its clock was ahead.
   */
  void define(Path file, String note) throws IOException {
    Files.createDirectories(definitions);
    String name = file.getFileName().toString();
    String type = name.substring(0, name.indexOf('_', name.indexOf('_') + 1) + 1);
    String time = time(file, type.length());
    List<Path> before = new ArrayList<>();
    for (Path each : Listing.of(definitions)) {
      String other = each.getFileName().toString();
      if (other.startsWith(type)) {
        boolean aside = other.endsWith(NOTE); // written by us, and so not as old as its file
        if (!aside && time(each, type.length()).compareTo(time) > 0) {
          return;
        }
        before.add(each);
      }
    }
    Path target = definitions.resolve(name);
    Files.writeString(definitions.resolve(name + NOTE), note + "\n", StandardCharsets.UTF_8);
    Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
    for (Path each : before) {
      if (!each.getFileName().toString().startsWith(name)) {
        Files.deleteIfExists(each);
      }
    }
  }

  /** The fourteen digits of the time that begins there; nothing if there is none. */
  private static String time(Path file, int from) throws IOException {
    String name = file.getFileName().toString();
    Matcher time = TIME.matcher(name).region(from, name.length());
    if (!time.lookingAt()) {
      return "";
    }
    String told = time.group(1).replaceAll("[^0-9]", "");
    Instant written = Files.getLastModifiedTime(file).toInstant().plus(ClockAhead.FAR);
    String latest = LocalTimes.CHINA.writeDigits(written);
    return told.compareTo(latest) > 0 ? latest : told;
  }

  /** This file could not be taken; the reason lies beside it, and lies there first. */
  void refuse(Path file, List<String> why) throws IOException {
    Path target = free(refused, file.getFileName().toString());
    writeReason(target, why);
    Files.move(file, target);
  }

  /** Something in this file could not be taken; the rest is safe. */
  void note(Path file, List<String> why) throws IOException {
    writeReason(free(refused, file.getFileName().toString()), why);
  }

  private static void writeReason(Path target, List<String> why) throws IOException {
    Files.writeString(
        target.resolveSibling(target.getFileName() + REASON),
        String.join("\n", why) + "\n",
        StandardCharsets.UTF_8);
  }

  /** A name that is not taken: a second file of one name must not cover the first. */
  private static Path free(Path folder, String name) {
    Path free = folder.resolve(name);
    for (int i = 2;
        Files.exists(free) || Files.exists(folder.resolve(free.getFileName() + REASON));
        i++) {
      free = folder.resolve(name + "." + i);
    }
    return free;
  }

  /** Deletes what was kept for long enough. */
  void tidy(Instant now) throws IOException {
    tidy(done, now, settings.keepDone());
    tidy(refused, now, settings.keepRefused());
  }

  private static void tidy(Path folder, Instant now, Duration keep) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    for (Path file : Listing.of(folder)) {
      try {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(keep))) {
          Files.delete(file);
        }
      } catch (NoSuchFileException e) {
        // A person who cleared it away was quicker, and that is as good.
      }
    }
  }
}
