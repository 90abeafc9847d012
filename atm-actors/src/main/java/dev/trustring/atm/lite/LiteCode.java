package dev.trustring.atm.lite;

/** What the calls of mini and small systems return (access-token §6.2). */
public enum LiteCode {
  SUCCESS(0, "done"),
  INVALID_PARAMS(10, "a parameter is missing or not allowed"),
  INVALID_PERMNAME(11, "the system does not know that permission"),
  MALLOC_FAIL(12, "no memory"),
  OPENFD_FAIL(13, "the file cannot be opened"),
  READFD_FAIL(14, "the file cannot be read"),
  WRITEFD_FAIL(15, "the file cannot be written"),
  JSONPARSE_FAIL(16, "the file is not what such a file must be"),
  COPY_ERROR(17, "a text is too long for the place it is copied to"),
  FIELD_TOO_LONG(18, "a name or description is too long"),
  PERM_NOT_EXIST(19, "the app does not declare that permission"),
  UNLINK_ERROR(20, "the file cannot be deleted"),
  FILE_NOT_EXIST(21, "the app has no file"),
  MEMSET_FAIL(22, "memory cannot be cleared"),
  STAT_FAIL(23, "the file's size cannot be told"),
  PATH_INVALID(24, "the file's path is not allowed"),
  TOO_MUCH_PERM(25, "too many permissions"),
  TASKID_NOT_EXIST(26, "no app is loaded under that uid"),
  PERM_NUM_ERROR(27, "the number of permissions does not fit"),
  GET_UDID_FAIL(28, "the device's udid cannot be told"),
  SPRINTFS_FAIL(29, "a number cannot be printed");

  private final int number;
  private final String meaning;

  LiteCode(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  /** The number that callers see. */
  public int number() {
    return number;
  }

  /** What it says, in one clause. */
  public String meaning() {
    return meaning;
  }
}
