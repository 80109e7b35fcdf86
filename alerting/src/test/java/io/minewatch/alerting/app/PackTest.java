package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The check of a real evidence pack, as the command runs it. */
class PackTest {
  private static Recorded recorded;

  @BeforeAll
  static void record() throws Exception {
    recorded = Recorded.get();
  }

  @Test
  void aPackIsIntactByItselfAndTellsOthersOnlyAsDigests() throws Exception {
    Path zip = Files.write(recorded.file("whole.zip"), recorded.pack);
    Recorded.Told told = Recorded.verify("--file", zip.toString(), "--root", recorded.root);
    assertThat(told.words()).startsWith("intact: ");
    assertThat(told.code()).isZero();
    Map<String, byte[]> files = unpacked();
    assertThat(files)
        .containsOnlyKeys(
            "README.txt", "incident.json", "ledger.json", "report.html", "rules.json");
    assertThat(text(files, "ledger.json")).contains("ActRefused").doesNotContain("SignedIn");
    assertThat(text(files, "rules.json")).contains("cn-coal-2025:536-2");
    assertThat(text(files, "report.html"))
        .contains("事件建立", "Incident opened", "拒绝回应", "escalated to the")
        .contains("This pack holds no readings")
        .doesNotContain("<script");
    String other = recorded.root.replaceFirst(":.*", ":" + "0".repeat(64));
    assertThat(Recorded.verify("--file", zip.toString(), "--root", other).words())
        .contains("a root differs");
  }

  @Test
  void everyFileOfAPackThatIsAlteredIsNamed() throws Exception {
    for (String name : unpacked().keySet()) {
      Map<String, byte[]> files = unpacked();
      if (!name.equals("ledger.json")) {
        files.get(name)[40] ^= 1;
        assertThat(checked(files).words()).startsWith("ALTERED: ").contains(name);
        files.remove(name);
        assertThat(checked(files).words()).startsWith("ALTERED: ").contains(name);
      }
    }
    Map<String, byte[]> files = unpacked();
    files.put("more.txt", new byte[] {1});
    assertThat(checked(files).words()).startsWith("ALTERED: ").contains("more.txt");
  }

  @Test
  void everyChangeOfAPacksLedgerIsNamed() throws Exception {
    ledger("\\\"refusal\\\":\\\"STALE\\\"", "\\\"refusal\\\":\\\"STALL\\\"", "was altered");
    ledger("\"actor\":\"dispatcher\"", "\"actor\":\"leader\"", "was altered");
    String text = text(unpacked(), "ledger.json");
    int digest = text.indexOf("\"digest\":\"") + "\"digest\":\"".length();
    String other = text.charAt(digest) == '0' ? "1" : "0";
    Map<String, byte[]> files = unpacked();
    String changed = text.substring(0, digest) + other + text.substring(digest + 1);
    files.put("ledger.json", changed.getBytes(StandardCharsets.UTF_8));
    assertThat(checked(files).words()).startsWith("ALTERED: ");
    files.remove("ledger.json");
    assertThat(checked(files).code()).isEqualTo(2);
  }

  private static void ledger(String from, String to, String words) throws Exception {
    Map<String, byte[]> files = unpacked();
    String text = text(files, "ledger.json");
    assertThat(text).contains(from);
    files.put("ledger.json", text.replace(from, to).getBytes(StandardCharsets.UTF_8));
    Recorded.Told told = checked(files);
    assertThat(told.words()).startsWith("ALTERED: ").contains(words);
    assertThat(told.code()).isEqualTo(1);
  }

  private static String text(Map<String, byte[]> files, String name) {
    return new String(files.get(name), StandardCharsets.UTF_8);
  }

  private static Map<String, byte[]> unpacked() throws Exception {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(recorded.pack))) {
      for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
        files.put(each.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  private static Recorded.Told checked(Map<String, byte[]> files) throws Exception {
    Path file = recorded.file("pack.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> each : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(each.getKey()));
        zip.write(each.getValue());
      }
    }
    return Recorded.verify("--file", file.toString());
  }
}
