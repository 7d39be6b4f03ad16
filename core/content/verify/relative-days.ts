// Days told from the one on which they are read: a letter that goes out later, or is read later, says another day by them.
import type { DateClaim } from './claims.ts';

/** "today" and "this week" are left out: they are said of anything. */
const RELATIVE: Readonly<Record<string, RegExp>> = {
  en: /\b(?:tomorrow|tonight|yesterday|(?:next|last) (?:week|month|monday|tuesday|wednesday|thursday|friday|saturday|sunday))\b/giu,
  de: /(?<!\p{L})(?:übermorgen|gestern|(?<!Guten )(?:ab |bis )?morgen(?!s)|(?:nächste|kommende|letzte|vergangene)[nrsm]? (?:Woche|Monat|Montag|Dienstag|Mittwoch|Donnerstag|Freitag))(?!\p{L})/gu,
  fr: /(?<!\p{L})(?:demain|après-demain|hier(?! encore)|(?:la semaine|le mois) (?:prochaine?|dernière?|passée?))(?!\p{L})/giu,
  es: /(?<!\p{L})(?:(?<!(?:la|de|por la|esta) )mañana|ayer|la (?:próxima|pasada) semana|la semana (?:que viene|próxima|pasada)|el (?:próximo|pasado) mes|el mes (?:que viene|próximo|pasado))(?!\p{L})/giu,
  pt: /(?<!\p{L})(?:amanhã|ontem|(?:na )?(?:próxima|última) semana|semana (?:que vem|passada)|(?:no )?(?:próximo|último) mês|mês (?:que vem|passado))(?!\p{L})/giu,
  th: /พรุ่งนี้|เมื่อวาน|มะรืน|(?:สัปดาห์|อาทิตย์|เดือน)(?:หน้า|ที่แล้ว)/gu,
  ja: /明日|明後日|昨日|来週|先週|来月|先月/gu,
  zh: /明天|后天|昨天|(?:下|上)个?(?:周|星期|月)/gu,
};

export const readRelativeDays = (text: string, language: string): DateClaim[] =>
  [...new Set(['en', language])].flatMap((one) =>
    [...text.matchAll(RELATIVE[one] ?? RELATIVE.en!)].map(([said]) => ({ text: said, isRelative: true })),
  );
