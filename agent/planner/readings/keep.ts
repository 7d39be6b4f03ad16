// Saved audiences, and fields of the workspace's own: sentences of a fixed form, read from the words as they stand.
import type { Filter } from '../../../core/audience/filter.ts';
import { fold } from '../../../lib/text.ts';
import { doubtsOf } from '../doubts.ts';
import { type Frame, readFrame } from '../frame.ts';
import type { Plan } from '../types.ts';
import { calling, type Reading, saying } from './reading.ts';

export const readKeep: Reading = (frame) => {
  const text = frame.sentence
    .trim()
    .replace(/^(?:please|can you|could you)\s+/i, '')
    .replace(/[.!?\s]+$/, '');
  for (const [pattern, read] of FORMS) {
    const match = pattern.exec(text);
    const plan = match && read(frame, match.groups ?? {});
    if (plan) return plan;
  }
  return null;
};

type Read = (frame: Frame, said: Record<string, string | undefined>) => Plan | null;

const NAME = String.raw`(?:,?\s+(?:called|named|as|by the name of|(?:and\s+)?(?:call|name|title)\s+(?:it|this|that|them))\s+["“']?(?<name>[^"”']+?)["”']?)?`;
const KIND = String.raw`(?:(?<kind>frozen|dynamic|fixed|static|live)\s+)?`;
const MAKE = String.raw`(?:(?:save|keep|store|make|create|build|set up|give|i (?:want|need|would like)|i['’]d like)\s+|(?=new\s))`;
const form = (source: string): RegExp => new RegExp(`^${source}$`, 'iu');

const FORMS: readonly (readonly [RegExp, Read])[] = [
  [
    form(String.raw`(?:list|show|what are|which are)(?:\s+me)?(?:\s+(?:my|the|all|our|saved))*\s+segments`),
    listSegments,
  ],
  [
    form(
      String.raw`(?:save|keep|store|freeze)\s+(?:this|that|it|them|these|those|this list|the audience|this audience|these customers|those customers)(?:\s+as)?(?:\s+an?|\s+the)?\s+${KIND}segment(?:\s+["“'](?<quoted>[^"”']+)["”'])?${NAME}`,
    ),
    saveThese,
  ],
  [
    form(
      String.raw`save\s+(?:this|that|it|them|these|those|this list|the audience|this audience)\s+as\s+["“']?(?<name>[^"”']+?)["”']?`,
    ),
    saveThese,
  ],
  [
    form(
      String.raw`${MAKE}(?:me\s+)?(?:an?\s+|the\s+)?(?:new\s+)?${KIND}segment(?:\s+(?:called\s+|named\s+)?["“'](?<quoted>[^"”']+)["”'])?\s*(?:of|for|with|from|:)\s+(?<who>.+?)${NAME}`,
    ),
    saveWho,
  ],
  [
    form(
      String.raw`(?:save|keep|store|freeze)\s+(?<who>.+?)\s+as\s+(?:an?\s+)?(?:new\s+)?${KIND}segment${NAME}`,
    ),
    saveWho,
  ],
  [
    form(
      String.raw`(?:how many|who|which|show|list|count)(?:\s+customers|\s+me)?(?:\s+(?:is|are))?\s+(?:in|of)?\s*(?:the\s+)?segment\s+["“']?(?<segment>[^"”']+?)["”']?`,
    ),
    findSegment,
  ],
  [
    form(
      String.raw`(?:save|keep|store)\s+(?<who>.+?)\s+as\s+(?:["“'](?<quoted>[^"”']+)["”']|(?<name>[^"”',.]+))`,
    ),
    (frame, said) => (said.quoted || /^\p{Lu}/u.test(said.name ?? '') ? saveWho(frame, said) : null),
  ],
  [
    form(
      String.raw`add\s+(?:an?\s+)?(?:new\s+)?(?<type>text|number|date|money|choice|yes[ /-]?(?:or[ -])?no)?\s*field\s+(?:called\s+|named\s+|for\s+)?["“']?(?<label>[^"”'()]+?)["”']?(?:\s*\(\s*(?<kind>text|number|date|money|choice|yes[ /-]?(?:or[ -])?no)\s*\))?`,
    ),
    addField,
  ],
];

function listSegments(frame: Frame): Plan {
  return calling(frame, [{ name: 'list_segments', args: {} }]);
}

const isFrozen = (kind: string | undefined, frame: Frame): boolean =>
  /^(frozen|fixed|static)$/i.test(kind ?? '') || /^\s*(?:please\s+)?freeze\b/i.test(frame.sentence);

function save(
  frame: Frame,
  filter: Filter,
  { kind, name, quoted }: Record<string, string | undefined>,
): Plan {
  const called = (name ?? quoted)?.trim();
  const args = {
    filter,
    ...(called ? { name: called } : {}),
    ...(isFrozen(kind, frame) ? { kind: 'frozen' } : {}),
  };
  return calling(frame, [{ name: 'save_segment', args }]);
}

function saveThese(frame: Frame, said: Record<string, string | undefined>): Plan {
  const { lastFilter, campaign } = frame.input.thread;
  const filter = lastFilter ?? campaign?.draft.filter;
  return filter
    ? save(frame, filter, said)
    : saying(
        frame,
        'There is no list here yet to save. Say whom you mean, for instance “save all hotels in Phuket as a segment”.',
      );
}

/** Whom it is for is read as a question for them would be, with its doubts. */
function saveWho(frame: Frame, said: Record<string, string | undefined>): Plan | null {
  const asked = readFrame(`show ${said.who}`, frame.input);
  if (asked.scope.isEmpty && !asked.isEverybody) return null;
  return doubtsOf(asked) ?? save(frame, asked.scope.filter, said);
}

function findSegment(frame: Frame, { segment }: Record<string, string | undefined>): Plan {
  const { segments } = frame.input.vocabulary;
  const found = segments.find(({ name }) => fold(name) === fold(segment ?? ''));
  if (!found)
    return saying(
      frame,
      `There is no segment called “${segment}”. “List the segments” shows those that there are.`,
    );
  const filter: Filter = { op: 'in', field: 'segment', values: [found.id] };
  return calling(frame, [{ name: 'find_customers', args: { filter } }]);
}

function addField(frame: Frame, { type, kind, label }: Record<string, string | undefined>): Plan {
  const said = (type ?? kind ?? '').toLowerCase();
  if (said)
    return calling(frame, [
      { name: 'add_field', args: { label, kind: said.startsWith('yes') ? 'yesno' : said } },
    ]);
  const choices = ['text', 'number', 'date', 'choice', 'yes or no'].map((one) => ({
    label: one,
    say: `Add a ${one} field ${label}`,
  }));
  const text = `What does the field “${label}” hold?`;
  return {
    ...calling(frame, [{ name: 'ask_person', args: { text, choices } }]),
    question: { text, choices },
  };
}
