// What is said of messages that are sound, and say less than they could.
import { everybody } from '../core/audience/filter.ts';
import { newId } from '../lib/ids.ts';
import { BODY, byHistory, FAR_FROM_FEASTS, image, own, PLAIN, type Row } from './finding-drafts.ts';

export const WARNED: readonly Row[] = [
  { found: /^No zone is known by name/, given: { which: 'noZones' }, mended: PLAIN },
  { found: /^The end of the contract is not known/, given: { which: 'noDate' }, mended: PLAIN },
  { found: /^The price is not known/, given: { which: 'noPrice' }, mended: PLAIN },
  {
    found: /^The contract counts 1 zone, and 4 are named/,
    given: { which: 'oneZone', customer: { units: ['A1', 'B2', 'C3', 'D4'] } },
    mended: PLAIN,
  },
  {
    found: /^The .+ does not say what it is about/,
    given: { draft: { type: 'feature' } },
    mended: { draft: { type: 'feature', topic: 'a new player' } },
  },
  {
    found: /^.+ is \d+ days away; name another occasion/,
    given: { draft: { type: 'seasonal', schedule: FAR_FROM_FEASTS } },
    mended: { draft: { type: 'seasonal', schedule: FAR_FROM_FEASTS, topic: 'New Year' } },
  },
  { found: /^The sender has no name yet/, given: { settings: { sender: {} } }, mended: PLAIN },
  {
    found: /^Written in English: what it is about is not there in German\.$/,
    given: { reads: 'de', draft: { type: 'feature', topic: 'the new player for your rooms' } },
    mended: {
      reads: 'de',
      draft: {
        ...{ type: 'feature', topic: 'the new player for your rooms' },
        translations: { de: { topic: 'der neue Player für Ihre Räume' } },
      },
    },
  },
  {
    found: /^What the zones are called is not set in the language de: the letter says “Einheiten”/,
    given: { reads: 'de' },
    mended: { reads: 'de', settings: { words: { de: { unit: { one: 'Zone', many: 'Zonen' } } } } },
  },
  {
    found: /^What the service is called is not set in the language de/,
    given: { reads: 'de' },
    mended: { reads: 'de', settings: { words: { de: { service: 'Musikdienst' } } } },
  },
  {
    found: /^The wording is a person’s own: its form of address/,
    given: {
      reads: 'de',
      draft: {
        address: 'familiar',
        wording: { 'email/de': { body: `{{ greeting }}\n\n{{ unit_list }}: bitte antworten Sie.` } },
      },
    },
    mended: { reads: 'de', draft: { address: 'familiar' } },
  },
  {
    found: /^It greets a whole team, which is addressed/,
    given: { reads: 'de', names: ['Frau Muster', 'Herr Muster'], draft: { address: 'familiar' } },
    mended: { reads: 'de', draft: { address: 'familiar' } },
  },
  {
    found: /^In the language ja the letters have one form/,
    given: { reads: 'ja', draft: { address: 'familiar' } },
    mended: { reads: 'ja' },
  },
  {
    found: /^It is as short as it can be/,
    given: own(BODY, { draft: { length: 'short' } }),
    mended: own(BODY),
  },
  { found: /^The picture of the campaign is not in/, given: { draft: { image: newId() } }, mended: PLAIN },
  {
    found: /^The picture “Pool” is not shown/,
    given: { channel: 'sms', image, draft: { image: newId() } },
    mended: { image, draft: { image: newId() } },
  },
  ...['IMG_2041.jpg', ' '].map(
    (alternative): Row => ({
      found: /^The picture “Pool” has no words for those who do not see it\.$/,
      given: { image: { ...image, alternative }, draft: { image: newId() } },
      mended: { image, draft: { image: newId() } },
    }),
  ),
  {
    found: /^Said otherwise here, as hotels: casual tone\.$/,
    given: { draft: { groups: [{ filter: everybody, tone: 'casual' }] } },
    mended: PLAIN,
  },
  {
    found: /^Offered nothing: no renewal offer/,
    given: byHistory([{ says: 'a free month', when: { minYears: 50 } }]),
    mended: PLAIN,
  },
  {
    found: /^Offered by history \(everybody else\): “a free month”/,
    given: byHistory([{ says: 'a free month' }]),
    mended: PLAIN,
  },
  {
    found: /^Not offered here, as the text leaves it out/,
    given: own(BODY, byHistory([{ says: 'a free month' }])),
    mended: own(BODY),
  },
];
