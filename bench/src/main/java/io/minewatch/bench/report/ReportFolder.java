package io.minewatch.bench.report;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a report where a person and a program can find it. */
public final class ReportFolder {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private ReportFolder() {}

  /**
   * Writes {@code bench-<form>.json} and {@code .html}.
   *
   * @return the page
   */
  public static Path write(Report report, Path folder) throws IOException {
    Files.createDirectories(folder);
    Path json = folder.resolve("bench-" + report.form() + ".json");
    Path page = folder.resolve("bench-" + report.form() + ".html");
    JSON.writeValue(json.toFile(), report);
    Files.writeString(page, Page.of(report));
    return page;
  }
}
