package io.minewatch.domain.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Changes a JSON document here and there, so that it stays JSON. */
final class TreeSpoiler {
  private static final List<JsonNode> VALUES =
      List.of(
          JsonNodeFactory.instance.nullNode(),
          JsonNodeFactory.instance.booleanNode(true),
          JsonNodeFactory.instance.booleanNode(false),
          JsonNodeFactory.instance.numberNode(0),
          JsonNodeFactory.instance.numberNode(-7),
          JsonNodeFactory.instance.numberNode(1.5),
          JsonNodeFactory.instance.numberNode(26),
          JsonNodeFactory.instance.numberNode(1_000_000_000),
          JsonNodeFactory.instance.textNode(""),
          JsonNodeFactory.instance.textNode("12"),
          JsonNodeFactory.instance.textNode("GOOD"),
          JsonNodeFactory.instance.textNode("甲 烷"),
          JsonNodeFactory.instance.textNode("2026-01-01T00:00:00Z"),
          JsonNodeFactory.instance.arrayNode(),
          JsonNodeFactory.instance.objectNode());

  private final Random random;
  private final List<String> labels;

  /** With labels that may be put anywhere. */
  TreeSpoiler(long seed, List<String> labels) {
    this.random = new Random(seed);
    this.labels = labels;
  }

  JsonNode spoil(JsonNode sample) {
    JsonNode copy = sample.deepCopy();
    for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
      List<ContainerNode<?>> places = new ArrayList<>();
      collect(copy, places);
      if (!places.isEmpty()) {
        change(places.get(random.nextInt(places.size())));
      }
    }
    return copy;
  }

  private static void collect(JsonNode node, List<ContainerNode<?>> places) {
    if (node instanceof ContainerNode<?> container) {
      places.add(container);
      container.forEach(child -> collect(child, places));
    }
  }

  private void change(ContainerNode<?> place) {
    JsonNode value = VALUES.get(random.nextInt(VALUES.size())).deepCopy();
    if (place instanceof ArrayNode array) {
      if (array.isEmpty() || random.nextInt(3) == 0) {
        array.add(array.isEmpty() ? value : array.get(random.nextInt(array.size())).deepCopy());
      } else if (random.nextBoolean()) {
        array.remove(random.nextInt(array.size()));
      } else {
        array.set(random.nextInt(array.size()), value);
      }
    } else if (place instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      if (names.isEmpty() || random.nextInt(4) == 0) {
        object.set(labels.get(random.nextInt(labels.size())), value);
      } else if (random.nextInt(3) == 0) {
        object.remove(names.get(random.nextInt(names.size())));
      } else {
        object.set(names.get(random.nextInt(names.size())), value);
      }
    }
  }
}
