package io.minewatch.alerting.api;

import io.minewatch.alerting.rules.Guidance;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What to do at which hazard and level, as the rule packs of this start have it. */
@RestController
public class GuidanceController {
  private final Guidance guidance;

  public GuidanceController(Guidance guidance) {
    this.guidance = guidance;
  }

  /** All of it, in the order of doing; the console shows what an incident asks for. */
  @GetMapping("/api/guidance")
  public List<Guidance.Advice> guidance() {
    return guidance.advice();
  }
}
