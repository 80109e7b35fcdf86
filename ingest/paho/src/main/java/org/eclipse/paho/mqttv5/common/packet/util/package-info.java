/** Paho's own package: the one class of it that we replace. */
@NullMarked
package org.eclipse.paho.mqttv5.common.packet.util;

import org.jspecify.annotations.NullMarked;
