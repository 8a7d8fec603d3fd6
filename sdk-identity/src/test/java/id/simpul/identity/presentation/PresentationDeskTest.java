package id.simpul.identity.presentation;

import static id.simpul.identity.presentation.City.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.format.JsonString;
import id.simpul.core.value.Secret;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.credential.ClaimPath;
import id.simpul.identity.credential.VerifiedPresentation;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PresentationDeskTest {
  private static final ClaimPath AGE = ClaimPath.of("age_over_17");
  private static final ClaimPath CITY = ClaimPath.of("home", "city");

  private final City city = new City();

  @Test
  void receive_whatWasAsked_isVerifiedAndShowsNoMore() {
    PresentationRequest request = city.ask();
    VerifiedPresentation shown =
        city.desk.receive(PresentationWallet.answer(request, city.held(City.TYPE))).orElseThrow();

    assertThat(shown.credential().claim(AGE)).isPresent();
    assertThat(shown.credential().claim(CITY)).isPresent();
    assertThat(shown.credential().claim(ClaimPath.of("name"))).isEmpty();
    assertThat(shown.credential().claim(ClaimPath.of("home", "street"))).isEmpty();
    assertThat(shown.credential().disclosed())
        .containsExactlyInAnyOrder(AGE, ClaimPath.of("home"), CITY);
  }

  @Test
  void receive_secondTime_isAReplay() {
    PresentationRequest request = city.ask();
    PresentationResponse answer = city.shows(request, AGE, CITY);
    city.desk.receive(answer);

    refusal(Reason.REPLAYED, () -> city.desk.receive(answer));
  }

  @Test
  void receive_unknownState_isRefused() {
    PresentationRequest request = city.ask();
    PresentationResponse answer = city.shows(request, AGE, CITY);

    refusal(
        Reason.REPLAYED,
        () ->
            city.desk.receive(
                new PresentationResponse(Secret.of("guess"), answer.presentations(), null)));
  }

  @Test
  void receive_lastInstantAndOnePast_isTakenAndRefused() {
    PresentationRequest inTime = city.ask();
    PresentationRequest late = city.ask();
    city.clock.advance(PresentationDesk.MAX_LIFETIME.minusMillis(1));
    assertThat(city.desk.receive(city.shows(inTime, AGE, CITY))).isPresent();

    city.clock.advance(Duration.ofMillis(1));
    refusal(Reason.REPLAYED, () -> city.desk.receive(city.shows(late, AGE, CITY)));
  }

  @Test
  void receive_nonceOfAnotherRequest_isRefused() {
    PresentationRequest first = city.ask();
    PresentationRequest second = city.ask();
    PresentationResponse ofFirst = city.shows(first, AGE, CITY);

    refusal(
        Reason.REPLAYED,
        () ->
            city.desk.receive(
                new PresentationResponse(second.state(), ofFirst.presentations(), null)));
  }

  @Test
  void receive_presentationForAnotherVerifier_isRefused() {
    PresentationRequest request =
        city.desk(URI.create("https://evil.example/responses"))
            .ask(City.QUERY, PresentationDesk.MAX_LIFETIME);

    refusal(Reason.WRONG_AUDIENCE, () -> city.desk.receive(city.shows(request, AGE, CITY)));
  }

  @Test
  void receive_missingClaim_isRefusedByName() {
    PresentationRequest request = city.ask();
    TrustException refusal =
        refusal(Reason.NOT_COVERED, () -> city.desk.receive(city.shows(request, AGE)));

    assertThat(refusal.fault().where()).isEqualTo("/home/city");
  }

  @Test
  void receive_claimNobodyAskedFor_isRefusedByName() {
    PresentationRequest request = city.ask();
    TrustException refusal =
        refusal(
            Reason.NOT_ALLOWED,
            () -> city.desk.receive(city.shows(request, AGE, CITY, ClaimPath.of("name"))));

    assertThat(refusal.fault().where()).isEqualTo("/name");
    PresentationRequest again = city.ask();
    TrustException sibling =
        refusal(
            Reason.NOT_ALLOWED,
            () -> city.desk.receive(city.shows(again, AGE, CITY, ClaimPath.of("home", "street"))));
    assertThat(sibling.fault().where()).isEqualTo("/home/street");
  }

  @ParameterizedTest
  @CsvSource({"0,a", "1,b", "2,c", "3,d"})
  void receive_elementBesideHiddenOnes_isTheOneThatWasAskedFor(int index, String value) {
    PresentationRequest request = city.ask(City.LIST.element(index));
    VerifiedPresentation shown =
        city.desk.receive(PresentationWallet.answer(request, city.held(City.TYPE))).orElseThrow();

    assertThat(shown.credential().claim(City.LIST.element(index))).contains(new JsonString(value));
    assertThat(shown.credential().claim(City.LIST.element(index == 0 ? 1 : 0))).isEmpty();
  }

  @Test
  void receive_anotherElementInThePlaceOfTheOneAskedFor_isRefused() {
    PresentationRequest request = city.ask(City.LIST.element(1));
    TrustException nothingMore =
        refusal(
            Reason.NOT_COVERED, () -> city.desk.receive(city.shows(request, City.LIST.element(2))));
    assertThat(nothingMore.fault().where()).isEqualTo("/list/1");
    PresentationRequest again = city.ask(City.LIST.element(2));
    TrustException more =
        refusal(
            Reason.NOT_ALLOWED, () -> city.desk.receive(city.shows(again, City.LIST.element(1))));
    assertThat(more.fault().where()).isEqualTo("/list/1");
  }

  @Test
  void receive_rightAnswerAfterARefusedOne_isTakenAndKeptInTheStepThatClosesIt() {
    PresentationRequest request = city.ask();
    refusal(Reason.NOT_COVERED, () -> city.desk.receive(city.shows(request, AGE)));
    List<CredentialQuery> kept = new ArrayList<>();

    city.desk.receive(
        city.shows(request, AGE, CITY),
        (query, shown) -> {
          kept.add(query);
          return new byte[0];
        });

    assertThat(kept).containsExactly(City.QUERY);
    refusal(Reason.REPLAYED, () -> city.desk.receive(city.shows(request, AGE, CITY)));
  }

  @Test
  void receive_typeThatWasNotAskedFor_isRefused() {
    PresentationRequest request = city.ask();
    String other = city.held(City.OTHER_TYPE).present(List.of(AGE, CITY), request.challenge());

    refusal(Reason.NOT_ALLOWED, () -> city.desk.receive(City.answer(request, other)));
    refusal(
        Reason.NOT_ALLOWED, () -> PresentationWallet.answer(request, city.held(City.OTHER_TYPE)));
  }

  @Test
  void receive_withoutKeyBinding_isRefused() {
    PresentationRequest request = city.ask();
    String bare = city.held(City.TYPE).presentWithoutKeyBinding(List.of(AGE, CITY));

    refusal(Reason.UNSIGNED, () -> city.desk.receive(City.answer(request, bare)));
  }

  @Test
  void receive_otherQueryIdsOrNumbers_areRefused() {
    PresentationRequest request = city.ask();
    String right = city.held(City.TYPE).present(List.of(AGE, CITY), request.challenge());
    for (Map<String, List<String>> token :
        List.<Map<String, List<String>>>of(
            Map.of(),
            Map.of("other", List.of(right)),
            Map.of("resident", List.of(right), "other", List.of(right)),
            Map.of("resident", List.of()),
            Map.of("resident", List.of(right, right)))) {
      refusal(
          Reason.MALFORMED,
          () -> city.desk.receive(new PresentationResponse(request.state(), token, null)));
    }
    assertThat(city.desk.receive(City.answer(request, right))).isPresent();
  }

  @Test
  void receive_holderDeclines_closesTheRequest() {
    PresentationRequest request = city.ask();
    PresentationResponse no =
        new PresentationResponse(request.state(), Map.of(), PresentationResponse.ACCESS_DENIED);

    assertThat(city.desk.receive(no)).isEmpty();
    refusal(Reason.REPLAYED, () -> city.desk.receive(city.shows(request, AGE, CITY)));
  }

  @Test
  void ask_lifetimeAtTheLimitAndPastIt_isTakenAndRefused() {
    assertThat(city.desk.ask(City.QUERY, Duration.ofMinutes(10))).isNotNull();
    assertThat(city.desk.ask(City.QUERY, Duration.ofSeconds(1))).isNotNull();
    for (Duration lifetime :
        List.of(Duration.ofMinutes(10).plusMillis(1), Duration.ofMillis(999))) {
      assertThatThrownBy(() -> city.desk.ask(City.QUERY, lifetime))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void ask_twice_drawsNonceAndStateAnew() {
    PresentationRequest first = city.ask();
    PresentationRequest second = city.ask();

    assertThat(first.challenge().nonce()).isNotEqualTo(second.challenge().nonce());
    assertThat(first.state()).isNotEqualTo(second.state());
    assertThat(first.toString())
        .doesNotContain(first.challenge().nonce())
        .doesNotContain(first.state().reveal());
  }

  @Test
  void query_claimsAtTheLimitAndPastIt_areTakenAndRefused() {
    List<ClaimPath> claims = new ArrayList<>();
    for (int i = 0; i < CredentialQuery.MAX_CLAIMS; i++) {
      claims.add(ClaimPath.of("claim" + i));
    }
    assertThat(new CredentialQuery("q", List.of(City.TYPE), claims).claims()).hasSize(32);
    claims.add(ClaimPath.of("more"));
    assertThatThrownBy(() -> new CredentialQuery("q", List.of(City.TYPE), claims))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CredentialQuery("q", List.of(City.TYPE), List.of(AGE, AGE)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CredentialQuery("a b", List.of(City.TYPE), List.of(AGE)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
