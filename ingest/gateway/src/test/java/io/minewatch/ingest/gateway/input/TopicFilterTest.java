package io.minewatch.ingest.gateway.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicFilterTest {
  @ParameterizedTest
  @CsvSource({
    "a/b, a/b, true",
    "a/b, a/b/c, false",
    "a/b, a, false",
    "a/+/c, a/b/c, true",
    "a/+/c, a/b/d, false",
    "a/+, a/b/c, false",
    "a/#, a/b/c, true",
    "a/#, a, true",
    "a/#, b/c, false",
    "#, a/b, true",
  })
  void matchesAsTheBrokerDoes(String filter, String topic, boolean matches) {
    assertThat(new TopicFilter(filter).matches(topic)).isEqualTo(matches);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a/#/b", "a/b+", "a#"})
  void refusesWhatIsNoFilter(String text) {
    assertThatThrownBy(() -> new TopicFilter(text)).hasMessageContaining("no topic filter");
  }
}
