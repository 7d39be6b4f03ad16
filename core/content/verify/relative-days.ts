// Days told from the one on which they are read: a letter that goes out later, or is read later, says another day by them.
import type { DateClaim } from './date-claims.ts';

/** "today" and "this week" are left out: they are said of anything. */
const RELATIVE: Readonly<Record<string, string>> = {
  en: String.raw`\b(?:tomorrow|tonight|yesterday|(?:next|last|coming) (?:week|month|year|quarter|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|(?:end|beginning|middle) of (?:the |this |next )?(?:week|month|quarter|year)|(?:on|by|until|before|from) (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|christmas|new year))\b`,
  de: String.raw`(?<!\p{L})(?:übermorgen|gestern|(?<!Guten )(?:ab |bis )?morgen(?!s)|(?:nächste|kommende|letzte|vergangene)[nrsm]? (?:Woche|Monat|Jahr|Quartal|Montag|Dienstag|Mittwoch|Donnerstag|Freitag)|(?:am|bis|ab|zum) (?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag)|(?:Ende|Anfang|Mitte) (?:der Woche|des (?:Monats|Jahres|Quartals)|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)|(?:zu|an|vor|bis) (?:Weihnachten|Ostern|Neujahr))(?!\p{L})`,
  fr: String.raw`(?<!\p{L})(?:demain|après-demain|hier(?! encore)|(?:la semaine|le mois|l['’]année|l['’]an) (?:prochaine?|dernière?|passée?)|(?:ce |d['’]ici )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|(?:à|avant|d['’]ici) (?:noël|pâques)|fin (?:du mois|de l['’]année|du trimestre))(?!\p{L})`,
  es: String.raw`(?<!\p{L})(?:(?<!(?:la|de|por la|esta) )mañana|ayer|la (?:próxima|pasada) semana|la semana (?:que viene|próxima|pasada)|el (?:próximo|pasado) (?:mes|año)|el (?:mes|año) (?:que viene|próximo|pasado)|(?:el|este) (?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)|(?:en|por|antes de) navidad|(?:a )?(?:fin(?:ales)?) de(?:l)? (?:mes|año|trimestre))(?!\p{L})`,
  pt: String.raw`(?<!\p{L})(?:amanhã|ontem|(?:na )?(?:próxima|última) semana|semana (?:que vem|passada)|(?:no )?(?:próximo|último) (?:mês|ano)|(?:mês|ano) (?:que vem|passado)|(?:segunda|terça|quarta|quinta|sexta)-feira|(?:no|neste) (?:sábado|domingo)|(?:no|até o|antes do) natal|(?:no )?(?:fim|final) do (?:mês|ano|trimestre))(?!\p{L})`,
  th: 'พรุ่งนี้|เมื่อวาน|มะรืน|(?:สัปดาห์|อาทิตย์|เดือน|ปี|ไตรมาส)(?:หน้า|ที่แล้ว)|สิ้น(?:เดือน|ปี|ไตรมาส)|วัน(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัส|ศุกร์|เสาร์|อาทิตย์)|คริสต์มาส|ปีใหม่|วันที่ ?(?:หนึ่ง|เอ็ด|สอง|ยี่|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ)+',
  ja: '明日|明後日|昨日|来週|先週|来月|先月|来年|昨年|去年|[月火水木金土日]曜日?|月末|年末|クリスマス|お正月',
  zh: '明天|后天|昨天|(?:下|上)个?(?:周|星期|月|季度)|明年|去年|(?:星期|周|礼拜)[一二三四五六日天]|月底|年底|圣诞|新年',
};

const ENGLISH_DAYS =
  '(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|twenty-[a-z]+|thirtieth|thirty-first)';
const GERMAN_DAYS =
  '(?:ersten|zweiten|dritten|vierten|fünften|sechsten|siebten|siebenten|achten|neunten|zehnten|elften|zwölften|\\p{L}+zehnten|(?:\\p{L}+und)?(?:zwanzigsten|dreißigsten))';
const ENGLISH_MONTHS =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december)';
const GERMAN_MONTHS =
  '(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)';

/** A day of a month in words: in digits it could be held to the facts. */
const IN_WORDS: Readonly<Record<string, string>> = {
  en: `\\b(?:${ENGLISH_DAYS}(?: day)?(?: of)? ${ENGLISH_MONTHS}|${ENGLISH_MONTHS} (?:the )?${ENGLISH_DAYS})\\b`,
  de: `(?<!\\p{L})${GERMAN_DAYS} ${GERMAN_MONTHS}(?!\\p{L})`,
};

const patterns = new Map<string, RegExp>();
function patternOf(language: string): RegExp {
  const source = [RELATIVE[language] ?? RELATIVE.en!, IN_WORDS[language]].filter(Boolean).join('|');
  // "Morgen" and "morgen" are two words.
  const known = patterns.get(language) ?? new RegExp(source, language === 'de' ? 'gu' : 'giu');
  patterns.set(language, known);
  return known;
}

export const readRelativeDays = (text: string, language: string): DateClaim[] =>
  [...new Set(['en', language])].flatMap((one) =>
    [...text.matchAll(patternOf(one))].map(([said]) => ({ text: said, isRelative: true })),
  );
