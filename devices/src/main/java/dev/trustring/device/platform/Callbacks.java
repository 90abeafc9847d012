package dev.trustring.device.platform;

import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;

/** The parameters by which calls on and off name an app's function. */
final class Callbacks {

  static final Param NAMED =
      Param.required("callback", ParamType.TEXT, "a name for the function that is called");
  static final Param ANY =
      Param.optional("callback", ParamType.TEXT, "the function's name; all of them if not given");

  private Callbacks() {}
}
