/** The data service of a device: its stores, what apps ask of it, and frames from other devices. */
@NullMarked
package dev.trustring.kv.service;

import org.jspecify.annotations.NullMarked;
