package io.minewatch.broker.hive;

import com.hivemq.extension.sdk.api.auth.SimpleAuthenticator;
import com.hivemq.extension.sdk.api.auth.parameter.SimpleAuthInput;
import com.hivemq.extension.sdk.api.auth.parameter.SimpleAuthOutput;
import com.hivemq.extension.sdk.api.auth.parameter.TopicPermission;
import com.hivemq.extension.sdk.api.packets.auth.DefaultAuthorizationBehaviour;
import com.hivemq.extension.sdk.api.packets.auth.ModifiableDefaultPermissions;
import com.hivemq.extension.sdk.api.packets.connect.ConnackReasonCode;
import com.hivemq.extension.sdk.api.packets.connect.ConnectPacket;
import com.hivemq.extension.sdk.api.services.builder.Builders;
import io.minewatch.broker.access.AccessRules;
import io.minewatch.broker.access.Account;
import io.minewatch.broker.access.Accounts;
import io.minewatch.broker.access.PasswordHash;
import io.minewatch.broker.access.Permission;
import io.minewatch.broker.account.Passwords;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets in who has an account and its password, with exactly the permissions of {@link AccessRules}.
 * Everybody else is refused; nobody is let in without a name. Each connection asks the accounts
 * anew, and keeps what it was given until it ends, or {@link SignedIn} ends it.
 *
 * <p>Who has shown a certificate has the account of its name and no other; the certificate is the
 * proof, and a password that is sent beside it must be right as well.
 */
final class SignIn implements SimpleAuthenticator {
  private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);

  private final Supplier<Accounts> accounts;

  /** Compared with when there is no such user, so that the time taken does not tell. */
  private final PasswordHash nobody;

  private final SignedIn signedIn;

  SignIn(Supplier<Accounts> accounts, SignedIn signedIn, SecureRandom random) {
    this.accounts = accounts;
    this.signedIn = signedIn;
    this.nobody = Passwords.hash(Passwords.generate(random), random);
  }

  @Override
  public void onConnect(SimpleAuthInput input, SimpleAuthOutput output) {
    ConnectPacket connect = input.getConnectPacket();
    String certified = CertifiedName.of(input.getConnectionInformation());
    String user = connect.getUserName().orElse(certified == null ? "" : certified);
    Account account = accounts.get().find(user);
    if (!proven(account, certified, connect) || account == null) {
      // An unknown name is not written down: it may be a password typed into the wrong field.
      LOG.warn(
          "refused a sign-in of {} from {}: wrong user or password{}",
          account == null ? "an unknown user" : account.user(),
          input.getConnectionInformation().getInetAddress().orElse(null),
          certified == null ? "" : ", or the certificate of another");
      output.failAuthentication(
          ConnackReasonCode.BAD_USER_NAME_OR_PASSWORD, "wrong user or password");
      return;
    }
    String refusal = AccessRules.clientIdRefusal(account, connect.getClientId());
    if (refusal != null) {
      LOG.warn("refused a sign-in of {}: {}", account.user(), refusal);
      output.failAuthentication(ConnackReasonCode.CLIENT_IDENTIFIER_NOT_VALID, refusal);
      return;
    }
    ModifiableDefaultPermissions permissions = output.getDefaultPermissions();
    permissions.clear();
    for (Permission permission : AccessRules.permissions(account)) {
      permissions.add(translate(permission));
    }
    permissions.setDefaultBehaviour(DefaultAuthorizationBehaviour.DENY);
    signedIn.add(connect.getClientId(), account);
    output.authenticateSuccessfully();
  }

  private boolean proven(
      @Nullable Account account, @Nullable String certified, ConnectPacket connect) {
    String password =
        connect
            .getPassword()
            .map(ByteBuffer::asReadOnlyBuffer)
            .map(bytes -> StandardCharsets.UTF_8.decode(bytes).toString())
            .orElse("");
    if (certified != null && password.isEmpty()) {
      return account != null && account.user().equals(certified);
    }
    PasswordHash hash = account == null ? nobody : account.passwordHash();
    boolean passwordFits = Passwords.matches(hash, password);
    return passwordFits
        && (certified == null || (account != null && account.user().equals(certified)));
  }

  private static TopicPermission translate(Permission permission) {
    return Builders.topicPermission()
        .topicFilter(permission.filter())
        .type(TopicPermission.PermissionType.ALLOW)
        .activity(
            switch (permission.act()) {
              case PUBLISH, PUBLISH_RETAINED -> TopicPermission.MqttActivity.PUBLISH;
              case SUBSCRIBE -> TopicPermission.MqttActivity.SUBSCRIBE;
            })
        .retain(
            switch (permission.act()) {
              case PUBLISH -> TopicPermission.Retain.NOT_RETAINED;
              case PUBLISH_RETAINED, SUBSCRIBE -> TopicPermission.Retain.ALL;
            })
        .build();
  }
}
