package id.simpul.health.internal.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.Limits;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RuleTest {
  /** A rule, an object, and whether it keeps the rule. */
  private static final String CASES =
      """
      age-1|{'value':1,'code':'a','system':'http://unitsofmeasure.org'}|true
      age-1|{'value':0.0e5,'code':'a'}|false
      age-1|{'value':-1,'code':'a'}|false
      age-1|{'value':1}|false
      age-1|{'value':1,'code':'a','system':'x'}|false
      app-1|{'actor':{'display':'x'}}|true
      app-1|{'status':'accepted'}|false
      app-2|{'start':'a','end':'b'}|true
      app-2|{'start':'a'}|false
      app-3|{'status':'proposed'}|true
      app-3|{'status':'booked'}|false
      app-4|{'status':'cancelled','cancelationReason':{}}|true
      app-4|{'status':'booked','cancelationReason':{}}|false
      att-1|{'data':'a','contentType':'b'}|true
      att-1|{'data':'a'}|false
      bdl-1|{'type':'searchset','total':1}|true
      bdl-1|{'type':'batch','total':1}|false
      bdl-10|{'type':'document','timestamp':'a'}|true
      bdl-10|{'type':'document'}|false
      bdl-10|{'type':'document','_timestamp':{'id':'a'}}|false
      bdl-11|{'type':'document','entry':[{'resource':{'resourceType':'Composition'}}]}|true
      bdl-11|{'type':'document','entry':[{'resource':{'resourceType':'Patient'}}]}|false
      bdl-12|{'type':'message','entry':[{'resource':{'resourceType':'MessageHeader'}}]}|true
      bdl-12|{'type':'message'}|false
      bdl-2|{'type':'searchset','entry':[{'search':{}}]}|true
      bdl-2|{'type':'batch','entry':[{'search':{}}]}|false
      bdl-3|{'type':'batch','entry':[{'request':{}}]}|true
      bdl-3|{'type':'batch','entry':[{'request':{}},{}]}|false
      bdl-3|{'type':'collection','entry':[{'request':{}}]}|false
      bdl-4|{'type':'batch-response','entry':[{'response':{}}]}|true
      bdl-4|{'type':'batch','entry':[{'response':{}}]}|false
      bdl-5|{'resource':{}}|true
      bdl-5|{'fullUrl':'x'}|false
      bdl-7|{'entry':[{'fullUrl':'a'},{'fullUrl':'b'},{}]}|true
      bdl-7|{'entry':[{'fullUrl':'a'},{'fullUrl':'a'}]}|false
      bdl-7|{'type':'history','entry':[{'fullUrl':'a'},{'fullUrl':'a'}]}|true
      bdl-7|{'entry':[{'fullUrl':'a','resource':{'meta':{'versionId':'1'}}},{'fullUrl':'a'}]}|true
      bdl-8|{'fullUrl':'https://x/Patient/1'}|true
      bdl-8|{'fullUrl':'https://x/Patient/1/_history/2'}|false
      bdl-9|{'type':'document','identifier':{'system':'a','value':'b'}}|true
      bdl-9|{'type':'document','identifier':{'system':'a'}}|false
      cnt-3|{'value':3,'code':'1'}|true
      cnt-3|{'value':3.0,'code':'1'}|false
      cnt-3|{'value':3,'code':'kg'}|false
      con-1|{'summary':{}}|true
      con-1|{}|false
      con-2|{'detail':[]}|true
      con-2|{}|false
      con-2|{'code':[]}|true
      con-4|{}|true
      con-4|{'abatementDateTime':'x'}|false
      con-4|{'abatementDateTime':'x','clinicalStatus':{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/condition-clinical','code':'resolved'}]}}|true
      con-5|{'clinicalStatus':{}}|true
      con-5|{'clinicalStatus':{},'verificationStatus':{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/condition-ver-status','code':'entered-in-error'}]}}|false
      cpt-2|{'value':'1','system':'phone'}|true
      cpt-2|{'value':'1'}|false
      dis-1|{'value':3,'code':'km'}|true
      dis-1|{'value':3,'code':'km','system':'x'}|false
      dom-2|{'contained':[{'id':'a'}]}|true
      dom-2|{'contained':[{'contained':[{}]}]}|false
      dom-4|{'contained':[{'meta':{'versionId':'1'}}]}|false
      dom-4|{'contained':[{'meta':{'source':'x'}}]}|true
      dom-5|{'contained':[{'meta':{'security':[]}}]}|false
      dom-5|{'contained':[{'meta':{}}]}|true
      drt-1|{'code':'a','value':1,'system':'http://unitsofmeasure.org'}|true
      drt-1|{'code':'a','value':1}|false
      drq-1|{'path':'a'}|true
      drq-1|{}|false
      drq-1|{'path':'a','searchParam':'b'}|false
      drq-2|{'searchParam':'a'}|true
      drq-2|{'valueDateTime':'2026'}|false
      exp-1|{'expression':'a'}|true
      exp-1|{'reference':'a'}|true
      exp-1|{'language':'a'}|false
      ext-1|{'valueCode':'a'}|true
      ext-1|{'_valueCode':{}}|true
      ext-1|{'url':'a'}|false
      ext-1|{'value':'a'}|false
      ext-1|{'valueCode':'a','extension':[]}|false
      imm-1|{'reference':'a'}|true
      imm-1|{}|false
      inv-1|{'part':[]}|true
      inv-1|{'name':'a'}|false
      inv-1|{'resource':{},'valueString':'a'}|false
      mrp-1|{'type':'data-collection','group':[]}|false
      mrp-1|{'type':'summary','group':[]}|true
      mrp-2|{'value':{}}|true
      mrp-2|{}|false
      obs-3|{'text':'a'}|true
      obs-3|{}|false
      obs-6|{'valueString':'a','dataAbsentReason':{}}|false
      obs-6|{'dataAbsentReason':{}}|true
      obs-7|{'valueString':'a','code':{'coding':[{'code':'a'}]},'component':[{'code':{'coding':[{'code':'a'}]}}]}|false
      obs-7|{'valueString':'a','code':{'coding':[{'code':'a'}]},'component':[{'code':{'coding':[{'code':'b'}]}}]}|true
      org-1|{'name':'a'}|true
      org-1|{}|false
      org-2|{'address':[{'use':'home'}]}|false
      org-2|{'address':[{'use':'work'}]}|true
      org-3|{'telecom':[{'use':'home'}]}|false
      org-3|{'telecom':[{'use':'work'}]}|true
      pat-1|{'name':{}}|true
      pat-1|{'gender':'male'}|false
      per-1|{'start':'2026-11-22','end':'2026-11-22'}|true
      per-1|{'start':'2026-11-22','end':'2026-11-21'}|false
      per-1|{'start':'2026-11-22','end':'2026-11-21T23:00:00Z'}|true
      per-1|{'start':'2026-11-22','end':'2026-11-20T23:00:00Z'}|false
      per-1|{'start':'2026-11-22T09:00:00+07:00','end':'2026-11-22T02:00:00Z'}|true
      per-1|{'start':'2026-11-22T09:00:01+07:00','end':'2026-11-22T02:00:00Z'}|false
      per-1|{'start':'2026-12','end':'2026'}|true
      per-1|{'start':'2026','end':'2025-12'}|false
      per-1|{'start':'broken','end':'2025-12'}|true
      per-1|{'start':'2026-11-23','end':'2026-11-22T09:00:00Z'}|false
      per-1|{'start':'2026-11-23','end':'2026-11-22T10:00:00Z'}|true
      per-1|{'start':'2026-11-23T13:59:59Z','end':'2026-11-22'}|true
      per-1|{'start':'2026-11-23T14:00:00Z','end':'2026-11-22'}|false
      per-1|{'start':'2026-12-02T00:00:00Z','end':'2026-11'}|false
      per-1|{'start':'2027-01-01T00:00:00Z','end':'2026'}|true
      per-1|{'start':'2026-11-22T09:00:00.1234567890Z','end':'2026'}|true
      qty-3|{'code':'a','system':'b'}|true
      qty-3|{'code':'a'}|false
      rat-1|{'numerator':{},'denominator':{}}|true
      rat-1|{'numerator':{}}|false
      rat-1|{}|false
      rat-1|{'extension':[]}|true
      rng-2|{'low':{'value':1.0},'high':{'value':1}}|true
      rng-2|{'low':{'value':1.01},'high':{'value':1}}|false
      rng-2|{'low':{'value':1,'unit':'a'},'high':{'value':9,'unit':'b'}}|false
      rng-2|{'low':{'value':1,'code':'a'},'high':{'value':9}}|false
      rng-2|{'low':{'value':1,'system':'a'},'high':{'value':9,'system':'b'}}|false
      rng-2|{'low':{'value':1,'unit':'a'},'high':{'value':9,'unit':'a'}}|true
      rng-2|{'low':{'value':9,'unit':'a'}}|true
      rng-2|{'low':{'value':9},'high':{'unit':'b'}}|false
      rng-2|{'low':{'unit':'b'},'high':{'unit':'b'}}|false
      sqty-1|{'value':1}|true
      sqty-1|{'comparator':'<'}|false
      tim-1|{'duration':1,'durationUnit':'h'}|true
      tim-1|{'durationUnit':'h'}|true
      tim-1|{'duration':1}|false
      tim-2|{'period':1,'periodUnit':'d'}|true
      tim-2|{'period':1}|false
      tim-4|{'duration':0}|true
      tim-4|{'duration':-0.0}|true
      tim-4|{'duration':-0.01}|false
      tim-5|{'period':1e-9}|true
      tim-5|{'period':-1}|false
      tim-6|{'period':1,'periodMax':2}|true
      tim-6|{'periodMax':2}|false
      tim-7|{'duration':1,'durationMax':2}|true
      tim-7|{'durationMax':2}|false
      tim-8|{'count':1,'countMax':2}|true
      tim-8|{'countMax':2}|false
      tim-9|{'offset':30,'when':['ACM']}|true
      tim-9|{'when':['C']}|true
      tim-9|{'offset':30}|false
      tim-9|{'offset':30,'when':['ACM','CD']}|false
      tim-10|{'timeOfDay':['09:00:00']}|true
      tim-10|{'when':['MORN']}|true
      tim-10|{'timeOfDay':['09:00:00'],'when':['MORN']}|false
      trd-1|{'data':[{}]}|true
      trd-1|{'timingDate':'2026'}|true
      trd-1|{'timingDate':'2026','data':[{}]}|false
      trd-2|{'condition':{},'data':[{}]}|true
      trd-2|{'condition':{}}|false
      trd-3|{'type':'named-event','name':'a'}|true
      trd-3|{'type':'named-event'}|false
      trd-3|{'type':'periodic','timingDate':'2026'}|true
      trd-3|{'type':'periodic'}|false
      trd-3|{'type':'data-added','data':[{}]}|true
      trd-3|{'type':'data-added'}|false
      """;

  /**
   * Every constraint whose breach is an error in R4's definitions of the types that are described,
   * by the prefix of its key.
   */
  private static final Map<String, String> ERRORS =
      Map.ofEntries(
          Map.entry("age", "1"),
          Map.entry("app", "1 2 3 4"),
          Map.entry("att", "1"),
          Map.entry("bdl", "1 2 3 4 5 7 8 9 10 11 12"),
          Map.entry("cnt", "3"),
          Map.entry("con", "1 2 4 5"),
          Map.entry("cpt", "2"),
          Map.entry("dis", "1"),
          Map.entry("dom", "2 3 4 5"),
          Map.entry("drq", "1 2"),
          Map.entry("drt", "1"),
          Map.entry("ele", "1"),
          Map.entry("exp", "1"),
          Map.entry("ext", "1"),
          Map.entry("imm", "1"),
          Map.entry("inv", "1"),
          Map.entry("mrp", "1 2"),
          Map.entry("obs", "3 6 7"),
          Map.entry("org", "1 2 3"),
          Map.entry("pat", "1"),
          Map.entry("per", "1"),
          Map.entry("qty", "3"),
          Map.entry("rat", "1"),
          Map.entry("ref", "1"),
          Map.entry("rng", "2"),
          Map.entry("sqty", "1"),
          Map.entry("tim", "1 2 4 5 6 7 8 9 10"),
          Map.entry("trd", "1 2 3"),
          Map.entry("txt", "1 2"));

  /** Those the walk keeps itself: they ask for more than one object. */
  private static final Set<String> OF_THE_WALK =
      Set.of("dom-3", "ele-1", "ref-1", "txt-1", "txt-2");

  static Stream<Arguments> cases() {
    return CASES
        .lines()
        .map(line -> line.split("\\|"))
        .map(c -> Arguments.of(c[0], c[1], Boolean.valueOf(c[2])));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void holds_object_asTheStandardSays(String key, String json, boolean kept)
      throws FormatException {
    byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);

    assertThat(Rule.of(key).holds((JsonObject) Json.read(bytes, Limits.DEFAULT))).isEqualTo(kept);
  }

  @Test
  void holds_eachRule_isKeptByOneCaseAndBrokenByAnother() {
    Function<Boolean, Set<Object>> rules =
        kept ->
            cases()
                .filter(c -> kept.equals(c.get()[2]))
                .map(c -> c.get()[0])
                .collect(Collectors.toSet());

    assertThat(rules.apply(true)).isEqualTo(Rule.keys());
    assertThat(rules.apply(false)).isEqualTo(Rule.keys());
  }

  @Test
  void keys_withThoseOfTheWalk_areTheErrorsOfTheStandard() {
    Set<String> kept = new HashSet<>(Rule.keys());
    kept.addAll(OF_THE_WALK);

    assertThat(kept)
        .isEqualTo(
            ERRORS.entrySet().stream()
                .flatMap(e -> Stream.of(e.getValue().split(" ")).map(n -> e.getKey() + "-" + n))
                .collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @CsvSource({
    "Timing.repeat,tim-1 tim-2 tim-4 tim-5 tim-6 tim-7 tim-8 tim-9 tim-10",
    "DataRequirement.codeFilter,drq-1",
    "DataRequirement.dateFilter,drq-2",
    "Expression,exp-1",
    "TriggerDefinition,trd-1 trd-2 trd-3"
  })
  void shape_ofAType_hasItsRules(String type, String keys) {
    assertThat(Shapes.of(type).rules).extracting(Rule::key).containsExactly(keys.split(" "));
  }
}
