package io.minewatch.ingest.gateway.story;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Files just below the largest that a gateway reads. */
final class LargeFiles {
  private static final int BYTES = 2_550_000;
  private static final String MINE = "140921021337";

  private LargeFiles() {}

  /** By name; each round is newer than the one before. */
  static Map<String, String> of(int round) {
    String time = String.format(Locale.ROOT, "08:%02d:00", round);
    String head = MINE + ";模型煤矿;2026-01-01 " + time + "~";
    String name = "20260101" + time.replace(":", "") + ".txt";
    String track =
        IntStream.range(1, 7)
            .mapToObj(station -> "st-" + station + "&2026-01-01 07:0" + station + ":00")
            .collect(Collectors.joining(","));
    Map<String, String> files = new TreeMap<>();
    // 20,000 records are the most, so that each is long.
    files.put(
        MINE + "_CDSS_" + name,
        text(
            head,
            "||",
            i ->
                String.format(
                    Locale.ROOT,
                    "14092102133701MN%06d;环境瓦斯;%s;0.%02d;%%;0;2026-01-01 %s~",
                    i,
                    "工作面回风流".repeat(7) + "第一百二十号",
                    i % 100,
                    time)));
    files.put(
        MINE + "_RYSS_" + name,
        text(
            head,
            "]]]",
            i ->
                String.format(
                    Locale.ROOT,
                    "c-%05d;测试姓名;1;2026-01-01 06:00:00;;face-0101;2026-01-01 %s;st-1;"
                        + "2026-01-01 %s;三八制;12.5;正常;0;0;%s~",
                    i,
                    time,
                    time,
                    track)));
    files.put(
        "r" + round + ".csv",
        text(
            "time,point,value,unit,quality\n",
            "",
            i ->
                String.format(
                    Locale.ROOT,
                    "2026-01-01T%s+08:00,T%06d,0.%02d,/100,GOOD\n",
                    time,
                    i,
                    i % 100)));
    return files;
  }

  private static String text(String head, String end, IntFunction<String> record) {
    StringBuilder text = new StringBuilder(head);
    int bytes = 0;
    for (int i = 0; bytes < BYTES; i++) {
      String next = record.apply(i);
      bytes += next.getBytes(StandardCharsets.UTF_8).length;
      text.append(next);
    }
    return text.append(end).toString();
  }
}
