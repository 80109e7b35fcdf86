package io.minewatch.alerting.app;

import io.minewatch.alerting.access.KnownPasswords;
import io.minewatch.alerting.access.SignIn;
import io.minewatch.alerting.api.AccountController;
import io.minewatch.alerting.api.OidcController;
import io.minewatch.alerting.api.SessionController;
import io.minewatch.alerting.desk.Store;
import io.minewatch.alerting.desk.VouchedAccounts;
import io.minewatch.alerting.journal.AccountRows;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How people sign in, and their accounts. */
@Configuration(proxyBeanMethods = false)
@Import({SessionController.class, OidcController.class, AccountController.class})
class SignInWeb {
  @Bean
  PasswordEncoder encoder(Clock clock) {
    return new KnownPasswords(new BCryptPasswordEncoder(), clock);
  }

  @Bean
  SignIn signIn(AccountRows accounts, PasswordEncoder encoder, Clock clock) {
    return new SignIn(accounts, encoder, clock);
  }

  @Bean
  VouchedAccounts vouchedAccounts(Store store, Clock clock) {
    return new VouchedAccounts(store, clock);
  }
}
