// A text as its reader sees it: marks that nobody sees are gone, wide signs are the usual ones, and letters of another alphabet
// inside a Latin word are the ones that they look like.

const PAIRS = new Map(
  [
    ...'аa еe оo рp сc хx уy іi јj ѕs һh ԁd ӏl вb нh кk мm тt АA ВB ЕE КK МM НH ОO РP СC ТT ХX ІI οo αa ρp νv ιi κk υu ΑA ΒB ΕE ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΧX'.split(
      ' ',
    ),
  ].map((pair) => [...pair] as [string, string]),
);
const INVISIBLE = /\p{Cf}|\u034f|\u115f|\u1160|\u3164/gu;
// Told at a glance, because nearly every text is as it seems: invisible marks, wide and mathematical signs, other alphabets.
const MAY_DIFFER =
  /[\u00ad\u0370-\u052f\u115f\u1160\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2100-\u218f\u2460-\u24ff\u3164\ufb00-\ufb06\ufeff-\uffef]|\u034f|\ud835/;
/** A word in which Latin letters stand beside Cyrillic or Greek ones. */
const MIXED = /(?=\p{L}*\p{Script=Latin})(?=\p{L}*[\p{Script=Cyrillic}\p{Script=Greek}])\p{L}+/gu;

/** For what is judged by its look; facts are read from the text itself. */
export function asSeen(text: string): string {
  if (!MAY_DIFFER.test(text)) return text;
  return text
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(MIXED, (word) => [...word].map((sign) => PAIRS.get(sign) ?? sign).join(''));
}
