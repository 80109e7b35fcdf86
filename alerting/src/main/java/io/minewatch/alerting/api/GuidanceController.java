package io.minewatch.alerting.api;

import io.minewatch.alerting.access.Access;
import io.minewatch.alerting.access.Present;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.registry.Mines;
import io.minewatch.alerting.rules.Guidance;
import java.security.Principal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What to do at which hazard and level, as the rule packs of this start have it. */
@RestController
public class GuidanceController {
  private final Access access;
  private final Present present;
  private final Mines mines;
  private final Guidance guidance;

  public GuidanceController(Access access, Present present, Mines mines, Guidance guidance) {
    this.access = access;
    this.present = present;
    this.mines = mines;
    this.guidance = guidance;
  }

  /** What is said to mines of its classes, in the order of doing. */
  @GetMapping("/api/mines/{mine}/guidance")
  public List<Guidance.Advice> guidance(@PathVariable String mine, Principal who) {
    MineEntry entry = mines.find(mine);
    if (entry == null || !access.sees(Refusals.account(present, who), mine)) {
      throw new Refusals.Problem(HttpStatus.NOT_FOUND, "no mine " + mine);
    }
    Set<String> classes = new TreeSet<>();
    if (entry.document().root().get("classes") instanceof List<?> all) {
      all.forEach(each -> classes.add(String.valueOf(each)));
    }
    return guidance.to(classes);
  }
}
