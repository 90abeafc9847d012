package dev.trustring.atm.lite;

/** A permission that an app declares, as the package manager hands it over (access-token §6.2). */
public record PermissionTrans(String name, String desc) {}
