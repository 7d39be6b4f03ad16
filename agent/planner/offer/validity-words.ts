// How people say from when until when an offer is valid: a group `days` is read by the planner's calendar, and is none of it
// where that finds no days.

const MONTH_TH = '(?:มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม)';
/** To the end of what is said; the mark behind a German day is none. */
const ON = String.raw`(?:[^,;.!?\n、。]|(?<=(?<!\d)\d{1,2})\.(?=\s))`;
const UNTIL_OR = (first: string, second: string) =>
  String.raw`${first}\s+${ON}{1,30}?\s+${second}\s+${ON}{1,30}?`;

/** The window of days, with both ends. */
const SPAN = [
  UNTIL_OR('from', '(?:to|until|till|through)'),
  UNTIL_OR('between', 'and'),
  UNTIL_OR('(?:vom|ab|von)(?=\\s+(?:dem\\s+)?(?:\\d|\\p{L}+tag|jetzt|heute))', 'bis'),
  UNTIL_OR(
    '(?:du|dès|à\\s+partir\\s+d\\p{L}+|entre)(?=\\s+(?:le\\s+)?(?:\\d|\\p{L}+di\\b))',
    '(?:au|jusqu\\S+|et)',
  ),
  UNTIL_OR(
    '(?:del?|desde|entre|a\\s+partir\\s+d\\p{L}+)(?=\\s+(?:el\\s+|o\\s+)?\\d)',
    '(?:al?|hasta|até|[ye])',
  ),
  String.raw`(?:\d{4}年)?\d{1,2}月\d{1,2}日\s*(?:から|〜|～|至|到|-|–)\s*(?:(?:\d{4}年)?\d{1,2}月)?\d{1,2}日(?:まで)?`,
  String.raw`(?:ตั้งแต่|ระหว่าง)?(?:วันที่)?\s*\d{1,2}(?:\s*${MONTH_TH})?(?:\s*\d{4})?\s*(?:ถึง|และ|-|–)\s*(?:วันที่)?\s*\d{1,2}\s*${MONTH_TH}(?:\s*\d{4})?`,
].join('|');
/** From a day on. */
const FROM = [
  String.raw`(?:from|as\s+of|starting(?:\s+(?:on|from))?|beginning(?:\s+(?:on|from))?|ab(?:\s+dem)?|à\s+partir\s+d\p{L}+|dès|desde|a\s+partir\s+d\p{L}+|ตั้งแต่)\s*${ON}{2,30}?`,
  String.raw`从?[^,;、。\s]{2,12}起|[^,;、。\s]{2,12}から`,
].join('|');
/** “Until the end of January”, “until Christmas”: whoever reads it later is told the day. */
const UNTIL_NO_NUMBER = String.raw`(?:until|till|through|bis)\s+(?!${ON}*\d)${ON}{2,30}?`;
const WITHIN = String.raw`(?:only\s+)?(?:in|during|on|im|en|em|am)\s+${ON}{2,30}?|\d{1,2}${ON}{2,30}?`;

const OFFER = String.raw`(?:it|this|they|(?:(?:the|this|our)\s+)?(?:offer|vouchers?|discounts?|coupons?|codes?))`;
const VALID = String.raw`(?:valid|good|redeemable|gültig|einlösbar|valables?|válid[oa]s?)\s*`;
const BEHIND = String.raw`(?:\s*(?:有効|有效|です|ใช้ได้))?`;

/** Behind a mark of its own. */
export const VALID_DAYS: readonly string[] = [
  String.raw`(?:${OFFER}\s+(?:(?:is|are|stays?|will\s+be)\s+)?)?${VALID}(?<days>${SPAN}|${FROM}|${UNTIL_NO_NUMBER}|${WITHIN})`,
  String.raw`(?:the|this|our)\s+(?:offer|vouchers?|discounts?|coupons?)\s+(?:is|are|runs?|starts?|begins?|will\s+(?:run|start|begin|be))\s+(?<days>${SPAN}|${FROM}|on\s+${ON}{2,30}?)`,
  String.raw`(?:ใช้ได้|เริ่ม(?:ใช้ได้)?)\s*(?<days>${SPAN}|${FROM})`,
  String.raw`(?<days>(?:\d{4}年)?(?:\d{1,2}月\d{1,2}日|下周.)(?:から|起))(?:有効|有效|使用可能)?`,
  String.raw`(?:runs?\s+)?(?<days>${SPAN})${BEHIND}`,
];

/** Within the offer’s own words, “10% off from 1 to 15 December”. */
export const OFFERED_DAYS = String.raw`(?<=(?:%|折|割引|(?<!\p{L})(?:off|free|discount|vouchers?|points|price|rabatt|gutschein|gratis|kostenlos|gratuite?s?|offerte?s?|remise|réduction|descuento|desconto|grátis|ส่วนลด|ฟรี)(?!\p{L}))(?:(?!expir|\bends?\b|ending|laps|\bdue\b|ablauf|ausl|venc|caduc)[^,;.:\n]){0,40}\s)(?<days>${SPAN})`;

/** A mark that is not behind a German day, or a word that goes on. */
export const DAYS_END = String.raw`(?=\s*(?:[,;:!?\n、。]|(?<!(?<!\d)\d{1,2})\.|$|\s(?:and|und|et|y|e|for|to|für|pour|para)\s(?!\d)|(?<=\p{Script=Thai})\s))`;

/** Days that are others to whoever reads of them later. */
export const RELATIVE_DAY = String.raw`(?:to(?:day|morrow)|(?:(?:this|next|coming)\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day|next\s+(?:week|month)|heute|morgen|(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)|demain|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|mañana|(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo))(?!\p{L})`;

/** Anywhere in an offer’s sentence. */
export const DAYS_IN_OFFER = String.raw`(?<![\p{Script=Latin}\d])(?<days>${SPAN}|${FROM})${DAYS_END}`;
