package dev.trustring.trust;

import static dev.trustring.trust.TrustWorld.ALICE;
import static dev.trustring.trust.TrustWorld.NOTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.trustring.trust.access.BindLevel;
import dev.trustring.trust.access.CredentialScope;
import dev.trustring.trust.access.CredentialSubject;
import dev.trustring.trust.access.CredentialType;
import dev.trustring.trust.bind.ConfirmChoice;
import dev.trustring.trust.credential.CredentialCall;
import dev.trustring.trust.credential.CredentialError;
import dev.trustring.trust.credential.CredentialFilter;
import dev.trustring.trust.credential.CredentialPlan;
import dev.trustring.trust.identity.AppToken;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.ledger.StoredCredential;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The credentials of the identity service (trust-and-softbus §1.3, §1.5). */
class CredentialTest {
  private static final OsAccountId ANN = OsAccountId.FIRST;
  private static final DeviceIdentity TABLET = DeviceIdentity.of("tablet");
  private static final OsAccountId BEN = new OsAccountId(101);

  private final TrustWorld world = new TrustWorld();
  private final TrustWorld.Device phone = world.device("phone");
  private final TrustWorld.Device tablet = world.device("tablet");

  /** One of scope app is for the app with token 7. */
  private static CredentialPlan plan(long method, long type, long scope, long subject, String key) {
    Optional<List<String>> apps = scope == 3 ? Optional.of(List.of("7")) : Optional.empty();
    return new CredentialPlan(
        method, type, scope, subject, "car", TABLET, "", "100", apps, "", "", key);
  }

  private static CredentialPlan unrelated() {
    return plan(1, 2, 2, 1, "");
  }

  private static CredentialPlan ofAccount(String account) {
    return new CredentialPlan(1, 1, 2, 1, "car", TABLET, account, "", Optional.empty(), "", "", "");
  }

  private static CredentialPlan forApps(String... tokens) {
    return forApps(Optional.of(List.of(tokens)));
  }

  private static CredentialPlan forApps(Optional<List<String>> apps) {
    return new CredentialPlan(1, 2, 3, 1, "car", TABLET, "", "100", apps, "", "", "");
  }

  private static CredentialPlan withId(String id) {
    return new CredentialPlan(1, 2, 2, 2, "car", TABLET, "", "", Optional.empty(), "blue", id, "");
  }

  private Trust.Reply asks(CredentialCall call) {
    return asks("car_service", call);
  }

  private Trust.Reply asks(String caller, CredentialCall call) {
    return phone.asked(new Trust.AskCredentials(ANN, caller, call));
  }

  private StoredCredential adds(CredentialPlan plan) {
    return told(asks(new CredentialCall.Add(plan))).get(0);
  }

  private static List<StoredCredential> told(Trust.Reply reply) {
    return ((Trust.CredentialsTold) reply).credentials();
  }

  private List<StoredCredential> all() {
    return told(asks(new CredentialCall.Find(CredentialFilter.ANY)));
  }

  private static Trust.Reply refused(CredentialError error) {
    return new Trust.CredentialsRefused(error);
  }

  @Test
  void theFirstBondOfTwoDevicesMakesOneForItsDataAndOneForTheLink() {
    world.bind(phone, tablet);

    assertThat(all())
        .extracting(StoredCredential::type, StoredCredential::scope, StoredCredential::owner)
        .containsExactlyInAnyOrder(
            tuple(CredentialType.ACCOUNT_UNRELATED, CredentialScope.APP, "DM"),
            tuple(CredentialType.ACCOUNT_UNRELATED, CredentialScope.DEVICE, "DM"));
    assertThat(all()).allMatch(one -> one.device().equals(tablet.identity.udid()));
    assertThat(all()).allMatch(one -> one.subject() == CredentialSubject.PRIMARY);
  }

  @Test
  void aBondAtUserLevelMakesOneOfScopeUser() {
    phone.bindsWith(tablet, NOTES, BindLevel.USER);
    world.deliverAll();
    tablet.confirms(ConfirmChoice.ALLOW_ALWAYS);
    world.deliverAll();
    phone.types(tablet.shownPin());
    world.deliverAll();

    assertThat(all())
        .extracting(StoredCredential::scope)
        .containsExactlyInAnyOrder(CredentialScope.USER, CredentialScope.DEVICE);
  }

  @Test
  void aBondsCredentialsGoWithItAndAreNobodyElses() {
    world.bind(phone, tablet);
    String id = all().get(0).id();

    Trust.Reply foreign = asks(new CredentialCall.Delete(id));
    phone.asked(new Trust.Unbind(tablet.identity, NOTES));

    assertThat(foreign).isEqualTo(refused(CredentialError.OWNER_UID));
    assertThat(all()).isEmpty();
  }

  @Test
  void aBondWhoseCredentialIsDeletedKeepsItsRowsUntilABindMendsIt() {
    world.bind(phone, tablet);
    StoredCredential data =
        all().stream().filter(one -> one.scope() == CredentialScope.APP).findFirst().orElseThrow();

    asks("device_manager", new CredentialCall.Delete(data.id()));

    assertThat(all()).extracting(StoredCredential::scope).containsExactly(CredentialScope.DEVICE);
    assertThat(phone.state.rows()).hasSize(2);
  }

  @Test
  void aLoginBringsTheAccountsAndALogoutTakesIt() {
    phone.logsIn(ALICE);
    List<StoredCredential> loggedIn = all();
    adds(ofAccount("alice"));
    adds(ofAccount("bob"));

    phone.logsOut();

    assertThat(loggedIn)
        .extracting(StoredCredential::type, StoredCredential::account, StoredCredential::device)
        .containsExactly(tuple(CredentialType.ACCOUNT_RELATED, "alice", phone.identity.udid()));
    assertThat(all()).extracting(StoredCredential::account).containsExactly("bob");
  }

  @Test
  void aDeviceOfTheSameAccountBringsOneAndItsLogoutTakesIt() {
    phone.logsIn(ALICE);
    tablet.logsIn(ALICE);
    phone.sees(tablet);
    world.deliverAll();
    List<StoredCredential> met = all();

    tablet.logsOut();
    world.deliverAll();

    assertThat(met)
        .extracting(StoredCredential::device)
        .containsExactly(phone.identity.udid(), tablet.identity.udid());
    assertThat(all()).extracting(StoredCredential::device).containsExactly(phone.identity.udid());
  }

  @Test
  void theAccountsOwnAreNobodysToChange() {
    phone.logsIn(ALICE);
    String id = all().get(0).id();

    assertThat(asks("device_manager", new CredentialCall.Delete(id)))
        .isEqualTo(refused(CredentialError.OWNER_UID));
    assertThat(asks(new CredentialCall.Tell(id))).isInstanceOf(Trust.CredentialsTold.class);
  }

  @Test
  void aRemovedUserLosesAllOfThem() {
    phone.asked(new Trust.CreateUser());
    phone.asked(new Trust.ActivateUser(BEN));
    phone.asked(new Trust.AskCredentials(BEN, "car", new CredentialCall.Add(unrelated())));

    phone.asked(new Trust.RemoveUser(BEN));

    assertThat(phone.state.added().of(BEN)).isEmpty();
  }

  @Test
  void anUninstalledAppLeavesThoseThatOthersUseAndTakesItsOwn() {
    adds(forApps("7", "8"));
    adds(forApps("7"));

    phone.asked(new Trust.AppUninstalled(ANN, NOTES, new AppToken(7)));

    assertThat(all()).extracting(StoredCredential::apps).containsExactly(List.of("8"));
  }

  static Stream<Arguments> plans() {
    return Stream.of(
        Arguments.of(unrelated(), true),
        Arguments.of(plan(2, 2, 1, 2, "0aff"), true),
        Arguments.of(plan(1, 2, 3, 1, ""), true),
        Arguments.of(ofAccount("alice"), true),
        Arguments.of(plan(0, 2, 2, 1, ""), false),
        Arguments.of(plan(3, 2, 2, 1, ""), false),
        Arguments.of(plan(1, 0, 2, 1, ""), false),
        Arguments.of(plan(1, 4, 2, 1, ""), false),
        Arguments.of(plan(1, 2, 0, 1, ""), false),
        Arguments.of(plan(1, 2, 4, 1, ""), false),
        Arguments.of(plan(1, 2, 2, 0, ""), false),
        Arguments.of(plan(1, 2, 2, 3, ""), false),
        Arguments.of(forApps(Optional.empty()), false),
        Arguments.of(plan(1, 2, 2, 1, "0aff"), false),
        Arguments.of(plan(2, 2, 2, 1, ""), false),
        Arguments.of(plan(2, 2, 2, 1, "0af"), false),
        Arguments.of(ofAccount(""), false));
  }

  @ParameterizedTest
  @MethodSource("plans")
  void refusesValuesOutOfTheirLimits(CredentialPlan plan, boolean legal) {
    Trust.Reply reply = asks(new CredentialCall.Add(plan));

    assertThat(reply instanceof Trust.CredentialsTold).isEqualTo(legal);
    assertThat(legal || reply.equals(refused(CredentialError.INVALID_PARAMS))).isTrue();
  }

  @Test
  void keepsFiveThousandOfOneOwnerAndNoMore() {
    IntStream.range(0, 5000).forEach(i -> adds(withId("id" + i)));

    assertThat(asks(new CredentialCall.Add(unrelated())))
        .isEqualTo(refused(CredentialError.BEYOND_LIMIT));
    phone.logsIn(ALICE);
    assertThat(all()).as("another owner has a count of its own").hasSize(5001);
  }

  @Test
  void takesAnIdOnceAndChoosesOneWhereNoneIsGiven() {
    adds(withId("0A"));

    assertThat(asks(new CredentialCall.Add(withId("0A"))))
        .isEqualTo(refused(CredentialError.CRED_ID_EXISTED));
    assertThat(adds(unrelated()).id()).matches("[0-9A-F]{64}");
    assertThat(adds(unrelated()).id()).isNotEqualTo(adds(unrelated()).id());
  }

  @Test
  void knowsNothingOfAnIdThatIsNotThere() {
    List<CredentialCall> calls =
        List.of(
            new CredentialCall.Tell("0A"),
            new CredentialCall.Export("0A"),
            new CredentialCall.Delete("0A"),
            new CredentialCall.Update("0A", Optional.empty(), Optional.of("blue")));

    assertThat(calls)
        .allSatisfy(
            call ->
                assertThat(asks(call)).isEqualTo(refused(CredentialError.LOCAL_CRED_NOT_EXIST)));
  }

  @Test
  void onlyWhoAddedOneExportsChangesAndDeletesIt() {
    String id = adds(unrelated()).id();
    List<CredentialCall> calls =
        List.of(
            new CredentialCall.Export(id),
            new CredentialCall.Update(id, Optional.empty(), Optional.of("blue")),
            new CredentialCall.Delete(id));

    assertThat(calls)
        .allSatisfy(
            call -> assertThat(asks("other", call)).isEqualTo(refused(CredentialError.OWNER_UID)));
    assertThat(calls)
        .allSatisfy(call -> assertThat(asks(call)).isInstanceOf(Trust.CredentialsTold.class));
    assertThat(all()).isEmpty();
  }

  @Test
  void exportsTheKeyThatWasMadeOrBroughtIfThereIsOne() {
    Trust.Reply made = asks(new CredentialCall.Export(adds(unrelated()).id()));
    StoredCredential brought = adds(plan(2, 2, 2, 1, "0aff"));
    StoredCredential without = adds(shared());

    assertThat(told(made).get(0).key().orElseThrow()).hasSizeGreaterThan(64);
    assertThat(told(asks(new CredentialCall.Export(brought.id()))).get(0).key()).contains("0aff");
    assertThat(asks(new CredentialCall.Export(without.id())))
        .isEqualTo(refused(CredentialError.KEY_NOT_EXIST));
  }

  private static CredentialPlan shared() {
    return new CredentialPlan(
        2, 3, 2, 1, "share", TABLET, "bob", "100", Optional.empty(), "", "", "");
  }

  @Test
  void changesWhatIsSaidAboutOneIfAnythingIsSaid() {
    String id = adds(forApps("7")).id();

    Trust.Reply nothing = asks(new CredentialCall.Update(id, Optional.empty(), Optional.empty()));
    asks(new CredentialCall.Update(id, Optional.of(List.of("8", "9")), Optional.empty()));
    asks(new CredentialCall.Update(id, Optional.empty(), Optional.of("blue")));

    assertThat(nothing).isEqualTo(refused(CredentialError.INVALID_PARAMS));
    assertThat(all())
        .extracting(StoredCredential::apps, StoredCredential::extendInfo)
        .containsExactly(tuple(List.of("8", "9"), "blue"));
  }

  @Test
  void findsThoseThatAgreeWithAllThatIsSaid() {
    StoredCredential one = adds(withId("0A"));
    StoredCredential other = adds(forApps("7"));

    assertThat(told(asks(new CredentialCall.Find(by(Optional.of(3L), Optional.empty())))))
        .containsExactly(other);
    assertThat(told(asks(new CredentialCall.Find(by(Optional.empty(), Optional.of(2L))))))
        .containsExactly(one);
    assertThat(told(asks(new CredentialCall.Find(by(Optional.of(3L), Optional.of(2L)))))).isEmpty();
  }

  private static CredentialFilter by(Optional<Long> scope, Optional<Long> subject) {
    return new CredentialFilter(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of("car"),
        Optional.of(2L),
        scope,
        subject);
  }

  @Test
  void deletesAllThatAreMeantAndItsOwn() {
    adds(withId("0A"));
    adds(forApps("7"));
    asks("other", new CredentialCall.Add(withId("0B")));

    List<StoredCredential> gone =
        told(asks(new CredentialCall.DeleteAll(by(Optional.empty(), Optional.empty()))));

    assertThat(gone).hasSize(2);
    assertThat(all()).extracting(StoredCredential::id).containsExactly("0B");
  }

  @Test
  void changesNothingForAUserWhoIsNotInFront() {
    phone.asked(new Trust.CreateUser());
    phone.asked(new Trust.ActivateUser(BEN));

    assertThat(asks(new CredentialCall.Add(unrelated())))
        .isEqualTo(refused(CredentialError.CROSS_USER));
    assertThat(all()).isEmpty();
  }

  @Test
  void readsNothingBeforeTheFirstUnlock() {
    phone.asked(new Trust.SecureUser(ANN));
    phone.crashes();
    Trust.Reply locked = asks(new CredentialCall.Find(CredentialFilter.ANY));

    phone.asked(new Trust.UnlockUser(ANN));

    assertThat(locked).isEqualTo(refused(CredentialError.NOT_UNLOCKED));
    assertThat(all()).isEmpty();
  }
}
