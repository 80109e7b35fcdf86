package io.minewatch.domain.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the Javadoc of a type says, as plain text.
 *
 * @param text of the type itself
 * @param fields by name
 */
record RecordDocs(String text, Map<String, String> fields) {
  private static final Path SOURCES = Path.of("src/main/java");

  static RecordDocs of(Class<?> type) {
    Class<?> outer = type;
    while (outer.getEnclosingClass() != null) {
      outer = outer.getEnclosingClass();
    }
    Matcher javadoc =
        Pattern.compile(
                "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@[^\\n]*\\n\\s*)*(?:[a-z]+ )*"
                    + "(?:record|enum|interface) "
                    + type.getSimpleName()
                    + "\\b",
                Pattern.DOTALL)
            .matcher(source(outer));
    String found = javadoc.find() ? javadoc.group(1) : "";
    String[] parts = found.replaceAll("(?m)^\\s*\\*", "").split("@param\\s+", -1);
    Map<String, String> fields = new TreeMap<>();
    for (int i = 1; i < parts.length; i++) {
      String[] words = parts[i].split("\\s+", 2);
      fields.put(words[0], plain(words.length > 1 ? words[1] : ""));
    }
    return new RecordDocs(plain(parts[0]), fields);
  }

  private static String source(Class<?> outer) {
    Path file = SOURCES.resolve(outer.getName().replace('.', '/') + ".java");
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String plain(String javadoc) {
    return javadoc
        .replaceAll("\\{@\\w+\\s+#?([^}]*)}", "$1")
        .replaceAll("<[^>]*>", "")
        .replaceAll("(?s)@(return|throws|see)\\b.*", "")
        .replaceAll("\\s+", " ")
        .strip();
  }
}
