const DRAFT = 'It uses a word of a working draft (advices) that came into no published version.';
const NINJS = 'ninjs/iptc-test-suite';
const G2 = 'newsml-g2/iptc-unit-tests';

/** Files of the IPTC's suites that are judged otherwise than their folder says, and why. */
export const OTHER_VERDICTS: readonly { readonly file: string; readonly reason: string }[] = [
  { file: `${NINJS}/1.x_dev/should_pass/001_advice_simple.json`, reason: DRAFT },
  { file: `${NINJS}/1.x_dev/should_pass/003_advice_anyvalue.json`, reason: DRAFT },
  {
    file: `${NINJS}/2.0/should_pass/003_schema_only.json`,
    reason: 'It stands in the folder of 2.0 and states 1.3, where the member is named $standard.',
  },
  { file: `${NINJS}/2.x_dev/should_pass/001_advice_simple.json`, reason: DRAFT },
  { file: `${NINJS}/2.x_dev/should_pass/003_advice_anyvalue.json`, reason: DRAFT },
  {
    file: `${NINJS}/2.x_dev/should_pass/004_standard_declaration.json`,
    reason: 'It stands in the folder of a draft of 2 and states 1.2, which has no member named standard.',
  },
  {
    file: `${G2}/2.15/should_pass/CR00167_change_scheme_element.xml`,
    reason: 'It stands in the folder of 2.15 and states 2.11, which has no catalogItem yet.',
  },
  {
    file: `${G2}/2.29/should_fail/002_newsitem_with_no_catalog.xml`,
    reason: 'It states 2.29, of which no schema is at hand, and no later one asks for a catalogue.',
  },
  {
    file: `${G2}/2.30/should_fail/CR00215_hasInstrument_on_concept.xml`,
    reason:
      'It stands in the folder of 2.30 and states 2.31, the version that lets a concept have instruments.',
  },
  {
    file: `${G2}/2.35/should_pass/CR00221_eventstatus_uri.xml`,
    reason: 'It stands in the folder of 2.35 and states 2.24, which has no eventStatus yet.',
  },
  {
    file: `${G2}/dev/should_pass/001_importance_advice.xml`,
    reason: 'It states 0.4, a version that was a draft and that no schema is published of.',
  },
];
