package io.minewatch.e2e.kill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** The files of the product, as they lie in the checkout that is tested. */
final class Checkout {
  private static final String PLATFORM = "platform.yaml";

  private Checkout() {}

  /** The top folder. */
  static Path root() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isRegularFile(at.resolve("rules/platform.yaml"))) {
        return at;
      }
    }
    throw new IllegalStateException("not inside a checkout: " + Path.of("").toAbsolutePath());
  }

  static Path rules() {
    return root().resolve("rules");
  }

  /**
   * A copy of the rule packs with other numbers in one row of the platform's own pack.
   *
   * @param numbers what stands there, and what is to stand there
   */
  static Path rulesWith(Path folder, String row, Map<String, String> numbers) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> packs = Files.list(rules())) {
      for (Path pack : packs.toList()) {
        Files.copy(pack, folder.resolve(pack.getFileName()));
      }
    }
    change(folder, row, numbers);
    return folder;
  }

  /** Changes one more row of the copy. */
  static void change(Path folder, String row, Map<String, String> numbers) throws IOException {
    Path platform = folder.resolve(PLATFORM);
    Files.writeString(platform, replaced(Files.readString(platform), row, numbers));
  }

  private static String replaced(String pack, String row, Map<String, String> clocks) {
    int begin = pack.indexOf("- id: " + row);
    int end = pack.indexOf("clause:", begin);
    if (begin < 0 || end < 0) {
      throw new IllegalStateException("the platform's pack has no row " + row);
    }
    String text = pack.substring(begin, end);
    for (Map.Entry<String, String> clock : clocks.entrySet()) {
      if (!text.contains(clock.getKey())) {
        throw new IllegalStateException("row " + row + " has no '" + clock.getKey() + "'");
      }
      text = text.replace(clock.getKey(), clock.getValue());
    }
    return pack.substring(0, begin) + text + pack.substring(end);
  }
}
