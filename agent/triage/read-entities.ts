import type { Triage, TriageInput } from '../../core/ports.ts';
import { readEndings, unitsNamedIn } from './read-endings.ts';
import { scoreOf } from './read-score.ts';

type Entities = Triage['entities'];

const MONTHS =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro';
const DATES = [
  /\b\d{4}-\d{2}-\d{2}\b/gu,
  /\b\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?\b/gu,
  new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th|\\.)?\\s+(?:of\\s+|de\\s+)?(?:${MONTHS})\\b(?:\\s+\\d{4})?`, 'giu'),
  new RegExp(`\\b(?:${MONTHS})\\s+\\d{1,2}(?:st|nd|rd|th)?\\b(?:,?\\s+\\d{4})?`, 'giu'),
  /\b(?:next|this|last) (?:week|month|quarter|year|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b/giu,
  /\b(?:tomorrow|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b/giu,
  /(?:\d{4}年)?\d{1,2}月(?:\d{1,2}[日号號])?|明日|来月|来週|下个月|下個月|明天|昨天|下周|下週/gu,
  /พรุ่งนี้|เมื่อวาน|เดือนหน้า|อาทิตย์หน้า|สัปดาห์หน้า|วัน(?:จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์|อาทิตย์)/gu,
  /\b(?:nächste\w* (?:woche|monat|jahr)|le mois prochain|la semaine prochaine|el mes que viene|la próxima semana|no próximo mês|semana que vem|mês que vem)/giu,
];
const AMOUNT =
  /(?:(?:THB|USD|EUR|SGD|HKD|CNY|JPY|GBP|IDR|VND|BRL|MXN|CHF|[฿$€£¥])\s?\d[\d.,]*(?:k\b)?|\d[\d.,]*\s?(?:THB|baht|USD|EUR|euros?|dollars?|SGD|CNY|RMB|JPY|GBP|CHF|reais|pesos|บาท|円|元|%|€|฿))/giu;
const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/u;
const PHONE = /(?:\+|\b00)?\d(?:[\s().-]?\d){7,14}\b/u;
const PEOPLE = [
  /\b(?:Ms|Mr|Mrs|Miss|Khun|K|Herrn?|Frau|M|Mme|Madame|Monsieur|Sra?|Srta|Dr)\.?\s+(\p{Lu}[\p{L}'-]+(?:\s+\p{Lu}[\p{L}'-]+)?)/u,
  /\b(?:contact|ask|colleague|manager|director|owner|successor|GM|replaced by|is now|speak (?:to|with))\s+(?:is\s+|now\s+)?(\p{Lu}[\p{L}'-]+(?:\s+\p{Lu}[\p{L}'-]+)?)/u,
  /คุณ\s?([\p{Script=Thai}]{2,15}?)(?=แทน|ครับ|ค่ะ|คะ|ที่|เบอร์|\s|$)/u,
  /(?:担当(?:者)?は|後任は|後任の)\s?([\p{Script=Han}\p{Script=Katakana}]{1,6}?)(?=です|に|と|さん|様|$)/u,
  /(?:负责人|負責人|经理|經理|同事)(?:是|叫)?\s?([\p{Script=Han}]{2,4}?)(?=[,，。]|$)/u,
];

/** What a reply names, in its own words; places for a person to look, never facts about the customer. */
export function readEntities(
  text: string,
  input: TriageInput,
  { topic, intent }: { topic: string | null; intent: string } = { topic: null, intent: '' },
): Entities {
  const email = EMAIL.exec(text)?.[0] ?? null;
  const phone = PHONE.exec(text.replace(/\b\d{4}-\d{2}-\d{2}\b/gu, ''))?.[0]?.trim() ?? null;
  const names = input.unitNames ?? [];
  return {
    units: unitsIn(text, names),
    unitsToCancel: readEndings(text, names),
    dates: datesIn(text).slice(0, 10),
    amounts: [...new Set(text.match(AMOUNT) ?? [])].map((amount) => amount.trim()).slice(0, 10),
    phone,
    email,
    person: PEOPLE.map((pattern) => pattern.exec(text)?.[1]).find(Boolean) ?? null,
    score: scoreOf(text, { campaignType: input.campaignType, intent }),
    callAt: intent === 'callback' ? readCallTime(text) : null,
    topic,
  };
}

const datesIn = (text: string): string[] => [
  ...new Set(DATES.flatMap((pattern) => text.match(pattern) ?? [])),
];

// "after 2pm", "um 15 Uhr", "à 10h", "下午3点"
const CLOCK =
  /(?:\b(?:after|before|at|around|from|until|ab|um|nach|vor|gegen|à|après|vers|avant|a las|después de las|às|depois das)\s+)?\b(?:[01]?\d|2[0-3])(?:[:.h][0-5]\d)?\s?(?:am|pm|a\.m\.|p\.m\.|o'clock|uhr|h\b|hrs?\b)|(?:上午|下午|午前|午後)?\d{1,2}[点點時时](?:半|以后|以降)?|บ่าย\S{0,6}|\b(?:after|at|before) \d{1,2}\b|\b(?:this |in the )?(?:morning|afternoon|evening|noon)\b|\b(?:vormittags?|nachmittags?|abends)\b|\bpor la (?:tarde|mañana)\b|\bà tarde\b|\bcet après-midi\b/giu;

/** When somebody wants to be called, as they said it. */
function readCallTime(text: string): string | null {
  const found = [...datesIn(text), ...(text.match(CLOCK) ?? [])].map((one) => one.trim());
  return found.length > 0 ? [...new Set(found)].slice(0, 4).join(', ') : null;
}

/** The parts of the customer's that a text names. */
export const unitsIn = (text: string, names: readonly string[]): string[] =>
  names.length > 0 ? names.filter(unitsNamedIn(text)) : [];
