package io.minewatch.alerting.notify.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.minewatch.alerting.notify.Channel;
import io.minewatch.alerting.notify.ChannelContract;
import io.minewatch.alerting.notify.Secret;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailChannelTest extends ChannelContract {
  private GreenMail server;
  private ServerSocket silent;
  private int port;

  @Override
  protected Channel open() {
    server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    port = server.getSmtp().getPort();
    server.setUser("minewatch", SECRET);
    return channel(port, SECRET);
  }

  private static Channel channel(int port, String password) {
    return new MailChannel(
        new MailChannel.Settings(
            "127.0.0.1",
            port,
            MailChannel.Tls.NONE,
            "minewatch",
            new Secret(password),
            "minewatch@example.org",
            TIMEOUT));
  }

  @Override
  protected String address() {
    return "leader@example.org";
  }

  @AfterEach
  void closeServer() throws Exception {
    server.stop();
    if (silent != null) {
      silent.close();
    }
  }

  /** The server takes every address; what it can do otherwise is to go away, or to say nothing. */
  @Override
  protected boolean answer(Answer answer) throws Exception {
    if (answer == Answer.NOT_NOW) {
      server.stop();
      return true;
    }
    if (answer == Answer.HANGS) {
      server.stop();
      silent = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
      return true;
    }
    return false;
  }

  @Override
  protected List<String> arrived() throws Exception {
    List<String> ids = new ArrayList<>();
    for (MimeMessage message : server.getReceivedMessages()) {
      ids.add(message.getHeader("X-Minewatch-Attempt", null));
      assertThat(message.getMessageID()).isEqualTo("<" + ids.get(ids.size() - 1) + "@minewatch>");
    }
    return ids;
  }

  @Test
  void aWrongPasswordStopsTheChannelAndIsNotTold() {
    try (Channel wrong = channel(port, "wrong-password")) {
      var result = wrong.place(attempt("a-1"));
      assertThat(result.kind()).isEqualTo(io.minewatch.alerting.notify.Result.Kind.STOP);
      assertThat(result.reason()).doesNotContain("wrong-password");
    }
  }
}
