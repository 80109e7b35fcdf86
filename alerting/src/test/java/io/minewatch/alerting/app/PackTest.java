package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.wire.Samples;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    Map<String, byte[]> files = unpacked(recorded.pack);
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
    for (String name : unpacked(recorded.pack).keySet()) {
      Map<String, byte[]> files = unpacked(recorded.pack);
      if (!name.equals("ledger.json")) {
        files.get(name)[40] ^= 1;
        assertThat(checked(files).words()).startsWith("ALTERED: ").contains(name);
        files.remove(name);
        assertThat(checked(files).words()).startsWith("ALTERED: ").contains(name);
      }
    }
    Map<String, byte[]> files = unpacked(recorded.pack);
    files.put("more.txt", new byte[] {1});
    assertThat(checked(files).words()).startsWith("ALTERED: ").contains("more.txt");
  }

  @Test
  void everyChangeOfAPacksLedgerIsNamed() throws Exception {
    ledger("\\\"refusal\\\":\\\"STALE\\\"", "\\\"refusal\\\":\\\"STALL\\\"", "was altered");
    ledger("\"actor\":\"dispatcher\"", "\"actor\":\"leader\"", "was altered");
    String text = text(unpacked(recorded.pack), "ledger.json");
    int digest = text.indexOf("\"digest\":\"") + "\"digest\":\"".length();
    String other = text.charAt(digest) == '0' ? "1" : "0";
    Map<String, byte[]> files = unpacked(recorded.pack);
    String changed = text.substring(0, digest) + other + text.substring(digest + 1);
    files.put("ledger.json", changed.getBytes(StandardCharsets.UTF_8));
    assertThat(checked(files).words()).startsWith("ALTERED: ");
    files.remove("ledger.json");
    assertThat(checked(files).code()).isEqualTo(2);
  }

  /** A rule of a pack is written anew between a finding and the export. */
  @Test
  void aRuleIsToldAsItReadWhenItJudged(@TempDir Path folder) throws Exception {
    String then = "第536条 表 第2项";
    String now = "第999条 表 第2项";
    MemoryBus bus = new MemoryBus();
    MovedClock clock = new MovedClock(Instant.parse("2026-03-01T08:00:00Z"));
    String opened =
        new String(Samples.bytes("finding-opened.json"), StandardCharsets.UTF_8)
            .replace("\"planVersion\": 3", "\"planVersion\": 1");
    try (AlertingService first = Running.startTwoMines(folder, clock, bus)) {
      awaitPlan(bus, 1);
      bus.raw(Timeline.FINDINGS, opened.getBytes(StandardCharsets.UTF_8));
      Map<String, byte[]> files = awaitPack(first, "ORANGE");
      assertThat(text(files, "rules.json")).contains(then, "\"knownBy\":\"PLAN\"");
    }
    try (AlertingService second =
        Running.startWith(folder, clock, bus, pack -> pack.replace(then, now))) {
      awaitPlan(bus, 2);
      Map<String, byte[]> files = awaitPack(second, "ORANGE");
      for (String name : new String[] {"rules.json", "report.html", "incident.json"}) {
        assertThat(text(files, name)).as(name).contains(then).doesNotContain(now);
      }

      String raised =
          opened
              .replace("\"fact\": 0", "\"fact\": 1")
              .replace("OPENED", "RAISED")
              .replace("ORANGE", "RED")
              .replace("\"limit\": 1.0", "\"limit\": 1.5")
              .replace("\"planVersion\": 1", "\"planVersion\": 2");
      bus.raw(Timeline.FINDINGS, raised.getBytes(StandardCharsets.UTF_8));
      files = awaitPack(second, "RED");
      for (String name : new String[] {"rules.json", "report.html"}) {
        assertThat(text(files, name)).as(name).contains(then, now);
      }
      assertThat(text(files, "incident.json")).contains(now).doesNotContain(then);
    }
  }

  private static void awaitPlan(MemoryBus bus, long version) {
    await()
        .untilAsserted(
            () ->
                assertThat(bus.newest("mw/v1/140921021337/plan", Plan.class))
                    .isNotNull()
                    .satisfies(plan -> assertThat(plan.version()).isEqualTo(version)));
  }

  /** The pack of the incident, once it has this colour. */
  private static Map<String, byte[]> awaitPack(AlertingService service, String severity)
      throws Exception {
    String path = "/api/incidents/" + Recorded.INCIDENT;
    Api api = new Api(service.port());
    await()
        .ignoreExceptions()
        .untilAsserted(
            () -> assertThat(api.get("leader", path).at("/severity").asText()).isEqualTo(severity));
    return unpacked(Recorded.evidence(service.port(), path + "/evidence"));
  }

  private static void ledger(String from, String to, String words) throws Exception {
    Map<String, byte[]> files = unpacked(recorded.pack);
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

  private static Map<String, byte[]> unpacked(byte[] pack) throws Exception {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(pack))) {
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
