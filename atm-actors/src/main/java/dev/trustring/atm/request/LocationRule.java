package dev.trustring.atm.request;

import dev.trustring.atm.permission.PermissionName;
import java.util.ArrayList;
import java.util.List;

/** The conditions between the location permissions of one request (access-token §3.5). */
public final class LocationRule {
  /** Since this version an app may ask for the vague location. */
  public static final int API_WITH_VAGUE = 9;

  /** Since this version nobody is asked for the location in the background. */
  public static final int API_WITHOUT_BACKGROUND = 11;

  public static final PermissionName VAGUE = PermissionName.of("APPROXIMATELY_LOCATION");
  public static final PermissionName ACCURATE = PermissionName.of("LOCATION");
  public static final PermissionName BACKGROUND = PermissionName.of("LOCATION_IN_BACKGROUND");

  private static final RequestState NOT_MET =
      new RequestState(PermissionOper.INVALID, ErrorReason.CONDITIONS_NOT_MET);
  private static final RequestState IN_SETTINGS =
      new RequestState(PermissionOper.SETTING, ErrorReason.SUCCESS);

  private LocationRule() {}

  /** Whether this is a location permission. */
  public static boolean isLocation(PermissionName name) {
    return name.equals(VAGUE) || name.equals(ACCURATE) || name.equals(BACKGROUND);
  }

  /**
   * The states with these conditions.
   *
   * @param states one for each name, each looked at by itself
   * @param vagueGranted whether the app holds the vague location already
   */
  public static List<RequestState> applied(
      List<PermissionName> names, List<RequestState> states, boolean vagueGranted, int api) {
    if (api < API_WITH_VAGUE) {
      return with(names, states, VAGUE, NOT_MET);
    }
    if (api >= API_WITHOUT_BACKGROUND && isDynamic(names, states, BACKGROUND)) {
      List<RequestState> none = new ArrayList<>(states);
      for (int index = 0; index < names.size(); index++) {
        if (isLocation(names.get(index))) {
          none.set(index, NOT_MET);
        }
      }
      return List.copyOf(none);
    }
    List<RequestState> paired = states;
    boolean vague = vagueGranted || isDynamic(names, states, VAGUE);
    if (isDynamic(names, states, ACCURATE) && !vague) {
      paired = with(names, states, ACCURATE, NOT_MET);
    }
    return isDynamic(names, paired, BACKGROUND) ? background(names, paired) : paired;
  }

  /** Before API 11 Settings is for the background, once another location is asked for. */
  private static List<RequestState> background(
      List<PermissionName> names, List<RequestState> states) {
    boolean another = isDynamic(names, states, VAGUE) || isDynamic(names, states, ACCURATE);
    return with(names, states, BACKGROUND, another ? IN_SETTINGS : NOT_MET);
  }

  private static boolean isDynamic(
      List<PermissionName> names, List<RequestState> states, PermissionName name) {
    int index = names.indexOf(name);
    return index >= 0 && states.get(index).isDynamic();
  }

  private static List<RequestState> with(
      List<PermissionName> names,
      List<RequestState> states,
      PermissionName name,
      RequestState state) {
    List<RequestState> changed = new ArrayList<>(states);
    for (int index = 0; index < names.size(); index++) {
      if (names.get(index).equals(name)) {
        changed.set(index, state);
      }
    }
    return List.copyOf(changed);
  }
}
