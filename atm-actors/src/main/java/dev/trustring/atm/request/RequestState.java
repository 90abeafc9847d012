package dev.trustring.atm.request;

/** The answer for one name of a request before any dialog is shown. */
public record RequestState(PermissionOper oper, ErrorReason reason) {
  /** The answer to an app that is not there, or that asks for too much. */
  public static final RequestState NOT_ANSWERED =
      new RequestState(PermissionOper.INVALID, ErrorReason.SERVICE_ABNORMAL);

  /** Whether a dialog has to ask the user. */
  public boolean isDynamic() {
    return oper == PermissionOper.DYNAMIC;
  }
}
