package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.alerting.access.MetricsToken;
import io.minewatch.alerting.journal.AccountRows.Role;
import io.minewatch.alerting.oidc.OidcSettings;
import io.minewatch.alerting.yaml.Problems;
import io.minewatch.domain.reading.Measure;
import io.minewatch.ingest.files.load.Tables;
import io.minewatch.ingest.files.table.Formats;
import io.minewatch.series.server.Flavour;
import io.minewatch.series.server.SeriesServer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertingSettingsTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void write() throws Exception {
    file = folder.resolve("alerting.yaml");
    Files.writeString(
        file,
        """
        database: {url: "jdbc:postgresql://db/minewatch", user: minewatch}
        broker: {server: "tcp://127.0.0.1:1883", user: alerting}
        rules: rules
        mines: mines
        http: {bind: 0.0.0.0, port: 81, proxies: "10[.]0[.]0[.]7"}
        """);
  }

  @Test
  void readsSecretsUnderItsOwnPrefix() {
    AlertingSettings settings =
        AlertingSettings.read(
            file,
            Map.of(
                "MINEWATCH_ALERTING_DATABASE_PASSWORD", "d",
                "MINEWATCH_ALERTING_BROKER_PASSWORD", "b",
                "MINEWATCH_ALERTING_PASSWORD_LEADER", "l",
                "MINEWATCH_BROKER_PORT", "1883",
                "PATH", "/bin"));
    assertThat(settings.database().password()).isEqualTo("d");
    assertThat(settings.broker().password()).isEqualTo("b");
    assertThat(settings.passwords()).isEqualTo(Map.of("leader", "l"));
    assertThat(settings.http())
        .isEqualTo(new AlertingSettings.Http("0.0.0.0", 81, "10[.]0[.]0[.]7"));
    assertThat(settings.toString()).doesNotContain("=d", "=b", "=l");
  }

  @Test
  void theBrokerOfTheEnvironmentComesBeforeThatOfTheFile() {
    String server = "ssl://mosquitto:8883";
    AlertingSettings settings =
        AlertingSettings.read(file, Map.of("MINEWATCH_ALERTING_BROKER_SERVER", server));
    assertThat(settings.broker().server()).isEqualTo(URI.create(server));
  }

  @Test
  void theTokenOfTheMetricsIsASecretAndNoneThatCouldBeGuessed() throws Exception {
    String token = "a-token-of-24-characters";
    AlertingSettings settings =
        AlertingSettings.read(file, Map.of("MINEWATCH_ALERTING_METRICS_TOKEN", token));
    assertThat(settings.http().metrics()).isEqualTo(new MetricsToken(token));
    assertThat(settings.http().metrics()).isNotEqualTo(new MetricsToken(""));
    assertThat(settings + " " + settings.http()).doesNotContain(token);
    Map<String, String> shorter = Map.of("MINEWATCH_ALERTING_METRICS_TOKEN", token.substring(1));
    assertThatThrownBy(() -> AlertingSettings.read(file, shorter))
        .hasMessageContaining("MINEWATCH_ALERTING_METRICS_TOKEN")
        .hasMessageContaining("24")
        .hasMessageNotContaining(token.substring(1));
  }

  @Test
  void theSeriesStoreIsNamedAsForTheArchiveJobAndItsSecretIsNeverShown() throws Exception {
    assertThat(AlertingSettings.read(file, Map.of()).series()).isNull();
    String plain = Files.readString(file);
    Files.writeString(file, plain + "series: {url: \"http://store:8086\", flavour: v2, org: us}\n");
    AlertingSettings settings =
        AlertingSettings.read(file, Map.of("MINEWATCH_ALERTING_SERIES_SECRET", "hush"));
    assertThat(settings.series())
        .isEqualTo(
            new SeriesServer(
                URI.create("http://store:8086"), Flavour.V2, "minewatch", "us", "", "hush"));
    assertThat(settings + " " + settings.series()).doesNotContain("hush");
    assertThat(settings.rootKey()).as("there is no default").isNull();
    String key = "a root key of tests, told to nobody";
    AlertingSettings keyed =
        AlertingSettings.read(file, Map.of("MINEWATCH_ALERTING_ROOT_KEY", key));
    assertThat(keyed.rootKey()).isNotNull();
    assertThat(keyed + " " + keyed.rootKey()).doesNotContain(key);
    assertThatThrownBy(
            () -> AlertingSettings.read(file, Map.of("MINEWATCH_ALERTING_ROOT_KEY", "short")))
        .hasMessageContaining("MINEWATCH_ALERTING_ROOT_KEY")
        .hasMessageContaining("20 characters");

    Files.writeString(file, plain + "series: {url: nowhere, kind: influx}\n");
    assertThatThrownBy(() -> AlertingSettings.read(file, Map.of()))
        .isInstanceOf(Problems.BadFiles.class)
        .hasMessageContaining("series")
        .hasMessageContaining("kind");
  }

  @Test
  void theBrokerIsTrustedByAStoreOfItsOwnWhereOneIsNamed() throws Exception {
    String text = Files.readString(file);
    Files.writeString(
        file,
        text.replace("tcp://127.0.0.1:1883\",", "ssl://broker:8883\", trustStore: trust.p12,"));
    AlertingSettings settings =
        AlertingSettings.read(
            file, Map.of("MINEWATCH_ALERTING_BROKER_TRUST_STORE_PASSWORD", "hush"));
    assertThat(settings.broker().trustStore()).isNotNull();
    assertThat(settings.broker().toString()).doesNotContain("hush");
  }

  @Test
  void aMinesOwnFormatsTakeThePlaceOfTheBuiltInOnes(@TempDir Path other) throws Exception {
    Path own =
        Files.writeString(
            other.resolve("own.formats"),
            """
            format RYCS ALARMS
            title  人员超时 | people overtime
            header mine name time
            field code CARD NEEDED CONFIRMED own 卡 | card
            alarm  OVERTIME
            """);
    Files.writeString(file, Files.readString(file) + "formats: " + own + "\n");

    Formats formats = AlertingSettings.read(file, Map.of()).tables().formats();
    assertThat(formats.of("RYCS").fields()).hasSize(1);
    assertThat(formats.of("RYSS")).isEqualTo(Tables.formats().of("RYSS"));

    Files.writeString(own, "this is no table\n");
    assertThatThrownBy(() -> AlertingSettings.read(file, Map.of()))
        .isInstanceOf(Problems.BadFiles.class)
        .hasMessageContaining("formats")
        .hasMessageContaining("own.formats");
  }

  @Test
  void aMinesOwnWordsGoBeforeTheBuiltInOnes(@TempDir Path other) throws Exception {
    Path own = Files.writeString(other.resolve("own.words"), "measure METHANE 红外瓦斯\n");
    Files.writeString(file, Files.readString(file) + "words: " + own + "\n");

    assertThat(AlertingSettings.read(file, Map.of()).tables().words().measure("红外瓦斯"))
        .isEqualTo(Measure.METHANE);

    Files.writeString(own, "this is no word\n");
    assertThatThrownBy(() -> AlertingSettings.read(file, Map.of()))
        .isInstanceOf(Problems.BadFiles.class)
        .hasMessageContaining("words");
  }

  @Test
  void retiredNamesAreRefusedWithTheirNewOnesAllTogether() {
    Map<String, String> old =
        Map.of(
            "MINEWATCH_DATABASE_PASSWORD", "secret-1",
            "MINEWATCH_BROKER_PASSWORD", "secret-2",
            "MINEWATCH_PASSWORD_LEADER", "secret-3",
            "MINEWATCH_ALERTING_COLOUR", "red");
    assertThatThrownBy(() -> AlertingSettings.read(file, old))
        .isInstanceOf(Problems.BadFiles.class)
        .hasMessageContaining(
            "MINEWATCH_DATABASE_PASSWORD: is called MINEWATCH_ALERTING_DATABASE_PASSWORD now")
        .hasMessageContaining(
            "MINEWATCH_BROKER_PASSWORD: is called MINEWATCH_ALERTING_BROKER_PASSWORD now")
        .hasMessageContaining(
            "MINEWATCH_PASSWORD_LEADER: is called MINEWATCH_ALERTING_PASSWORD_LEADER now")
        .hasMessageContaining("MINEWATCH_ALERTING_COLOUR: no such setting")
        .hasMessageNotContaining("secret");
  }

  private static final String OIDC =
      """
      oidc:
        issuer: https://id.example/realms/mines
        clientId: minewatch
        console: https://minewatch.example
        roleClaim: groups
        roles: [{value: mw-dispatch, role: dispatcher}]
        scopeClaim: area
        scopes: [{value: "1409", scope: "14/1409"}, {value: nation, scope: ""}]
      """;

  @Test
  void theProviderOfIdentitiesIsReadAndItsSecretMayLieInAFile() throws Exception {
    assertThat(AlertingSettings.read(file, Map.of()).oidc()).isNull();
    Files.writeString(file, Files.readString(file) + OIDC);
    Path secret = Files.writeString(folder.resolve("oidc.secret"), "hush\n");
    AlertingSettings settings =
        AlertingSettings.read(
            file, Map.of("MINEWATCH_ALERTING_OIDC_SECRET_FILE", secret.toString()));
    OidcSettings oidc = Objects.requireNonNull(settings.oidc());
    assertThat(oidc.secret().value()).isEqualTo("hush");
    assertThat(settings + " " + oidc).doesNotContain("hush");
    assertThat(oidc.back()).isEqualTo("https://minewatch.example/api/oidc/back");
    assertThat(oidc.algorithm()).isEqualTo("RS256");
    assertThat(oidc.session()).isEqualTo(Duration.ofHours(14));
    assertThat(oidc.prompt()).as("screens are shared").isEqualTo("login");
    assertThat(oidc.claims().roles()).isEqualTo(Map.of("mw-dispatch", Role.DISPATCHER));
    assertThat(oidc.claims().scopes()).isEqualTo(Map.of("1409", "14/1409", "nation", ""));
  }

  @Test
  void aProviderThatWouldNotBeSafeStopsTheStart() throws Exception {
    String plain = Files.readString(file);
    Map<String, String> wrong =
        Map.of(
            OIDC.replace("https://id", "http://id"),
            "issuer is https",
            OIDC.replace("https://minewatch", "http://minewatch"),
            "console is https",
            OIDC + "  algorithm: HS256\n",
            "algorithm is one of",
            OIDC + "  algorithm: none\n",
            "algorithm is one of",
            OIDC + "  prompt: none\n",
            "prompt is one of",
            OIDC + "  session: PT100H\n",
            "session is above zero",
            OIDC + "  secret: in the file\n",
            "unknown key 'secret'",
            OIDC.replace("roles: [{value: mw-dispatch, role: dispatcher}]", "roles: []"),
            "needs a row of roles",
            OIDC.replace("role: dispatcher", "role: god"),
            "role is none of");
    for (Map.Entry<String, String> each : wrong.entrySet()) {
      Files.writeString(file, plain + each.getKey());
      assertThatThrownBy(
              () -> AlertingSettings.read(file, Map.of("MINEWATCH_ALERTING_OIDC_SECRET", "x")))
          .isInstanceOf(Problems.BadFiles.class)
          .hasMessageContaining(each.getValue());
    }
    Files.writeString(file, plain + OIDC);
    assertThatThrownBy(() -> AlertingSettings.read(file, Map.of()))
        .hasMessageContaining("MINEWATCH_ALERTING_OIDC_SECRET: missing");
  }
}
