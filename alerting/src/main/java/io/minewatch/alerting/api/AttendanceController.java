package io.minewatch.alerting.api;

import io.minewatch.alerting.access.Present;
import io.minewatch.alerting.desk.AttendanceDesk;
import io.minewatch.alerting.desk.Caller;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Pages of the console tell that a call would be heard: the sound is on and its clock runs. */
@RestController
public class AttendanceController {
  private final Present present;
  private final AttendanceDesk desk;
  private final Caller caller;

  public AttendanceController(Present present, AttendanceDesk desk, Caller caller) {
    this.present = present;
    this.desk = desk;
    this.caller = caller;
  }

  /** A beat, every ten seconds for as long as the page sounds. */
  @PostMapping("/api/attendance")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void beat(Principal who) {
    if (desk.beat(Refusals.account(present, who).name())) {
      caller.attended(desk::hears);
    }
  }
}
