// What advertising law and other houses ask a proof of: guarantees, and being first or best. Whoever has the proof says so in the
// style guide (`voice.mayClaim`).
import type { Finding } from './finding.ts';
import { asSeen } from './look-alikes.ts';
import { paragraphsOf, remembered } from './paragraphs.ts';

const PARTED = [
  'we (?:can |do |will )?guarantee|guaranteed (?:results?|success|savings?|satisfaction)|satisfaction guaranteed',
  '(?:market|industry|world)[- ]lead(?:er|ing)|(?:the|a) leading provider|world[- ]class|(?:are|as|the) (?:number one|no\\. ?1|#1)',
  'best in (?:the )?(?:world|market|business|country|region|town|asia|thailand)|second to none|unrivall?ed|unbeatable|award[- ]winning',
  'wir garantieren|garantierte[rns]? (?:erfolg|ergebnis\\p{L}*)|marktführ\\p{L}+|weltweit führend\\p{L}*|führende[rn]? anbieter|die nummer (?:eins|1)|unschlagbar\\p{L}*|konkurrenzlos\\p{L}*|preisgekrönt\\p{L}*',
  'nous (?:vous )?garantissons|leaders? (?:du marché|mondial|mondiaux)|numéro (?:un|1)|imbattables?|inégalée?s?|sans égal',
  'garantizamos|líder(?:es)? (?:del mercado|mundial(?:es)?)|número (?:uno|1)|inmejorables?|imbatibles?',
  'garantimos|líder(?:es)? (?:d[eo] mercado|mundial|mundiais)|número (?:um|1)|imbatíve(?:l|is)',
];
/** Of languages that do not part their words. */
const WRITTEN_ON = [
  'รับประกัน|การันตี|ผู้นำ(?:ใน)?ตลาด|อันดับ ?(?:หนึ่ง|1)|ดีที่สุดใน',
  '保証(?:いた)?します|業界(?:トップ|最大手|最高|No\\.?1)|世界一|日本一|ナンバーワン',
  '我们保证|保证(?:效果|成功|满意)|(?:市场|行业|全球)(?:领先|第一)|独一无二|第一品牌|最好的',
];
const BOASTS = new RegExp(`(?<!\\p{L})(?:${PARTED.join('|')})(?!\\p{L})|${WRITTEN_ON.join('|')}`, 'giu');

const boastsIn = remembered((text) =>
  [...asSeen(text).matchAll(BOASTS)].map(([words]) => words.toLowerCase()),
);

type Boasting = {
  place: Finding['place'];
  author: 'template' | 'person' | 'writer';
  /** What people wrote, whom it is left to. */
  sources: readonly string[];
  /** Claims that the style guide allows, or refuses by itself. */
  settled: readonly string[];
};

/** A person is told, and may know that it is true; a model's own is refused. Names have been taken out of `text`. */
export function checkBoasts(text: string, { place, author, sources, settled }: Boasting): Finding[] {
  const found = new Set(paragraphsOf(text).flatMap(boastsIn));
  if (found.size === 0) return [];
  const known = settled.map((claim) => claim.toLowerCase());
  const said = sources.join('\n').toLowerCase();
  return [...found]
    .filter((words) => !known.some((claim) => claim.includes(words) || words.includes(claim)))
    .map((words) => ({
      severity: author === 'writer' && !said.includes(words) ? 'error' : 'warning',
      place,
      message:
        place === 'subject'
          ? `The subject claims “${words}”, which would have to be proved.`
          : `The text claims “${words}”, which would have to be proved.`,
      repair: 'Leave it out, or allow it in the style guide where there is proof.',
      words,
      fix: { do: 'leave_out' },
    }));
}
