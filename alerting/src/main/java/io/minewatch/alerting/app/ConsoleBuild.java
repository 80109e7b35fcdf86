package io.minewatch.alerting.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/**
 * The modules and styles that this program carries.
 *
 * @param prefix where they lie: another one for any other content
 * @param modules addresses of all modules, which a browser fetches at once instead of one after the
 *     other as it comes to know of them
 */
record ConsoleBuild(String prefix, List<String> modules) {
  private static final String[] FOLDERS = {"js", "css"};
  private static final int HASH_BYTES = 8;

  /** Where modules name those of libraries. */
  private static final Pattern LIBRARY = Pattern.compile("from '(/webjars/[^']+\\.js)'");

  ConsoleBuild {
    modules = List.copyOf(modules);
  }

  static ConsoleBuild read(ResourcePatternResolver from) {
    Map<String, byte[]> files = new TreeMap<>();
    try {
      for (String folder : FOLDERS) {
        for (Resource file : from.getResources("classpath:/console/" + folder + "/*." + folder)) {
          String name = Objects.requireNonNull(file.getFilename(), "a file has a name");
          files.put(folder + "/" + name, file.getContentAsByteArray());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the console's files cannot be read", e);
    }
    return of(files);
  }

  /**
   * Of these files.
   *
   * @param files by their address below the console's folder
   */
  static ConsoleBuild of(Map<String, byte[]> files) {
    String prefix = "/" + hash(files);
    List<String> modules = new ArrayList<>();
    for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
      if (file.getKey().startsWith("js/")) {
        modules.add(prefix + "/" + file.getKey());
        LIBRARY
            .matcher(new String(file.getValue(), StandardCharsets.UTF_8))
            .results()
            .map((MatchResult found) -> found.group(1))
            .forEach(modules::add);
      }
    }
    return new ConsoleBuild(prefix, modules);
  }

  private static String hash(Map<String, byte[]> files) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
        digest.update(file.getKey().getBytes(StandardCharsets.UTF_8));
        digest.update(MessageDigest.getInstance("SHA-256").digest(file.getValue()));
      }
      return HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** The page as it is sent: with everything below the prefix, and all modules named. */
  String page(String page) {
    StringBuilder named = new StringBuilder();
    modules.forEach(
        each -> named.append("<link rel=\"modulepreload\" href=\"").append(each).append("\">\n"));
    return page.replace("href=\"/css/", "href=\"" + prefix + "/css/")
        .replace("src=\"/js/", "src=\"" + prefix + "/js/")
        .replace("</head>", named + "</head>");
  }
}
