// Who gets the campaign at hand, as a follow-up changes it.
import type { Draft } from '../../../core/campaigns/draft.ts';
import { ask } from '../doubt/ask.ts';
import { sameFilter } from '../filters.ts';
import type { Frame } from '../frame.ts';
import { splitTop, withTop } from '../rank.ts';
import { saying } from '../readings/reading.ts';
import { stems } from '../tokens.ts';
import type { Choice, Plan } from '../types.ts';
import { applySteps, type Refused } from './apply-steps.ts';
import { corrected } from './corrected.ts';
import { dropFacet, reallyAll } from './drop-facet.ts';
import { editSteps, isWho, type Step } from './edit-steps.ts';
import { plainKind } from './plain-kind.ts';
import { pointedEdit } from './pointed-edit.ts';
import { inTheirYear } from './their-year.ts';

export type AudienceEdit = { patch: Partial<Draft> } | { plan: Plan } | null;

export function editAudience(frame: Frame, draft: Draft): AudienceEdit {
  const pointed = pointedEdit(frame, draft);
  if (pointed) return patchOf(frame, { draft, edited: pointed });
  const dropped = dropFacet(frame, draft.filter);
  if (dropped) return dropped;
  const steps = corrected(editSteps(frame.items), draft.filter).map((step) =>
    inTheirYear(step, draft.filter),
  );
  if (frame.top && steps.length === 0)
    return { patch: { filter: withTop(splitTop(draft.filter).rest, frame.top) } };
  if (steps.length === 0) return null;
  const kinds = steps
    .map((step) => ({ ...step, kind: plainKind(step, { frame, draft }) }))
    .map((step) => backIn(step, { frame, draft }));
  if (kinds.every(({ kind }) => kind === 'plain')) return { plan: whichWay(frame) };
  const applied = applySteps(
    draft,
    kinds.map((step) => (step.kind === 'plain' ? { ...step, kind: 'change' as const } : step)),
  );
  const edited =
    frame.top && 'filter' in applied
      ? { ...applied, filter: withTop(splitTop(applied.filter).rest, frame.top) }
      : applied;
  if ('refused' in edited) return { plan: refuse(frame, edited) };
  return patchOf(frame, { draft, edited });
}

/** "put Doha back in": of those who were taken out by name, whoever's name says so. */
function backIn(step: Step, { frame, draft }: { frame: Frame; draft: Draft }): Step {
  const [who, ...others] = step.items.filter(isWho);
  const isBack = step.kind === 'add' && /\b(?:back|again|after all)\b/i.test(frame.sentence);
  if (!isBack || who?.kind !== 'clause' || others.length > 0 || draft.excludedCustomerIds.length === 0)
    return step;
  const out = new Set(draft.excludedCustomerIds);
  const words = stems(who.text);
  const customers = frame.input.vocabulary.customers.filter(
    ({ id, name }) => out.has(id) && words.every((word) => stems(name).includes(word)),
  );
  const { start, end, text } = who;
  return customers.length > 0
    ? { ...step, items: [{ kind: 'customer', customers, start, end, text }] }
    : step;
}

type Edited = Pick<Draft, 'filter' | 'excludedCustomerIds'>;

function patchOf(frame: Frame, { draft, edited }: { draft: Draft; edited: Edited }): AudienceEdit {
  const isSameFilter = sameFilter(edited.filter, draft.filter);
  const isSameList = edited.excludedCustomerIds.join() === draft.excludedCustomerIds.join();
  if (isSameFilter && isSameList)
    return { plan: saying(frame, 'That changes nothing: the audience already is like that.') };
  return {
    patch: {
      ...(isSameFilter ? {} : { filter: edited.filter }),
      ...(isSameList ? {} : { excludedCustomerIds: edited.excludedCustomerIds }),
    },
  };
}

/** A name alone may narrow, widen, or ask: the person says which. */
function whichWay(frame: Frame): Plan {
  const who = frame.sentence.replace(/[.?!\s]+$/u, '');
  const choices: Choice[] = [
    { label: `Only ${who}`, say: `only ${who}` },
    { label: `Add ${who}`, say: `add ${who}` },
    { label: `Leave out ${who}`, say: `drop ${who}` },
    { label: `Just show me ${who}`, say: `show me ${who}` },
  ];
  return ask({ text: `What about ${who}?`, choices, isOfWay: true }, frame);
}

function refuse(frame: Frame, { refused, text }: Refused): Plan {
  if (refused === 'everybody') return reallyAll(frame, text);
  if (refused === 'nobody')
    return saying(
      frame,
      `Without ${text} nobody would be left, so I changed nothing. Say “stop” to give the campaign up, or name who should get it instead.`,
    );
  const choices = [
    { label: `Only those in the audience that are ${text}`, say: `only ${text}` },
    { label: `Everybody in ${text} as well`, say: `add all customers in ${text}` },
  ];
  return ask(
    {
      text: `The audience is not limited that way, so adding ${text} can mean two things. Which?`,
      choices,
      isOfWay: true,
    },
    frame,
  );
}
