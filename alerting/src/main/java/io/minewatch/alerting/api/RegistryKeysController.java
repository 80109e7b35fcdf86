package io.minewatch.alerting.api;

import io.minewatch.alerting.document.FieldNames;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the fields of a registry are called; the same for every mine. */
@RestController
public class RegistryKeysController {
  @GetMapping("/api/registry/keys")
  public List<FieldNames.FieldName> keys() {
    return FieldNames.all();
  }
}
