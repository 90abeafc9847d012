package dev.trustring.atm.ipc;

import java.util.List;

/** The tables that come with the system (access-token §6.3). */
public final class Presets {
  private static final IpcPolicy ALL = new IpcPolicy.Range(0, Integer.MAX_VALUE);
  private static final IpcPolicy SYSTEM = new IpcPolicy.Range(0, 999);
  private static final IpcPolicy SYSTEM_FROM_100 = new IpcPolicy.Range(100, 999);
  private static final IpcPolicy FROM_100 = new IpcPolicy.Range(100, Integer.MAX_VALUE);
  private static final IpcPolicy SHELL_FOUNDATION_MEDIA = IpcPolicy.Fixed.of(2, 3, 8);
  private static final IpcPolicy FOUNDATION = IpcPolicy.Fixed.of(7);
  private static final IpcPolicy SHELL_AND_FOUNDATION = IpcPolicy.Fixed.of(2, 7);

  /** The system's own services. */
  public static final PolicyTable SYSTEM_SERVICES =
      new PolicyTable(
          List.of(
              PolicySetting.of(
                  "permissionms",
                  FeaturePolicy.of("PmsFeature", ALL),
                  FeaturePolicy.of("PmsInnerFeature", SYSTEM)),
              PolicySetting.of(
                  "abilityms",
                  FeaturePolicy.of("AmsFeature", ALL),
                  FeaturePolicy.of("AmsInnerFeature", IpcPolicy.Fixed.of(2))),
              PolicySetting.of(
                  "bundlems",
                  FeaturePolicy.of("BmsFeature", SHELL_FOUNDATION_MEDIA, FROM_100),
                  FeaturePolicy.of("BmsInnerFeature", SHELL_FOUNDATION_MEDIA, SYSTEM_FROM_100)),
              PolicySetting.of("softbus_service", FeaturePolicy.ofService(ALL)),
              PolicySetting.of("devauth_svc", FeaturePolicy.ofService(SYSTEM)),
              PolicySetting.of("samgr", FeaturePolicy.ofService(ALL)),
              PolicySetting.of("appspawn", FeaturePolicy.ofService(FOUNDATION)),
              PolicySetting.of("WMS", FeaturePolicy.ofService(FROM_100, SHELL_AND_FOUNDATION)),
              PolicySetting.of("IMS", FeaturePolicy.ofService(FROM_100, SHELL_AND_FOUNDATION)),
              PolicySetting.of("bundle_daemon", FeaturePolicy.ofService(FOUNDATION))));

  /**
   * The sample that the platform compiles as its registry; which feature has what is our choice.
   */
  public static final PolicyTable REGISTRY =
      new PolicyTable(
          List.of(
              PolicySetting.of(
                  "regSvc1",
                  FeaturePolicy.of(
                      "feature1",
                      new IpcPolicy.Range(100, 110),
                      IpcPolicy.Fixed.of(75, 85, 95),
                      new IpcPolicy.BundleName("OHOS")),
                  FeaturePolicy.of("feature2", new IpcPolicy.Range(100, 110)))));

  private Presets() {}
}
