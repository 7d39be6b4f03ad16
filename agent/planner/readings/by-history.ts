// "… with an offer by their history": the renewal offers of the workspace, which its letters say by themselves.
import type { Plan, PlannerInput } from '../types.ts';
import type { Reading } from './reading.ts';

const BY_HISTORY: readonly RegExp[] = [
  /[,;]?\s*\b(?:and\s+|each\s+)*(?:with|including|incl\.?|plus|offering|give|giving)\s+(?:them\s+|each\s+(?:of\s+them\s+|one\s+)?|everybody\s+|everyone\s+)?(?:an?\s+|the\s+|their\s+|our\s+)?(?:own\s+|right\s+|fitting\s+|renewal\s+|personal\s+)*offers?\s+(?:that\s+(?:fits?|suits?|depends?\s+on|follows?)|by|based\s+on|according\s+to|depending\s+on|for|from|fitting|suiting|following)\s+(?:(?:their|its|his|her|the|each|every)\s+)?(?:(?:one|customer|client)[’']s\s+)?(?:own\s+|past\s+|contract\s+|customer\s+)*history\b(?:\s+with\s+us)?/iu,
  /[,;]?\s*(?<!\p{L})(?:und\s+|jeweils\s+)*mit\s+(?:je(?:weils)?\s+)?(?:einem\s+|ihrem\s+|dem\s+|den\s+)?(?:eigenen\s+|passenden\s+)*(?:angebot|angeboten)\s+(?:je\s+)?(?:nach|gemäß|entsprechend|passend\s+zu|auf\s+(?:der\s+)?(?:basis|grundlage))\s+(?:ihrer|seiner|der|einer|zur)?\s*(?:jeweiligen\s+|bisherigen\s+|eigenen\s+)*(?:kunden|vertrags)?(?:historie|vorgeschichte|geschichte)(?:\s+bei\s+uns)?(?!\p{L})/iu,
  /[,;]?\s*(?<!\p{L})avec\s+(?:une|leur|des)\s+offres?\s+(?:selon|d[’']après|en\s+fonction\s+de|adaptées?\s+à)\s+(?:leur|l[’'])\s*historique(?:\s+chez\s+nous)?(?!\p{L})/iu,
  /[,;]?\s*(?<!\p{L})con\s+(?:una|su)?\s*ofertas?\s+(?:según|de\s+acuerdo\s+con|en\s+función\s+de|basadas?\s+en)\s+(?:su|el)\s+historial(?:\s+con\s+nosotros)?(?!\p{L})/iu,
  /[,;]?\s*(?<!\p{L})com\s+(?:uma|a\s+sua)?\s*ofertas?\s+(?:de\s+acordo\s+com|conforme|segundo|baseadas?\s+em|com\s+base\s+em)\s+(?:o\s+)?(?:seu\s+)?histórico(?:\s+(?:conosco|de\s+cada\s+um))?(?!\p{L})/iu,
  /\s*(?:พร้อม|โดยมี|และ)?(?:แนบ|ให้|ด้วย|กับ)?ข้อเสนอ(?:ที่เหมาะ)?ตามประวัติ(?:การใช้บริการ|การต่อสัญญา|สัญญา|ลูกค้า)?(?:ของ)?(?:แต่ละราย|แต่ละแห่ง|ลูกค้า(?:แต่ละราย)?|แต่ละคน|พวกเขา)?/u,
];
const RENEWING = ['renewal', 'early_renewal', 'win_back'];

/** The request without that, and that it was said; another kind of campaign has no such offer, and is asked about. */
export const readByHistory =
  (plan: (sentence: string, input: PlannerInput) => Plan): Reading =>
  ({ sentence, input }) => {
    const found = BY_HISTORY.map((form) => form.exec(sentence)).find((match) => match !== null);
    if (!found) return null;
    const rest = `${sentence.slice(0, found.index)} ${sentence.slice(found.index + found[0].length)}`.trim();
    const planned = plan(rest, input);
    const isRenewal = planned.calls.some(
      ({ name, args }) => name === 'draft_campaign' && RENEWING.includes(String(args.type)),
    );
    if (!isRenewal) return null;
    const calls = planned.calls.map((call) =>
      call.name === 'draft_campaign' ? { ...call, args: { ...call.args, offerByHistory: true } } : call,
    );
    return { ...planned, calls };
  };
