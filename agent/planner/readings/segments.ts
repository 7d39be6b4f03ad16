// What is done with a saved audience by its name: renamed, frozen, given other conditions, deleted, looked at.
import { doubtsOf } from '../doubts.ts';
import { type Frame, readFrame } from '../frame.ts';
import type { Plan } from '../types.ts';
import { calling, type Reading, saying } from './reading.ts';
import { segmentNamed } from './whom.ts';

export const readSegments: Reading = (frame) => {
  const text = frame.sentence
    .trim()
    .replace(/^(?:(?:please|can you|could you)\s+)+/i, '')
    .replace(/[.!?\s]+$/, '');
  for (const [pattern, read] of FORMS) {
    const said = pattern.exec(text)?.groups;
    const plan = said && onSegment(frame, { read, said });
    if (plan) return plan;
  }
  return null;
};

type Said = Record<string, string | undefined>;
type Read = (frame: Frame, segmentId: string, said: Said) => Plan | null;

const QUOTE = `["“”'‘’]?`;
const NAMED = String.raw`(?:the\s+|my\s+|our\s+)?segment\s+(?:called\s+|named\s+)?${QUOTE}(?<segment>[^"“”]+?)${QUOTE}`;
const form = (source: string): RegExp => new RegExp(`^(?:${source})$`, 'iu');

const change = (frame: Frame, segmentId: string, patch: object): Plan =>
  calling(frame, [{ name: 'change_segment', args: { segmentId, ...patch } }]);

const FORMS: readonly (readonly [RegExp, Read])[] = [
  [
    form(String.raw`(?:rename|call)\s+${NAMED}\s+(?:to|as|into)\s+${QUOTE}(?<name>[^"“”]+?)${QUOTE}`),
    (frame, id, { name }) => change(frame, id, { name }),
  ],
  [
    form(String.raw`(?:delete|remove|drop)\s+${NAMED}`),
    (frame, segmentId) => calling(frame, [{ name: 'delete_segment', args: { segmentId } }]),
  ],
  [form(String.raw`freeze\s+${NAMED}`), (frame, id) => change(frame, id, { kind: 'frozen' })],
  [
    form(String.raw`(?:make|let)\s+${NAMED}\s+(?:be\s+)?(?:dynamic|live|follow\s+the\s+data)(?:\s+again)?`),
    (frame, id) => change(frame, id, { kind: 'dynamic' }),
  ],
  [form(String.raw`(?:change|set|update|redefine)\s+${NAMED}\s+(?:to(?:\s+be)?|as)\s+(?<who>.+)`), changeWho],
  [
    form(
      String.raw`(?:who|what|which\s+campaigns?)\s+uses?\s+${NAMED}|how\s+(?:did|does|is|has|well\s+did|well\s+does)\s+${NAMED.replace('segment>', 'segment2>')}\s+(?:do|done|doing|go|going|perform(?:ed|ing)?)|(?:show|describe|report(?:\s+on)?)\s+(?:me\s+)?(?:the\s+)?(?:performance|history|members)\s+(?:of|for)\s+${NAMED.replace('segment>', 'segment3>')}`,
    ),
    (frame, segmentId) => calling(frame, [{ name: 'report_segment', args: { segmentId } }]),
  ],
];

function onSegment(frame: Frame, { read, said }: { read: Read; said: Said }): Plan | null {
  const name = said.segment ?? said.segment2 ?? said.segment3 ?? '';
  const found = segmentNamed(frame, name);
  if (found) return read(frame, found.id, said);
  return saying(
    frame,
    `There is no segment called “${name}”. “List the segments” shows those that there are.`,
  );
}

/** Whom it shall have is read as a question for them would be, with its doubts. */
function changeWho(frame: Frame, segmentId: string, { who }: Said): Plan | null {
  const asked = readFrame(`show ${who}`, frame.input);
  if (asked.scope.isEmpty && !asked.isEverybody) return null;
  return doubtsOf(asked) ?? change(frame, segmentId, { filter: asked.scope.filter });
}
