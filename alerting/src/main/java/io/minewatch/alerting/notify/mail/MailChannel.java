package io.minewatch.alerting.notify.mail;

import io.minewatch.alerting.calling.Attempt;
import io.minewatch.alerting.calling.Cause;
import io.minewatch.alerting.notify.Aim;
import io.minewatch.alerting.notify.Channel;
import io.minewatch.alerting.notify.Result;
import io.minewatch.alerting.notify.Secret;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/**
 * Mail to each address of each person on duty. The message id is made from the attempt's, so that a
 * mailbox knows a double. A mail that was taken is no answer.
 */
public final class MailChannel implements Channel {
  public static final String NAME = "mail";
  private static final int FIRST_FINAL = 500;
  private final Settings settings;
  private final Session session;

  /** How the line to the server is kept from others. */
  public enum Tls {
    /** For a server on the same machine alone. */
    NONE,
    STARTTLS,
    IMPLICIT
  }

  /**
   * The server.
   *
   * @param user empty for none
   */
  public record Settings(
      String host,
      int port,
      Tls tls,
      String user,
      Secret password,
      String from,
      Duration timeout) {}

  public MailChannel(Settings settings) {
    this.settings = settings;
    this.session = Session.getInstance(properties(settings));
  }

  private static Properties properties(Settings settings) {
    Properties all = new Properties();
    String millis = String.valueOf(settings.timeout().toMillis());
    all.put("mail.smtp.host", settings.host());
    all.put("mail.smtp.port", String.valueOf(settings.port()));
    all.put("mail.smtp.connectiontimeout", millis);
    all.put("mail.smtp.timeout", millis);
    all.put("mail.smtp.writetimeout", millis);
    all.put("mail.smtp.auth", String.valueOf(!settings.user().isEmpty()));
    all.put("mail.smtp.starttls.enable", String.valueOf(settings.tls() == Tls.STARTTLS));
    all.put("mail.smtp.starttls.required", String.valueOf(settings.tls() == Tls.STARTTLS));
    all.put("mail.smtp.ssl.enable", String.valueOf(settings.tls() == Tls.IMPLICIT));
    all.put("mail.smtp.ssl.checkserveridentity", "true");
    return all;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Aim aim() {
    return Aim.MAIL;
  }

  @Override
  public Result place(Attempt attempt) {
    try (Transport transport = session.getTransport("smtp")) {
      MimeMessage message = message(attempt);
      connect(transport);
      transport.sendMessage(message, message.getAllRecipients());
      return Result.ok();
    } catch (MessagingException e) {
      return classified(e);
    }
  }

  private MimeMessage message(Attempt attempt) throws MessagingException {
    String id = "<" + attempt.id() + "@minewatch>";
    MimeMessage message =
        new MimeMessage(session) {
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
          }
        };
    String utf8 = StandardCharsets.UTF_8.name();
    message.setFrom(new InternetAddress(settings.from(), true));
    message.setRecipient(
        Message.RecipientType.TO, new InternetAddress(attempt.callee().address(), true));
    String drill = attempt.cause().why() == Cause.Why.DRILL ? "【演习 DRILL】" : "";
    message.setSubject(drill + "Minewatch " + attempt.cause().severity(), utf8);
    message.setText(attempt.text() + "\n\n" + attempt.textEnglish() + "\n", utf8);
    message.setSentDate(Date.from(attempt.queued()));
    message.setHeader("X-Minewatch-Attempt", attempt.id());
    message.setHeader("Auto-Submitted", "auto-generated");
    message.saveChanges();
    return message;
  }

  private void connect(Transport transport) throws MessagingException {
    transport.connect(
        settings.host(),
        settings.port(),
        settings.user().isEmpty() ? null : settings.user(),
        settings.user().isEmpty() ? null : settings.password().value());
  }

  @Override
  public Result probe() {
    try (Transport transport = session.getTransport("smtp")) {
      connect(transport);
      return transport.isConnected() ? Result.ok() : Result.retry("the server does not answer");
    } catch (MessagingException e) {
      return classified(e);
    }
  }

  /** What a server says may hold the address, so it is not passed on. */
  private static Result classified(MessagingException e) {
    if (e instanceof AuthenticationFailedException) {
      return Result.stop("the server refuses the account");
    }
    for (Exception cause = e; cause instanceof MessagingException; ) {
      if (cause instanceof SMTPAddressFailedException failed) {
        return byCode(failed.getReturnCode(), "the address");
      }
      if (cause instanceof SMTPSendFailedException failed) {
        return byCode(failed.getReturnCode(), "the message");
      }
      cause = ((MessagingException) cause).getNextException();
    }
    return e instanceof SendFailedException
        ? Result.drop("the address is refused")
        : Result.retry("the server is not reached");
  }

  private static Result byCode(int code, String what) {
    String reason = what + " is refused with " + code;
    return code >= FIRST_FINAL ? Result.drop(reason) : Result.retry(reason);
  }

  @Override
  public void close() {}
}
