package io.minewatch.ingest.files.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.Fix;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.reading.Quality;
import io.minewatch.ingest.files.Dropped;
import io.minewatch.ingest.files.define.PersonDefinition;
import io.minewatch.ingest.files.define.PointDefinition;
import io.minewatch.ingest.files.found.Content;
import io.minewatch.ingest.files.found.FileReading;
import io.minewatch.ingest.files.found.FileResult;
import io.minewatch.ingest.files.found.PersonFix;
import io.minewatch.ingest.files.layout.LocalTimes;
import io.minewatch.ingest.files.read.Arrival;
import io.minewatch.ingest.files.read.FileReader;
import io.minewatch.ingest.files.read.FileRules;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written is read again the same, in every dialect, for any content. */
class RoundTripTest {
  private static final FileReader UNKNOWING =
      new FileReader(Dropped.FORMATS, Dropped.WORDS, FileRules.NATIONAL);
  private static final long SEED = 20_260_101;
  private static final int ROUNDS = 300;
  private static final Instant MADE = Dropped.MADE;

  private final Random random = new Random(SEED);

  static List<Dialect> dialects() {
    Charset gbk = Charset.forName("GBK");
    return List.of(
        Dialect.COAL,
        Dialect.NON_COAL,
        new Dialect('~', "||", gbk, ""),
        new Dialect('^', "||", gbk, "N"),
        new Dialect('~', "]]]", gbk, ""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dialects")
  void readings(Dialect dialect) {
    for (int round = 0; round < ROUNDS; round++) {
      List<FileReading> sent = new ArrayList<>();
      for (int i = 0; i <= random.nextInt(20); i++) {
        sent.add(
            new FileReading(
                new PointId("P" + i),
                pick(Measure.values()),
                random.nextGaussian() * Math.pow(10, random.nextInt(8) - 3),
                "",
                MADE.minusSeconds(random.nextInt(100_000)),
                Quality.GOOD,
                "0"));
      }

      Content back = content(writer(dialect).readings(MADE, sent));

      assertThat(((Content.Readings) back).readings()).as("seed %s", SEED).isEqualTo(sent);
    }
  }

  @Test
  void everyQualityThatFilesCanTellComesBack() {
    for (Quality quality : Quality.values()) {
      FileReading sent =
          new FileReading(new PointId("P"), Measure.METHANE, 0.5, "%", MADE, quality, "");
      FileReading back =
          ((Content.Readings) content(writer(Dialect.COAL).readings(MADE, List.of(sent))))
              .readings()
              .get(0);

      boolean told = quality != Quality.STALE && quality != Quality.OFFLINE_GATEWAY;
      assertThat(back.quality()).isEqualTo(told ? quality : Quality.SUSPECT);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dialects")
  void points(Dialect dialect) {
    for (int round = 0; round < ROUNDS; round++) {
      List<PointDefinition> sent = new ArrayList<>();
      for (int i = 0; i <= random.nextInt(20); i++) {
        Measure measure = pick(Measure.values());
        TreeMap<String, Double> thresholds = new TreeMap<>();
        for (String field : List.of("high", "upperAlarm", "upperCut", "lowerRestore")) {
          if (random.nextBoolean()) {
            thresholds.put(field, random.nextInt(1000) / 100.0);
          }
        }
        sent.add(
            new PointDefinition(
                new PointId("P" + i),
                measure,
                "",
                words(),
                thresholds,
                Map.of("type", measure.chinese(), "substation", words(), "x", "1.5")));
      }

      Content back = content(writer(dialect).points(MADE, sent));

      assertThat(((Content.Points) back).points()).as("seed %s", SEED).isEqualTo(sent);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dialects")
  void people(Dialect dialect) {
    for (int round = 0; round < ROUNDS; round++) {
      List<PersonDefinition> sent = new ArrayList<>();
      for (int i = 0; i <= random.nextInt(20); i++) {
        sent.add(
            new PersonDefinition(
                new CardId("c" + i),
                words(),
                words(),
                words(),
                random.nextBoolean(),
                Map.of("born", "1990-01-01", "special", "1")));
      }

      Content back = content(writer(dialect).people(MADE, sent));

      assertThat(((Content.People) back).people()).as("seed %s", SEED).isEqualTo(sent);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dialects")
  void positions(Dialect dialect) {
    for (int round = 0; round < ROUNDS; round++) {
      List<PersonFix> sent = new ArrayList<>();
      for (int i = 0; i <= random.nextInt(20); i++) {
        boolean inside = random.nextBoolean();
        Fix fix =
            new Fix(
                new CardId("c" + i),
                MADE,
                inside,
                inside ? new ZoneId("z" + random.nextInt(5)) : null,
                inside ? MADE.minusSeconds(random.nextInt(9_000)) : null,
                "s" + random.nextInt(9),
                random.nextInt(2_000) / 10.0 - 100,
                random.nextBoolean(),
                random.nextInt(10) == 0);
        List<PersonFix.Passing> track =
            List.of(
                new PersonFix.Passing("s1", MADE.minusSeconds(60)),
                new PersonFix.Passing("s2", MADE));
        sent.add(new PersonFix(fix, words(), track, Map.of()));
      }

      var back = ((Content.Positions) content(writer(dialect).positions(MADE, sent))).fixes();

      assertThat(back)
          .extracting(PersonFix::fix)
          .isEqualTo(sent.stream().map(PersonFix::fix).toList());
      assertThat(back)
          .extracting(PersonFix::name)
          .isEqualTo(sent.stream().map(PersonFix::name).toList());
      assertThat(back)
          .extracting(PersonFix::track)
          .isEqualTo(sent.stream().map(PersonFix::track).toList());
    }
  }

  @Test
  void aTextThatHoldsAMarkOfTheFileIsRefusedAndNotBentIntoTwoFields() {
    for (String mark : new String[] {";", "~", "||", "\n"}) {
      PersonDefinition person =
          new PersonDefinition(new CardId("c"), "测" + mark + "试", "", "", false, Map.of());

      assertThatThrownBy(() -> writer(Dialect.COAL).people(MADE, List.of(person)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("'name'");
    }
  }

  private String words() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i <= random.nextInt(6); i++) {
      text.append((char) (0x4E00 + random.nextInt(0x5000)));
    }
    return text.append(random.nextInt(100)).toString();
  }

  private <T> T pick(T[] all) {
    return all[random.nextInt(all.length)];
  }

  private static FileWriter writer(Dialect dialect) {
    return new FileWriter(
        Dropped.FORMATS, LocalTimes.CHINA, dialect, new MineCode(Dropped.MINE), "模型煤矿");
  }

  private static Content content(WrittenFile file) {
    FileResult result = UNKNOWING.read(new Arrival(file.name(), file.bytes(), MADE, Dropped.NOW));
    assertThat(Dropped.taken(result).refused()).isEmpty();
    return Dropped.taken(result).content();
  }
}
