// Which kind of campaign a brief means: the one that it names, else what it wants to happen.

import type { PlannerInput } from '../types.ts';
import { frameOf } from './frame-of.ts';
import type { Brief, Statement } from './read-brief.ts';

// The more particular first; a workspace that lacks the kind goes on to the next.
const WANTED: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:win(?:ning)?\s+(?:\w+\s+){0,2}back|win-?back|reactivat\w+|re-?engag\w+|regain|recover|come back|returning|left us|(?:we|have) lost|lost (?:customers?|clients?)|lapsed|recuperar|reconquist\w+|reconquérir|relanc\w+|(?:faire|font|fassent)\s+revenir|clients?\s+perdus|clientes\s+perdidos|verlorene\w*\s+Kunden|zurück(?:ge)?winn\w+|recuperação)\b|กลับมา|取り戻|もう一度ご|召回|挽回|赢回/iu,
    'win_back',
  ],
  [
    /\b(?:renew(?:al|als|ing)?|expir\w+|verlänger\w+|renouvel\w+|renov\w+)\b|ต่อสัญญา|ต่ออายุ|更新|续约|續約/iu,
    'renewal',
  ],
  [
    /\b(?:nps|satisf\w+|feedback|survey|zufrieden\w+|encuesta|enquête|pesquisa)\b|แบบสอบถาม|ความพึงพอใจ|アンケート|满意度/iu,
    'survey',
  ],
  [
    /\b(?:referr?\w*|recommend\w*|know somebody|know someone|weiterempf\w+|recomend\w+|recommand\w+)\b|แนะนำเพื่อน|紹介|推荐/iu,
    'referral',
  ],
  [/\b(?:reviews?|ratings?|testimonials?)\b/iu, 'review_request'],
  [
    /\b(?:(?:overdue|unpaid|outstanding|open)\s+(?:invoices?|bills?|payments?|balances?)|(?:pay|settle)\s+(?:(?:the|their|its|an?|last)\s+){0,2}(?:invoices?|bills?)|(?:offene|unbezahlte|überfällige)\w*\s+Rechnung\w*|factures?\s+impayées?|facturas?\s+(?:pendientes?|impagadas?)|faturas?\s+em\s+atraso)\b|ค้างชำระ|未払い|逾期|未付款/iu,
    'payment_reminder',
  ],
  [
    /\b(?:price (?:change|increase|rise)|new prices?|prices? (?:go|goes|will go)(?:es)? up|Preisänderung|Preiserhöhung)\b/iu,
    'price_change',
  ],
  [
    /\b(?:maintenance|outage|downtime|(?:be|is|are|goes|go|going)\s+(?:down|offline|unavailable|out\s+of\s+service)|Wartung|Ausfall|mantenimiento)\b|บำรุงรักษา|メンテナンス|维护/iu,
    'technical',
  ],
  [
    /\b(?:invit\w+|webinar|breakfast|dinner|event|open house|workshop|Einladung|einladen)\b|เชิญ|招待|邀请/iu,
    'event',
  ],
  [
    /\b(?:(?:season(?:['’]?s|al)?|year[-\s]end|end[-\s]of[-\s]year|new\s+year(?:['’]?s)?)\s+(?:greetings?|wishes)|(?:Weihnachts|Neujahrs)(?:gr[uü](?:ß|ss)\w*|wünsche\w*)|felicitación\w*\s+de\s+(?:navidad|año)|vœux)\b|年末年始|年末のご?挨拶|年賀|新年(?:祝福|问候|問候)|อวยพรปีใหม่/iu,
    'seasonal',
  ],
  [/\b(?:thank(?:s|ing)?|appreciat\w+|danke\w*|gracias|merci)\b|ขอบคุณ|感謝|感谢/iu, 'thank_you'],
  [/\b(?:loyal\w*|reward)\b/iu, 'loyalty'],
  [
    /\b(?:up-?sell\w*|upgrad\w+|(?:move|switch|migrate)\b[^.]*\bto|(?:extra|additional|another|more|one more) \w+|second \w+ (?:half price|free)|add\s+(?:an?|one|two|another)\s+(?:zone|room|unit|site|venue|screen|licen[cs]e)s?|expand|mehr \w+|zusätzlich\w*)\b/iu,
    'upsell',
  ],
  [/\b(?:cross-?sell\w*|add-?on)\b/iu, 'cross_sell'],
  [/\b(?:re-?consent|keep\s+(?:writing|in\s+touch)|stay\s+in\s+touch)\b/iu, 'reconsent'],
  [/\b(?:welcome|onboard\w*)\b/iu, 'welcome'],
  [/\b(?:quarterly|check in|follow up|quiet)\b/iu, 'followup'],
];

/** What is announced says it better than that something is. */
const NEWS_OF = WANTED.filter(([, key]) => ['technical', 'price_change', 'event'].includes(key));

/** Null where nothing of it says what kind is meant. */
export function kindOf(brief: Brief, input: PlannerInput): string | null {
  const has = (key: string) => input.vocabulary.types.some((type) => type.key === key);
  const chosen = brief.labelled.kind && typeCalled(brief.labelled.kind, input);
  if (chosen) return chosen;
  const inOrder = [...brief.statements].sort((a, b) => rankOf(a) - rankOf(b));
  // "50 answers by Christmas", "switch by summer" are no greetings.
  const orders = inOrder.filter(({ text, isGoal, isOrder }) => (isOrder || !isGoal) && !BY_FEAST.test(text));
  const named = orders.find(({ frame }) => frame.isTypeNamed && frame.type !== null)?.frame.type;
  const news = NEWS_OF.find(([form, key]) => has(key) && orders.some(({ text }) => form.test(text)));
  if (named === 'announcement' && news) return news[1];
  if (named) return named;
  const said = inOrder.map(({ text }) => text);
  for (const text of [brief.labelled.kind, ...said, brief.objective, brief.labelled.topic]) {
    const found = text && WANTED.find(([form, key]) => has(key) && form.test(text))?.[1];
    if (found) return found;
  }
  const meant = orders.find(({ frame }) => frame.type !== null)?.frame.type;
  if (meant) return meant;
  const isTold = brief.labelled.topic !== undefined || NEWS.test(said.join('. '));
  if (isTold && has('announcement')) return 'announcement';
  return brief.offer && has('voucher') ? 'voucher' : null;
}

/** A kind under its own name, as a question's choice has it. */
function typeCalled(said: string, input: PlannerInput): string | null {
  const own = input.vocabulary.types.find(({ label }) => label.toLowerCase() === said.toLowerCase());
  return own?.key ?? frameOf(said, input).type;
}

const BY_FEAST =
  /\b(?:by|before|until)\s+(?:the\s+)?(?:summer|winter|spring|autumn|christmas|new\s+year|easter|songkran|high\s+season)\b/i;
const NEWS =
  /\b(?:new|now|launch\w*|news|from \w+ on|starting|message|novedad\w*|neue?r?s?|nouveau\w*)\b|ใหม่|新/iu;

/** Whether words say no more than that this kind is meant. */
export const saysKind = (text: string, kind: string): boolean =>
  WANTED.some(([form, key]) => key === kind && form.test(text));

/** What is to be done says it before what is told. */
const rankOf = ({ isOrder, who }: Statement): number => (isOrder ? 0 : who ? 1 : 2);
