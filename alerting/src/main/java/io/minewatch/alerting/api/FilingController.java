package io.minewatch.alerting.api;

import io.minewatch.alerting.access.Access;
import io.minewatch.alerting.access.Present;
import io.minewatch.alerting.api.RegistryViews.ChangeView;
import io.minewatch.alerting.desk.RegistryAnswer;
import io.minewatch.alerting.filing.Filing;
import io.minewatch.alerting.journal.AccountRows.Account;
import io.minewatch.alerting.openapi.Takes;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.registry.Mines;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes definition files; what they would change waits for a person. */
@RestController
public class FilingController {
  /** Largest file that is looked at. */
  private static final int MAX_BYTES = 4 << 20;

  private final Access access;
  private final Present present;
  private final Mines mines;
  private final Filing filing;

  public FilingController(Access access, Present present, Mines mines, Filing filing) {
    this.access = access;
    this.present = present;
    this.mines = mines;
    this.filing = filing;
  }

  @PostMapping(
      value = "/api/mines/{mine}/registry/files",
      consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  public ResponseEntity<?> file(
      @PathVariable String mine,
      @RequestParam String name,
      @Takes(byte[].class) HttpServletRequest request,
      Principal who)
      throws IOException {
    Account account = Refusals.account(present, who);
    MineEntry entry = access.sees(account, mine) ? mines.find(mine) : null;
    if (entry == null) {
      throw new Refusals.Problem(HttpStatus.NOT_FOUND, "no mine " + mine);
    }
    byte[] bytes = Bodies.read(request, MAX_BYTES);
    RegistryAnswer answer = filing.take(entry, name, bytes, account.name());
    if (answer instanceof RegistryAnswer.Waiting waiting) {
      return ResponseEntity.accepted()
          .body(ChangeView.of(waiting.change(), access.readsNames(account, mine)));
    } else if (answer instanceof RegistryAnswer.Unsound unsound) {
      throw new Refusals.Problem(
          HttpStatus.UNPROCESSABLE_CONTENT, "the file cannot be taken", unsound.problems());
    } else if (answer instanceof RegistryAnswer.Unchanged) {
      return ResponseEntity.noContent().build();
    }
    throw new Refusals.Problem(HttpStatus.CONFLICT, "the registry was changed just now; try again");
  }
}
