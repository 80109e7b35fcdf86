package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a changed mine file, or newer packs, do to a registry that people edit. */
class RegistryFilesTest extends RegistryStory {
  @Test
  void aMineThatNewerPacksMakeUnsoundHoldsNoStartUpAndIsMendedByItsFile() throws Exception {
    await().untilAsserted(() -> assertThat(published()).isNotNull());
    service.close();
    bus.published.clear();

    startUnsound();

    assertThat(troubled("regulator")).containsExactlyInAnyOrder(Running.OTHER_MINE, MINE);
    assertThat(api.get("regulator", "/api/mines")).as("both go on").hasSize(2);
    await().untilAsserted(() -> assertThat(published().version()).isEqualTo(1));
    assertThat(api.get("leader", PATH).at("/version/version").asLong()).isEqualTo(1);

    service.close();
    Path file = folder.resolve("mines/a.yaml");
    Files.writeString(
        file,
        Files.readString(file).replace("location: heading-return", "location: heading-way-out"));
    startUnsound();
    assertThat(api.get("leader", PATH + "/changes").at("/0/state").asText())
        .as("another class of place is another set of limits: that takes a person")
        .isEqualTo("PENDING");
    String id = api.get("leader", PATH + "/changes").at("/0/id").asText();
    assertThat(decide("regulator", id, "ALLOW").statusCode()).isEqualTo(200);
    assertThat(troubled("regulator")).containsExactly(Running.OTHER_MINE);
    assertThat(api.get("leader", PATH).at("/version/version").asLong()).isEqualTo(2);
  }

  @Test
  void aChangedMineFileIsAnEditByTheFileAndUndoesNoPersonsEditByItself() throws Exception {
    Path file = folder.resolve("mines/a.yaml");
    String text = Files.readString(file);
    service.close();
    Files.writeString(file, text.replace("peopleLimit: 16", "peopleLimit: 14"));
    service = null;
    startOnFolder();
    JsonNode version = api.get("leader", PATH).get("version");
    assertThat(version.at("/origin").asText()).isEqualTo("MINE_FILE");
    assertThat(version.at("/by").asText()).isEqualTo("file");
    assertThat(published().version()).isEqualTo(2);

    ObjectNode document = document();
    zone(document, "face-0101").put("peopleLimit", 10);
    assertThat(put("leader", "\"2\"", document, "人").statusCode()).isEqualTo(200);
    service.close();
    Files.writeString(file, text.replace("peopleLimit: 16", "peopleLimit: 13"));
    startOnFolder();
    assertThat(zone(document(), "face-0101").get("peopleLimit").asInt()).isEqualTo(10);
    JsonNode change = api.get("leader", PATH + "/changes").get(0);
    assertThat(change.at("/state").asText()).isEqualTo("PROPOSED");
    assertThat(change.at("/diff/0/after").asInt()).isEqualTo(13);
    String id = change.at("/id").asText();
    // It lowers what the person had set: confirming it is asking, a second person allows.
    HttpResponse<String> confirmed = decide("leader", id, "ALLOW");
    assertThat(confirmed.statusCode()).isEqualTo(202);
    String pending = Api.JSON.readTree(confirmed.body()).at("/id").asText();
    assertThat(decide("leader", pending, "ALLOW").statusCode()).isEqualTo(409);
    assertThat(decide("administrator", pending, "ALLOW").statusCode()).isEqualTo(200);
    assertThat(zone(document(), "face-0101").get("peopleLimit").asInt()).isEqualTo(13);
  }

  private void startUnsound() throws Exception {
    service = Running.startUnsound(folder, clock, bus);
    api = new Api(service.port());
  }

  private List<String> troubled(String user) throws Exception {
    List<String> mines = new ArrayList<>();
    for (JsonNode trouble : api.get(user, "/api/platform").at("/troubles")) {
      if (trouble.at("/kind").asText().equals("REGISTRY")) {
        trouble.at("/about").forEach(about -> mines.add(about.asText()));
      }
    }
    mines.sort(null);
    return mines;
  }

  private void startOnFolder() {
    AlertingSettings one = Running.settings(folder);
    service =
        AlertingService.start(
            new AlertingSettings(
                one.database(),
                one.broker(),
                one.rules(),
                folder.resolve("mines"),
                AlertingSettings.Http.ANY_LOCAL,
                Running.PASSWORDS),
            clock,
            null,
            bus);
    api = new Api(service.port());
  }
}
