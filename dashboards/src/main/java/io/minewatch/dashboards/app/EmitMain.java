package io.minewatch.dashboards.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Writes all dashboards into the first folder that it is given, with the limits of the packs in the
 * second.
 */
public final class EmitMain {
  private EmitMain() {}

  /** Starts the program. */
  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      throw new IllegalArgumentException("need the folder to write to and that of the rule packs");
    }
    Path folder = Files.createDirectories(Path.of(args[0]));
    for (Map.Entry<String, String> file : Emitter.files(Path.of(args[1])).entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
  }
}
