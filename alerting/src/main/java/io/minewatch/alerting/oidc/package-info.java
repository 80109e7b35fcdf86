/**
 * Sign-in by a provider of identities (OpenID Connect): who it vouches for, and what that gives.
 */
@NullMarked
package io.minewatch.alerting.oidc;

import org.jspecify.annotations.NullMarked;
