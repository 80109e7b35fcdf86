package io.minewatch.ingest.gateway.input;

import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.ingest.gateway.bridge.CsvFile;
import io.minewatch.ingest.gateway.bridge.FileBridge;
import io.minewatch.ingest.gateway.bridge.FileContent;
import io.minewatch.ingest.gateway.bridge.JsonFile;
import io.minewatch.ingest.gateway.bridge.Translation;
import io.minewatch.ingest.gateway.message.Payloads;
import io.minewatch.ingest.gateway.message.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder at times that the test sets, and what was kept of it. */
abstract class Dropping {
  static final Instant START = Instant.parse("2026-01-01T08:00:00Z");
  static final Site SITE = new Site(new MineCode("140921021337"), new GatewayId("gw-01"));

  static final String CSV =
      "time,point,value,unit,quality\n2026-01-01T16:00:00+08:00,T1,0.5,/100,GOOD\n";

  static final Duration AGE = Duration.ofSeconds(30);
  @TempDir Path temp;
  Path folder;
  final KeptInMemory kept = new KeptInMemory();
  DropFolder drop;
  Instant now = START;
  Duration set = Duration.ZERO;

  @BeforeEach
  void make() {
    folder = temp.resolve("drop");
    drop = drop(FolderSettings.of(folder));
  }

  DropFolder drop(FolderSettings settings) {
    Payloads payloads = new Payloads(SITE);
    return new DropFolder(
        settings,
        List.of(new JsonFile(payloads), new CsvFile(payloads), new MarkedFile()),
        kept,
        AGE);
  }

  void scanAfter(Duration time) throws Exception {
    now = now.plus(time);
    drop.scan(times());
  }

  /** The wall clock is ahead by what it was set by. */
  Times times() {
    return new Times(Clock.fixed(now.plus(set), ZoneOffset.UTC), Clock.fixed(now, ZoneOffset.UTC));
  }

  void scan() throws Exception {
    scanAfter(Duration.ofSeconds(1));
  }

  Path write(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    Files.setLastModifiedTime(file, FileTime.from(now));
    return file;
  }

  List<String> in(String sub) throws IOException {
    try (var files = Files.list(folder.resolve(sub))) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  static final class FailingReader implements FileBridge {
    @Override
    public boolean takes(String name) {
      return name.endsWith(".poison");
    }

    @Override
    public Ending ending(FileContent file) {
      throw new IllegalStateException("made up");
    }

    @Override
    public Translation translate(FileContent file, Instant at) {
      throw new IllegalStateException("made up");
    }
  }
}
