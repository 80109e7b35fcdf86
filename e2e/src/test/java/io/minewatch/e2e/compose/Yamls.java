package io.minewatch.e2e.compose;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads YAML as plain maps, lists and values. */
public final class Yamls {
  private Yamls() {}

  /** Each document of a text; none that says nothing. */
  public static List<Object> all(String text) {
    List<Object> documents = new ArrayList<>();
    for (Object each : new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(text)) {
      if (each != null) {
        documents.add(each);
      }
    }
    return documents;
  }
}
