package io.minewatch.alerting.spoken;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalogue of refusals against the code that refuses. */
class SpokenTest {
  private static final Path CODE = Path.of("src/main/java/io/minewatch/alerting/");

  /** Where a refusal begins with words of its own. */
  private static final Pattern WORDS =
      Pattern.compile(
          "(?:Problem\\(\\s*HttpStatus\\.\\w+,|\\bbad\\("
              + "|problem\\((?:q, r|request, response), HttpStatus\\.\\w+,)\\s*(?=\")");

  /** The words of every refusal, with something in the place of what it is about. */
  static Stream<String> refusals() throws Exception {
    List<String> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(CODE)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        String code = Files.readString(file);
        Matcher found = WORDS.matcher(code);
        while (found.find()) {
          all.add(said(code, found.end()));
        }
      }
    }
    return all.stream().distinct();
  }

  /** From there on to the end of the argument: {@code "no mine " + mine} gives "no mine 7". */
  private static String said(String code, int from) {
    StringBuilder words = new StringBuilder();
    int depth = 0;
    boolean other = false;
    for (int i = from; i < code.length(); i++) {
      char at = code.charAt(i);
      if (code.startsWith(".formatted(", i)) {
        break; // its places are in the words
      } else if (at == '"') {
        words.append(other && depth == 0 ? "7" : "");
        for (i++; code.charAt(i) != '"'; i++) {
          i += code.charAt(i) == '\\' ? 1 : 0;
          if (depth == 0) {
            words.append(code.charAt(i));
          }
        }
        other = depth > 0;
      } else if (at == '(') {
        depth++;
      } else if ((at == ')' && --depth < 0) || (at == ',' && depth == 0)) {
        break;
      } else {
        other |= Character.isLetter(at);
      }
    }
    words.append(other ? "7" : "");
    return words.toString().replace("%d", "7").replace("%s", "7");
  }

  /** The same of all single things that may be wrong with a registry. */
  static Stream<String> singles() throws Exception {
    List<String> all = new ArrayList<>();
    for (String room : List.of("registry", "yaml")) {
      try (Stream<Path> files = Files.list(CODE.resolve(room))) {
        for (Path file : files.toList()) {
          String code = Files.readString(file);
          Matcher found = Pattern.compile("\\bproblem\\(\\s*(?!String )").matcher(code);
          while (found.find()) {
            all.add(said(code, found.end()));
          }
        }
      }
    }
    return all.stream().filter(each -> !each.equals("7")).distinct();
  }

  @ParameterizedTest
  @MethodSource("singles")
  void eachSingleThingHasItsChineseWords(String english) {
    String said = Spoken.single("mine 1: point T1: " + english);
    assertThat(said).as("refusals.tsv has: %s", english).startsWith("mine 1: point T1: ");
    assertThat(said).matches("(?s).*\\p{IsHan}.*").doesNotContain("{}");
    assertThat(said.contains("7")).isEqualTo(english.contains("7"));
  }

  @Test
  void thereAreManyOfThem() throws Exception {
    assertThat(singles()).hasSizeGreaterThan(30);
    assertThat(refusals()).hasSizeGreaterThan(45).contains("no mine 7", "not open to you");
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void eachHasItsChineseWords(String english) {
    Spoken said = Spoken.of(400, english);
    assertThat(said.isKnown()).as("refusals.tsv has: %s", english).isTrue();
    assertThat(said.english()).isEqualTo(english);
    assertThat(said.chinese()).matches("(?s).*\\p{IsHan}.*").doesNotContain("{}");
    assertThat(said.chinese().contains("7")).as(said.chinese()).isEqualTo(english.contains("7"));
  }

  @Test
  void whatComesFromDeeperDownIsToldByItsStatus() {
    assertThat(Spoken.of(400, "a zone is no zone").chinese())
        .isEqualTo("请求内容不合要求：a zone is no zone");
    assertThat(Spoken.of(404, "").chinese()).isEqualTo("未找到");
    assertThat(Spoken.of(418, "no coffee").code()).isEqualTo("status-other");
    assertThat(Spoken.of(400, "no back-test b7 was run for this registry").code())
        .isEqualTo("no-back-test-of-document");
  }

  @ParameterizedTest
  @CsvSource({
    ", false",
    "'zh-CN,zh;q=0.9,en;q=0.8', true",
    "'en-GB,en;q=0.9,zh;q=0.8', false",
    "zh, true",
    "'fr', false",
    "';;', false",
  })
  void theLanguageIsTheOneThatIsLikedBest(String accepted, boolean chinese) {
    assertThat(Spoken.isChinese(accepted)).isEqualTo(chinese);
  }
}
