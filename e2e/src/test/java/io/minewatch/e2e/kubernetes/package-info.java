/** The manifests for Kubernetes, held to its schemas and to what we ask of every program. */
@NullMarked
package io.minewatch.e2e.kubernetes;

import org.jspecify.annotations.NullMarked;
