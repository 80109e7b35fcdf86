/** Where readings come in: folders of files, local devices, standard input. */
@NullMarked
package io.minewatch.ingest.gateway.input;

import org.jspecify.annotations.NullMarked;
