package io.minewatch.e2e.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.minewatch.e2e.compose.Yamls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The manifests as they are shipped. */
final class Manifests {
  static final Path FOLDER = Path.of("../deploy/kubernetes");
  private static final ObjectMapper JSON = new ObjectMapper();

  private Manifests() {}

  /** A manifest, called by its file, kind and name. */
  record Manifest(String file, JsonNode of) {
    @Override
    public String toString() {
      return file + ": " + kind() + " " + of.path("metadata").path("name").asText();
    }

    String kind() {
      return of.path("kind").asText();
    }
  }

  /** What runs: its pod, and the one container of it. */
  record Program(Manifest manifest, JsonNode pod) {
    JsonNode container() {
      return pod.path("containers").path(0);
    }

    @Override
    public String toString() {
      return manifest.toString();
    }
  }

  static List<Manifest> all() throws IOException {
    List<Manifest> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".yaml")).sorted().toList()) {
        String name = String.valueOf(file.getFileName());
        if (!name.equals("kustomization.yaml")) {
          for (Object each : Yamls.all(Files.readString(file))) {
            all.add(new Manifest(name, JSON.valueToTree(each)));
          }
        }
      }
    }
    return all;
  }

  static List<Program> programs() throws IOException {
    List<Program> all = new ArrayList<>();
    for (Manifest each : all()) {
      JsonNode spec = each.of().path("spec");
      switch (each.kind()) {
        case "Deployment", "StatefulSet" ->
            all.add(new Program(each, spec.path("template").path("spec")));
        case "FlinkDeployment" -> all.add(new Program(each, spec.path("podTemplate").path("spec")));
        default -> {}
      }
    }
    return all;
  }

  /** One by its kind and name. */
  static JsonNode one(String kindAndName) throws IOException {
    return all().stream()
        .filter(each -> each.toString().endsWith(": " + kindAndName))
        .findFirst()
        .orElseThrow()
        .of();
  }
}
