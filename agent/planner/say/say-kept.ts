import { plural } from '../../../lib/text.ts';
import type { CallResult } from '../types.ts';
import { VOID } from './say-draft.ts';

type Answer = CallResult['forModel'];

export const saySegment = ({ kind, customers, version }: Answer): string => {
  const now = typeof customers === 'number' ? ` with ${plural(customers, 'customer')}` : '';
  const moves = kind === 'frozen' ? 'It keeps these customers.' : 'It follows the data.';
  return `Saved as a segment${now} (version ${version}). ${moves}`;
};

export const saySegments = ({ count }: Answer): string =>
  count === 0
    ? 'There is no segment yet.'
    : `${plural(Number(count), 'segment')}, with the day of the last count.`;

export const sayWriting = ({ wanted, written }: Answer): string =>
  Number(wanted) === 0
    ? `${plural(Number(written), 'message')} of their own are there already.`
    : `${plural(Number(wanted), 'message')} are being written one by one; each is checked, and one that fails keeps the built-in letter. “How far is the writing?” tells how it goes.`;

export const sayOwnText = ({ written, isVoid }: Answer): string =>
  [
    written === 0
      ? 'They get the built-in letter again.'
      : `Your words go to ${plural(Number(written), 'recipient')} there, and to nobody else. “Undo” takes it back.`,
    ...(isVoid ? [VOID] : []),
  ].join(' ');

export function sayWritten(state: Answer): string {
  const of = (key: string) => Number(state[key]);
  const [wanted, written, refused, failed] = [of('wanted'), of('written'), of('refused'), of('failed')];
  if (wanted + written + refused + failed === 0)
    return 'Nothing is written one by one here: everybody gets the built-in letter. “Write every customer’s own message” begins it.';
  const still = wanted > 0 ? `, ${wanted} are still to come` : '';
  const kept = [
    ...(refused > 0 ? [`${refused} did not pass the checks`] : []),
    ...(failed > 0 ? [`${failed} could not be written`] : []),
  ];
  const stays =
    kept.length > 0
      ? ` The built-in letter stays where ${kept.join(' and ')}; the preview says why, for each.`
      : '';
  return `${plural(written, 'message')} of their own ${written === 1 ? 'is' : 'are'} written${still}.${stays}`;
}

export const sayVersions = ({ from, to, count }: Answer): string =>
  count === 0
    ? `Versions ${from} and ${to} are the same.`
    : `From version ${from} to version ${to}, as it was and as it is. “Restore version ${from}” goes back.`;

export const sayTypes = ({ own, builtIn }: Answer): string =>
  `${plural(Number(builtIn), 'built-in type')}, and ${own === 0 ? 'none' : own} of your own: “add a campaign type "…": …” makes one.`;

export const sayTemplates = ({ count }: Answer): string =>
  count === 0
    ? 'There is no template yet: “save this as a template” keeps a campaign.'
    : `${plural(Number(count), 'template')} to begin from.`;

export const sayProposed = ({ asked, matching }: Answer): string => {
  if (!asked) return 'I have noted the change. Nothing is changed before you confirm it.';
  return matching === 0 ? 'I do not know which customer this is about.' : '';
};

export const sayField = ({ field }: Answer): string =>
  `The field is there (${field}). It has no values yet: they come by import or by changes of customers.`;

export const sayChangedSegment = ({ customers, version }: Answer): string =>
  `Changed: version ${version}${typeof customers === 'number' ? `, with ${plural(customers, 'customer')}` : ''}. What was frozen for approval stays as it is.`;

const percent = (rate: unknown): string => `${Math.round(100 * Number(rate))}%`;

export function sayReportedSegment({ customers, usedBy, neededBy, campaigns, ...outcome }: Answer): string {
  const used =
    usedBy === 0
      ? 'Nothing uses it.'
      : `${plural(Number(usedBy), 'campaign or segment', 'campaigns and segments')} use it, ${neededBy} of them still need it.`;
  const head = `It has ${plural(Number(customers), 'customer')}. ${used}`;
  if (Number(campaigns) === 0) return `${head} No campaign was sent to it yet.`;
  const { targeted, reached, replied, converted } = outcome as Record<string, number>;
  const rates = `${reached} of ${targeted} were reached${outcome.reachRate === null ? '' : ` (${percent(outcome.reachRate)})`}, ${replied} replied${outcome.replyRate === null ? '' : ` (${percent(outcome.replyRate)})`}, ${converted} said yes or ordered${outcome.conversionRate === null ? '' : ` (${percent(outcome.conversionRate)})`}.`;
  return `${head} In ${plural(Number(campaigns), 'campaign')} ${rates}`;
}
