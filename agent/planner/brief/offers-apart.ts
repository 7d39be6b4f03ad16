// “Give every gym in Thailand 15% off”, “all restaurants get one month free”, “a free check for all hotels”: whom it is for and what
// it offers, apart, so that each is read as if it had been said alone.
import { OFFER_PHRASE } from '../offer/offer-phrase.ts';
import { toThem } from './read-offer.ts';

const START = String.raw`(?<=^|[\n.;:!]\s{0,3})`;
const PLEASE = String.raw`(?:(?:please|also|now|let[’']?s|we\s+(?:want|would\s+like|plan)\s+to)\s+)*`;
const ALL = `(?:all|every|each|our|the)`;
const FORMS = [
  String.raw`${START}${PLEASE}(?:offer|give|promise|grant)\s+(?<who>${ALL}\s+[^,;:.\n]+?)\s+${OFFER_PHRASE}`,
  String.raw`${START}(?:(?:we|i)(?:[’']d|\s+would)?\s+(?:want|like|love)\s+)?(?<who>(?:all|every|each)\s+[^,;:.\n]+?)\s+(?:(?:will|shall|should|can|may|to)\s+)?(?:get|receive|earn)s?\s+${OFFER_PHRASE}`,
].map((source) => new RegExp(source, 'iu'));

export function offersApart(text: string): string {
  for (const form of FORMS) {
    const found = form.exec(text);
    if (!found) continue;
    const { who, offer = '' } = found.groups!;
    const behind = text.slice(found.index + found[0].length);
    return `${text.slice(0, found.index)}Target ${who}${behind}\nOffer: ${toThem(offer)}`;
  }
  return text;
}
