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
const MAY_DIFFER = /[^\n -~\u00a0-\u00ac\u00ae-\u02ff\u0e00-\u0e7f]/u;
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
