// A brief as people write one: prose, bullets, labelled lines. Cut into what stands under a label and single statements.

/** What a label can be about; `background` tells why and restricts nobody. */
export type Label =
  | 'objective'
  | 'budget'
  | 'offer'
  | 'audience'
  | 'topic'
  | 'channels'
  | 'when'
  | 'tone'
  | 'kind'
  | 'background';
export type CutBrief = { labelled: Partial<Record<Label, string>>; statements: string[] };

/** What a label is called, in every language that sentences are understood in. */
const LABELS: Readonly<Record<Label, string>> = {
  objective:
    'objectives?|goals?|aims?|kpis?|success(?: (?:criteria|criterion|metrics?|measures?|means|is))?|outcome|ziele?|objectifs?|objetivos?|buts?|metas?|เป้าหมาย|วัตถุประสงค์|目標|目的|目标',
  budget: 'budget|presupuesto|orçamento|งบประมาณ|งบ|予算|预算|預算',
  offer: 'offer|incentive|angebot|offre|oferta|ข้อเสนอ|โปรโมชั่น|特典|オファー|优惠|優惠',
  audience:
    'audience|target (?:group|audience|customers)|target|who|recipients|segment|zielgruppe|cible|público(?: objetivo)?|กลุ่มเป้าหมาย|対象|对象',
  topic:
    'topic|about|(?:key )?messages?|content|thema|botschaft|sujet|message clé|tema|mensaje|หัวข้อ|เนื้อหา|内容|主题',
  channels: 'channels?|how|kan[aä]le?|canal|canaux|canales|canais|ช่องทาง|チャネル|渠道',
  when: 'when|timing|date|schedule|zeitpunkt|termin|quand|fecha|cuándo|quando|data|กำหนดส่ง|日時|時期|时间',
  tone: 'tone(?: of voice)?|voice|style|ton|tono|tom|โทน|トーン|语气',
  kind: '(?:campaign )?type|kind|art|tipo|ประเภท|種類|类型',
  background: 'background|context|situation|why|hintergrund|contexte|contexto|ที่มา|背景',
};
const NAMES = Object.values(LABELS).join('|');
const BEFORE_LABEL = new RegExp(
  String.raw`(?:^|[\n.;。]|\s[-•])\s*(?:[-•]\s*)?(${NAMES})\s*(?:[:：]\s*|(?<=\n\s*\1\s*|^\s*\1\s*)\n\s*)`,
  'giu',
);
/** Told to the end of its block; of any other label the first sentence is its own. */
const LONG: ReadonlySet<Label> = new Set(['topic', 'background']);

export function cutBrief(said: string): CutBrief {
  const text = said.replace(/\*\*|__|^#+\s*/gmu, '');
  const marks = [...text.matchAll(BEFORE_LABEL)];
  const found: CutBrief = {
    labelled: {},
    statements: statementsOf(text.slice(0, marks[0]?.index ?? text.length)),
  };
  for (const [at, mark] of marks.entries()) {
    const label = labelOf(mark[1]!);
    const block = text.slice(mark.index + mark[0].length, marks[at + 1]?.index);
    const [told = '', ...beyond] = LONG.has(label) ? block.split(/\n\s*\n/) : [block];
    const [first = '', ...others] = statementsOf(told);
    const own = LONG.has(label) ? [first, ...others].join('. ') : first;
    if (own !== '') found.labelled[label] = [found.labelled[label], own].filter(Boolean).join('; ');
    found.statements.push(...(LONG.has(label) ? beyond.flatMap(statementsOf) : others));
  }
  return found;
}

const labelOf = (said: string): Label =>
  (Object.keys(LABELS) as Label[]).find((label) => new RegExp(`^(?:${LABELS[label]})$`, 'iu').test(said))!;

// "1. Dezember" and "approx. 50" end nothing.
const SENTENCE_END =
  /(?<!(?:^|\s)\d{1,2}\.|\b(?:approx|incl|excl|e\.g|i\.e|no|vs|ca|z\.B|bzw|St|Mr|Ms|Dr)\.)(?<=[.!?])\s+|(?<=[。！？])|\s*\n+\s*/u;
// An hour, a channel or a manner belongs to what stands before it.
const THAI_PAUSE =
  /(?<=\p{Script=Thai})\s+(?=\p{Script=Thai})(?!เวลา|ทาง|ผ่าน|แบบ|ด้วย|เป็น)|(?<=[にへ])[、,]\s*/u;

/** Single statements, without bullets and end marks. */
export const statementsOf = (text: string): string[] =>
  text
    .split(SENTENCE_END)
    .flatMap((one) => one.split(THAI_PAUSE))
    .map((one) => tidy(withoutOpener(tidy(one))))
    .filter(Boolean);

/** “What we want: …”, “Other remarks: …”: what only opens a statement. */
const OPENERS =
  /^(?:what\s+(?:we|i)\s+(?:want|need|would\s+like)|(?:the|our|my)\s+(?:ask|request|idea|plan|task)|(?:other|further|additional|final|some)\s+(?:remarks?|notes?|points?|wishes)|remarks?|notes?|one\s+more\s+thing|p\.?\s?s\.?|fyi|request|task)\s*:\s*/i;
/** “Head office wants us to thank our hotels”: what they want is to be done. */
const WANTS_US = /^.{0,120}?\b(?:wants?|asked|asks|needs?|told|would\s+like)\s+us\s+to\s+(?=\p{L})/iu;
const withoutOpener = (text: string): string => text.replace(OPENERS, '').replace(WANTS_US, '');

export const tidy = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/\s+([.,;])/g, '$1')
    .replace(/^(?:[-•*·]|\d{1,2}[.)])\s+/, '')
    .replace(/^[\s.,;:–-]+|[\s.,;:。–-]+$/g, '');
