package dev.trustring.atm.request;

import dev.trustring.atm.grant.GrantChange;
import dev.trustring.atm.grant.PermissionFlag;
import dev.trustring.atm.grant.ThisTimeOnly;
import dev.trustring.atm.permission.PermissionName;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * The permissions that one dialog asks for together, and what its buttons do (access-token §3.6).
 *
 * @param members in no order that matters; a permission outside the table is a group of its own
 */
public record DialogGroup(List<PermissionName> members, Buttons buttons) {
  private static final DialogGroup FOLDERS =
      group(
          Buttons.WHOLE_GROUP,
          "READ_WRITE_DOWNLOAD_DIRECTORY",
          "READ_WRITE_DESKTOP_DIRECTORY",
          "READ_WRITE_DOCUMENTS_DIRECTORY");

  private static final List<DialogGroup> TABLE =
      List.of(
          group(Buttons.LOCATION, "APPROXIMATELY_LOCATION", "LOCATION", "LOCATION_IN_BACKGROUND"),
          group(Buttons.ONLY_ASKED, "READ_CONTACTS", "WRITE_CONTACTS"),
          group(
              Buttons.ONLY_ASKED,
              "READ_CALENDAR",
              "WRITE_CALENDAR",
              "READ_WHOLE_CALENDAR",
              "WRITE_WHOLE_CALENDAR"),
          group(Buttons.WHOLE_GROUP, "READ_IMAGEVIDEO", "WRITE_IMAGEVIDEO", "MEDIA_LOCATION"),
          group(Buttons.WHOLE_GROUP, "READ_AUDIO", "WRITE_AUDIO"),
          group(
              Buttons.WHOLE_GROUP, "READ_DOCUMENT", "WRITE_DOCUMENT", "READ_MEDIA", "WRITE_MEDIA"),
          group(Buttons.THIS_TIME, "READ_PASTEBOARD"));

  public DialogGroup {
    members = List.copyOf(members);
  }

  /** What the buttons of a dialog offer. */
  public enum Buttons {
    /** Allow and Deny; Allow gives every member that the app declares. */
    WHOLE_GROUP,
    /** Allow and Deny; Allow gives what was asked for. */
    ONLY_ASKED,
    /** Allow and Cancel; Cancel decides nothing, and background location is never given. */
    LOCATION,
    /** This time only and Deny. */
    THIS_TIME
  }

  /** The group whose dialog asks for this permission. */
  public static DialogGroup of(PermissionName name) {
    return TABLE.stream()
        .filter(group -> group.members.contains(name))
        .findFirst()
        .orElseGet(() -> new DialogGroup(List.of(name), Buttons.WHOLE_GROUP));
  }

  private static DialogGroup group(Buttons buttons, String... shortNames) {
    return new DialogGroup(Arrays.stream(shortNames).map(PermissionName::of).toList(), buttons);
  }

  /** The group whose page in Settings holds this permission; the folders share one. */
  public static DialogGroup inSettings(PermissionName name) {
    return FOLDERS.members.contains(name) ? FOLDERS : of(name);
  }

  /** What pressing a button asks the AccessTokenManager to do with each permission it touches. */
  GrantChange change(DialogButton button) {
    if (!button.isYes()) {
      return GrantChange.revoke(PermissionFlag.USER_FIXED);
    }
    boolean thisTime =
        button.isForThisTime() && members.stream().allMatch(ThisTimeOnly::isOfferedFor);
    return GrantChange.grant(
        buttons == Buttons.THIS_TIME || thisTime
            ? PermissionFlag.ALLOW_THIS_TIME
            : PermissionFlag.USER_FIXED);
  }

  /**
   * The permissions that a button touches. Deny touches what was asked for only (unverified; the
   * platform's notes tell the scope of Allow alone).
   */
  List<PermissionName> touched(
      DialogButton button, List<PermissionName> asked, Collection<PermissionName> declared) {
    boolean allow = button.isYes();
    return switch (buttons) {
      case WHOLE_GROUP -> allow ? members.stream().filter(declared::contains).toList() : asked;
      case ONLY_ASKED, THIS_TIME -> asked;
      case LOCATION ->
          allow ? asked.stream().filter(name -> isGiven(name, button)).toList() : List.of();
    };
  }

  /**
   * Background location is never given, and the accurate one not when the person chose fuzzy; a
   * dialog that asks for one of the two alone has no such choice.
   */
  private static boolean isGiven(PermissionName name, DialogButton button) {
    return name.equals(LocationRule.VAGUE)
        || (name.equals(LocationRule.ACCURATE) && !button.isFuzzy());
  }
}
