package io.minewatch.ingest.recorded;

import static io.minewatch.ingest.ModelPlan.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Measure;
import io.minewatch.house.Recordings;
import io.minewatch.ingest.recorded.RecordedSet.Source;
import io.minewatch.ingest.replay.Progress;
import io.minewatch.ingest.station.Gateway;
import io.minewatch.ingest.station.RecordedLinks;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SetsTest {
  private static final Instant CENTURY = Instant.parse("2000-01-01T00:00:00Z");

  @TempDir Path folder;

  private static RecordedSet set(String name) {
    return Objects.requireNonNull(Sets.all().get(name), name);
  }

  @Test
  void everySetIsAMineOfItsOwn() {
    assertThat(Sets.all().values())
        .hasSize(15)
        .extracting(RecordedSet::mine)
        .doesNotHaveDuplicates();
  }

  /** The figures were counted apart, by a script that shares nothing with the reader. */
  @ParameterizedTest(name = "{0}: {1} values and positions, {2} missing, of {3} points or cards")
  @CsvSource({
    "longwall, 80208, 0, 6",
    "prism, 1491, 2, 2",
    "bazimen, 1015, 1417, 5",
    "baijiabao, 900, 0, 3",
    "tailings-pond, 53015, 19, 4",
    "groundwater, 158324, 0, 4",
    "people-corridor, 1093, 0, 148",
    "people-room, 4771, 0, 148",
    "people-hardhat, 20097, 225, 2",
    "people-uwb, 459, 0, 1",
    "sensor-faults, 78982, 0, 5",
    "sensor-faults-raw, 157592, 0, 4",
    "sensor-clean, 38662, 0, 3",
    "air-quality-co, 33371, 4057, 4",
    "seismic-bumps, 2584, 0, 1"
  })
  void everySetIsReadToItsEnd(String name, int values, int missing, int things) throws IOException {
    SetReader.Content content = SetReader.read(set(name), Recordings.folder());

    assertThat(content.events().size()).isEqualTo(values);
    assertThat(content.missing()).isEqualTo(missing);
    assertThat(content.events().stream().map(SetsTest::thing).distinct()).hasSize(things);
    assertThat(content.events()).allMatch(each -> each.at().isAfter(CENTURY.minusSeconds(1)));
    assertThat(content.events()).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
  }

  static Set<String> names() {
    return Sets.all().keySet();
  }

  /** Through a gateway that keeps nothing; of the pace only what it is asked to wait for. */
  @ParameterizedTest
  @MethodSource("names")
  void everySetIsPlayedAtAPaceAndItsProgressIsShown(String name) throws Exception {
    RecordedSet set = set(name);
    RecordedLinks links = new RecordedLinks();
    Gateway gateway =
        Gateway.sending(links, new Gateway.Identity(set.mine(), new GatewayId("gw"), "s1"), START);
    List<Duration> due = new ArrayList<>();
    List<Progress> shown = new ArrayList<>();

    Progress end =
        new SetReplay(
                gateway,
                Clock.fixed(START, ZoneOffset.UTC),
                seen -> {
                  shown.add(seen);
                  links.sent.clear();
                })
            .run(set, Recordings.folder(), due::add);

    assertThat(due).isSorted().hasSize(shown.size());
    assertThat(shown).isSortedAccordingTo(Comparator.comparing(Progress::measured));
    assertThat(shown.get(shown.size() - 1)).isEqualTo(end);
    assertThat(end.readings()).isEqualTo(SetReader.read(set, Recordings.folder()).events().size());
  }

  @Test
  void everyFileOfTheRecordingsIsPlayedOrLeftOutForAReason() throws IOException {
    Path recordings = Recordings.folder();
    List<PathMatcher> known =
        Stream.concat(
                Sets.all().values().stream()
                    .flatMap(set -> set.sources().stream())
                    .map(Source::file),
                Sets.leftOut().keySet().stream())
            .map(pattern -> FileSystems.getDefault().getPathMatcher("glob:" + pattern))
            .toList();
    try (Stream<Path> files = Files.walk(recordings)) {
      assertThat(files.filter(Files::isRegularFile).map(recordings::relativize))
          .isNotEmpty()
          .allSatisfy(file -> assertThat(known).as(file + "").anyMatch(each -> each.matches(file)));
    }
    assertThat(Sets.leftOut().values()).noneMatch(String::isBlank);
  }

  private static String thing(Recorded event) {
    return event instanceof Recorded.Position position
        ? position.fix().card().value()
        : ((Recorded.Value) event).point().value();
  }

  @Test
  void whatIsMissingIsNeverTakenForAReading() throws IOException {
    SetReader.Content air = SetReader.read(set("air-quality-co"), Recordings.folder());

    assertThat(air.events())
        .allMatch(each -> each instanceof Recorded.Value value && value.value() > -100);
  }

  @Test
  void aSetIsPlayedAsAGatewayAndItsRegistryFileNamesItsPoints() throws Exception {
    Files.createDirectories(folder.resolve("pond"));
    Files.writeString(
        folder.resolve("pond/a.csv"),
        "at,Level[m],\"x, y\"\n2020-06-01 0:00,3.1,-9\n2020-06-01 0:05,3.2,1\n");
    Files.writeString(folder.resolve("pond/tags.txt"), "# of a film\n7 0 -3.0\n7 25 4.5\n");
    Map<String, RecordedSet> sets =
        Sets.parse(
            List.of(
                "set pond | 990000000099 | generic | 池 | Pond",
                "begin 2020-06-01T00:00:00Z",
                "file pond/*.csv",
                "time text at yyyy-MM-dd H:mm",
                "missing -9",
                "point Level[m] | L-1 | WATER_LEVEL | m | | PT5M",
                "point x, y | T-1 | TEMPERATURE | | 2 | PT5M",
                "file pond/tags.txt",
                "header who|frame|x",
                "time frame frame 25",
                "people who | x | along -100 west, 0 east | PT1S"));
    RecordedSet pond = Objects.requireNonNull(sets.get("pond"));
    RecordedLinks links = new RecordedLinks();
    Gateway gateway =
        Gateway.sending(links, new Gateway.Identity(pond.mine(), new GatewayId("gw"), "s1"), START);

    Progress end =
        new SetReplay(gateway, Clock.fixed(START, ZoneOffset.UTC), seen -> {})
            .run(pond, folder, due -> {});

    assertThat(end.readings()).isEqualTo(5);
    assertThat(end.missing()).isEqualTo(1);
    assertThat(links.to("/readings")).hasSize(2);
    assertThat(links.to("/positions")).hasSize(2);
    assertThat(SetRegistry.yaml(pond, folder))
        .contains("mine: \"990000000099\"", "{id: west,", "{id: east,")
        .contains("{id: T-1, zone: west, measure: " + Measure.TEMPERATURE)
        .contains("nameEnglish: L-1, location: none, period: PT5M");
  }

  @ParameterizedTest
  @CsvSource({"set a | 990000000099 | generic | x | y, no file", "point A | B, file comes first"})
  void aTableThatIsWrongIsRefused(String line, String why) {
    assertThatThrownBy(() -> Sets.parse(List.of(line.replace('~', ','))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasStackTraceContaining(why);
  }
}
