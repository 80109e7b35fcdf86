package io.minewatch.alerting.evidence;

import io.minewatch.alerting.desk.Store;
import io.minewatch.alerting.evidence.Slice.Part;
import io.minewatch.alerting.journal.LedgerRows.Head;
import io.minewatch.alerting.journal.LedgerRows.Kind;
import io.minewatch.alerting.journal.LedgerRows.Row;
import io.minewatch.alerting.ledger.Canonical;
import io.minewatch.alerting.ledger.Entry;
import io.minewatch.alerting.view.IncidentView;
import io.minewatch.alerting.view.JudgedRules.JudgedRule;
import io.minewatch.series.store.SeriesStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the evidence pack of one incident: what was shown, in words to print, the rules it was
 * judged by, and the piece of the ledger that proves it. The export itself is a row of the ledger
 * that holds the hash of every file.
 */
public final class EvidencePack {
  static final String LEDGER = "ledger.json";
  static final String READINGS = "readings.json";

  /** Of a slice; an incident that lasted through more is exported from a copy of the database. */
  private static final long MOST_ROWS = 500_000;

  /** Rows of the ledger in the memory at once. */
  private static final long PIECE = 5_000;

  /** How long one waits while another's pack is made: only one is in the memory. */
  private static final long WAIT_SECONDS = 30;

  /** Daily roots told: more than ten years. */
  private static final int ROOTS = 4_000;

  /** Kinds of rows that are told in full when they are about the incident. */
  private static final Set<String> OF_INCIDENT = Set.of(Kind.INCIDENT.name(), Kind.ACCIDENT.name());

  private static final String README =
      """
      矿山安全监测预警 事件证据包 / Minewatch: evidence of one incident

      report.html    可打印的时间线（中英文） / the timeline to print, in both languages
      incident.json  事件全部内容 / the incident in full
      rules.json     判定所依据的规则条款，按判定时的方案 / the rules it was judged by, as the plans of then had them
                     （knownBy 为 TODAY：当时的方案未保存，按导出时的规则 / that plan is not kept: as the rules of the export have it）
      ledger.json    台账片段及其散列链 / the slice of the ledger with its hash chain
      readings.json  测点读数及其到台账数据根的证明 / the readings, with their paths to roots in the ledger

      校验 / To check it, anywhere, without a server:  ./minewatch verify --file THIS.zip
      另行记录的每日根值可一并校验 / with a daily root noted elsewhere:  --root ROW:HASH
      """;

  private final Semaphore one = new Semaphore(1);
  private final Store store;
  private final @Nullable ReadingsOf readings;
  private final JsonMapper json;

  /**
   * Makes them.
   *
   * @param series where readings are read; null where there is none, and packs hold none
   */
  public EvidencePack(Store store, @Nullable SeriesStore series, JsonMapper json) {
    this.readings = series == null ? null : new ReadingsOf(series, store.dataRoots());
    this.store = store;
    this.json = json;
  }

  /**
   * Makes a pack, as a zip.
   *
   * @param rules that it was judged by
   * @param by who asked for it
   * @throws IllegalStateException if too many rows of other incidents lie between its own, or other
   *     packs take too long
   */
  public byte[] of(IncidentView view, List<JudgedRule> rules, String by, Instant now) {
    try {
      if (!one.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("other packs are being made: ask again later");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the service ends", e);
    }
    try {
      return make(view, rules, by, now);
    } finally {
      one.release();
    }
  }

  private byte[] make(IncidentView view, List<JudgedRule> rules, String by, Instant now) {
    Map<String, byte[]> files = new TreeMap<>();
    files.put("incident.json", json.writeValueAsBytes(view));
    files.put("rules.json", json.writeValueAsBytes(rules));
    files.put("README.txt", README.getBytes(StandardCharsets.UTF_8));
    Set<Long> roots = new TreeSet<>();
    Readings found = readings == null ? null : readings.of(view, now);
    files.put("report.html", Report.of(view, rules, found, now).getBytes(StandardCharsets.UTF_8));
    if (found != null) {
      found.hours().stream().map(Readings.Hour::row).filter(row -> row > 0).forEach(roots::add);
      files.put(READINGS, json.writeValueAsBytes(found));
    }
    Map<String, String> hashes = new TreeMap<>();
    files.forEach((name, bytes) -> hashes.put(name, Canonical.sha256(bytes)));
    Entry export =
        new Entry(
            0,
            now.toString(),
            view.mine(),
            Kind.EXPORT.name(),
            view.id(),
            0,
            by,
            "EvidencePack",
            Canonical.json(hashes));
    Slice slice = slice(view.id(), export, roots);
    files.put(LEDGER, json.writeValueAsBytes(slice));
    return zip(files);
  }

  /**
   * Cuts it out.
   *
   * @param roots rows with data roots of the incident's readings; the slice reaches back to them
   */
  private Slice slice(String incident, Entry export, Set<Long> roots) {
    Long opened = store.ledger().first(incident);
    if (opened == null) {
      throw new IllegalStateException("the ledger has no rows of " + incident);
    }
    long first = roots.stream().reduce(opened, Math::min);
    Head head = store.database().write(() -> append(export, first));
    String[] previous = {""};
    List<Part> rows = new ArrayList<>();
    for (long from = first; from <= head.seq(); from += PIECE) { // rows never change: no lock
      long to = Math.min(from + PIECE - 1, head.seq());
      rows.addAll(
          store
              .ledger()
              .between(
                  from,
                  to,
                  row -> {
                    if (row.entry().seq() == first) {
                      previous[0] = row.previous();
                    }
                    return part(row, incident, head, roots);
                  }));
    }
    return new Slice(incident, first, previous[0], head.hash(), store.ledger().roots(ROOTS), rows);
  }

  private Head append(Entry export, long first) {
    if (store.ledger().head().seq() + 1 - first >= MOST_ROWS) {
      throw new IllegalStateException(
          "more than " + MOST_ROWS + " rows of the ledger lie between the first and now");
    }
    return store.ledger().append(List.of(export));
  }

  private static Part part(Row row, String incident, Head head, Set<Long> roots) {
    boolean ours =
        row.entry().seq() == head.seq()
            || roots.contains(row.entry().seq())
            || (OF_INCIDENT.contains(row.entry().kind()) && row.entry().subject().equals(incident));
    return ours
        ? new Part(row.entry(), null, row.hash())
        : new Part(null, row.entry().digest(), null);
  }

  private static byte[] zip(Map<String, byte[]> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTime(0); // the time of the export stands in the ledger
        zip.putNextEntry(entry);
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return bytes.toByteArray();
  }
}
