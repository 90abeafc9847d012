package dev.trustring.device.lnn;

/** How far the authentication inside a join has come (trust-and-softbus §5.3). */
enum JoinStage {
  CONNECTING,
  DEVICE_ID,
  HICHAIN,
  SESSION_KEY,
  DEVICE_INFO
}
