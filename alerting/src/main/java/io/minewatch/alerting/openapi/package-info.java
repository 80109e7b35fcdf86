/** Describes the REST API in OpenAPI 3.1, out of what is really there. */
@NullMarked
package io.minewatch.alerting.openapi;

import org.jspecify.annotations.NullMarked;
