/** HarmonyOS projects as DevEco Studio lays them out, read for what decides about trust. */
@NullMarked
package dev.trustring.config.project;

import org.jspecify.annotations.NullMarked;
