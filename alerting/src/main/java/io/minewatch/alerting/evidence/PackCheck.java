package io.minewatch.alerting.evidence;

import io.minewatch.alerting.evidence.Slice.Part;
import io.minewatch.alerting.journal.LedgerRows.Kind;
import io.minewatch.alerting.journal.LedgerRows.Root;
import io.minewatch.alerting.ledger.Canonical;
import io.minewatch.alerting.ledger.Chain;
import io.minewatch.alerting.ledger.Entry;
import io.minewatch.alerting.ledger.Fault;
import io.minewatch.alerting.ledger.Link;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks a pack by itself, far from any server: the chain of its slice, that no row of its incident
 * is left out, and that every file is the one whose hash the last row tells.
 */
public final class PackCheck {
  /** Of one file of a pack, unpacked; a larger one is refused. */
  private static final int MOST_BYTES = 256 * 1024 * 1024;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private PackCheck() {}

  /**
   * Checks everything.
   *
   * @param noted roots noted elsewhere, hash by row number
   * @throws IOException if it is no readable pack
   */
  public static Checked of(InputStream zip, Map<Long, String> noted) throws IOException {
    Map<String, byte[]> files = unpack(zip);
    byte[] ledger = files.remove(EvidencePack.LEDGER);
    if (ledger == null) {
      throw new IOException("this is no evidence pack: it has no " + EvidencePack.LEDGER);
    }
    Slice slice;
    try {
      slice = JSON.readValue(ledger, Slice.class);
    } catch (JacksonException e) {
      throw new IOException(EvidencePack.LEDGER + " cannot be read: " + e.getOriginalMessage(), e);
    }
    return check(slice, files, noted);
  }

  private static Map<String, byte[]> unpack(InputStream zip) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(zip)) {
      for (ZipEntry each = in.getNextEntry(); each != null; each = in.getNextEntry()) {
        byte[] bytes = in.readNBytes(MOST_BYTES);
        if (in.read() >= 0 || files.put(each.getName(), bytes) != null) {
          throw new IOException(each.getName() + " is too large or there twice");
        }
      }
    }
    return files;
  }

  private static Checked check(Slice slice, Map<String, byte[]> files, Map<Long, String> noted) {
    Map<Long, String> roots = new HashMap<>();
    for (Root root : slice.roots()) {
      roots.put(root.seq(), root.hash());
    }
    roots.putAll(noted); // what was noted elsewhere counts more than what the pack says itself
    Chain chain = Chain.from(slice.from(), slice.previous());
    long n = 0;
    Entry last = null;
    Fault fault = null;
    Map<Long, Entry> told = new HashMap<>();
    for (Part part : slice.rows()) {
      last = part.entry();
      if (last != null) {
        told.put(last.seq(), last);
      }
      if (last != null && last.kind().equals(Kind.INCIDENT.name()) && ++n != last.n()) {
        fault = new Fault(last.seq(), "comes after rows of this incident that were left out");
      } else {
        fault = chain.take(link(part, chain));
      }
      String root = roots.get(chain.next() - 1);
      if (fault == null && root != null && !root.equals(chain.hash())) {
        fault = new Fault(chain.next() - 1, "or one before it was written anew: a root differs");
      }
      if (fault != null) {
        break;
      }
    }
    if (fault == null) {
      fault = readings(files.get(EvidencePack.READINGS), told);
    }
    if (fault == null) {
      fault = end(slice, chain, last, files);
    }
    long rows = chain.next() - slice.from();
    return new Checked(rows, chain.next() - 1, chain.hash(), fault);
  }

  /** Before the files as a whole: who altered one is told which reading it was. */
  private static @Nullable Fault readings(byte @Nullable [] file, Map<Long, Entry> told) {
    if (file == null) {
      return null;
    }
    try {
      return ReadingsCheck.of(JSON.readValue(file, Readings.class), told);
    } catch (JacksonException e) {
      return new Fault(0, EvidencePack.READINGS + " cannot be read: " + e.getOriginalMessage());
    }
  }

  private static Link link(Part part, Chain chain) {
    Entry entry = part.entry();
    String digest = entry == null ? Objects.requireNonNullElse(part.digest(), "") : entry.digest();
    long seq = entry == null ? chain.next() : entry.seq();
    String told = part.hash();
    String hash = told == null ? Chain.hash(chain.hash(), digest) : told;
    return new Link(seq, digest, chain.hash(), hash);
  }

  private static @Nullable Fault end(
      Slice slice, Chain chain, @Nullable Entry last, Map<String, byte[]> files) {
    long seq = chain.next() - 1;
    if (!chain.hash().equals(slice.hash())) {
      return new Fault(seq, "is the last, but the hash over the slice is another");
    }
    if (last == null
        || !last.kind().equals(Kind.EXPORT.name())
        || !last.subject().equals(slice.incident())) {
      return new Fault(seq, "is the last, but does not record this export");
    }
    return files(last, files);
  }

  /** Whether the files are those whose hashes the last row tells, no more and no less. */
  private static @Nullable Fault files(Entry last, Map<String, byte[]> files) {
    Map<String, String> told = new TreeMap<>();
    JSON.readTree(last.content())
        .properties()
        .forEach(e -> told.put(e.getKey(), e.getValue().asString()));
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      if (!Canonical.sha256(file.getValue()).equals(told.remove(file.getKey()))) {
        return new Fault(last.seq(), "tells another hash of the file " + file.getKey());
      }
    }
    return told.isEmpty()
        ? null
        : new Fault(last.seq(), "tells of a file that is missing: " + told.keySet());
  }
}
