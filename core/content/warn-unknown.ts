// What a person should know about a message that is sound but says less than it could.
import { plural } from '../../lib/text.ts';
import type { Draft } from '../campaigns/draft.ts';
import type { TenantSettings } from '../tenants/settings.ts';
import type { CustomerFacts } from './facts.ts';
import { type CampaignType, saysNothing } from './types.ts';
import type { Finding } from './verify/finding.ts';
import type { View } from './view.ts';

// A greeting three months early is odd.
const FAR_OFF = 90;

/** Where it is mended. */
type Page = 'customer' | 'rules';

type Input = {
  facts: CustomerFacts;
  view: View;
  type: CampaignType;
  /** What the workspace calls a part: who is warned reads English, whatever the message is written in. */
  unit: TenantSettings['unit'];
  draft: Pick<Draft, 'topic'> & Partial<Pick<Draft, 'schedule' | 'offer'>>;
};

export function warnUnknown({ facts, view, type, draft, unit }: Input): Finding[] {
  const { sender } = view;
  const named = facts.units.length;
  const isRenewal = type.dropsWhenRenewed ?? false;
  // The words are made where they are said: most messages need none.
  const warnings: [boolean, () => string, string, Page?][] = [
    [
      named === 0 && type.listsUnits === true,
      () => `No ${unit.one} is known by name; the text names none.`,
      'Add them to the customer, or import them.',
      'customer',
    ],
    [
      isRenewal && !facts.endsOn,
      () => 'The end of the contract is not known; the text gives no date.',
      'Add it to the contract.',
      'customer',
    ],
    [
      isRenewal && !facts.unitPrice,
      () => 'The price is not known; the text offers to send it.',
      'Add it to the contract.',
      'customer',
    ],
    [
      isRenewal && facts.unitCount !== null && named > facts.unitCount,
      () =>
        `The contract counts ${plural(facts.unitCount ?? 0, unit.one, unit.many)}, and ${named} are named.`,
      'Compare the contract with the list.',
      'customer',
    ],
    [
      saysNothing(type, draft),
      () => `The ${type.label.toLowerCase()} does not say what it is about; say it as the topic.`,
      'Say “about …”.',
    ],
    [
      type.key === 'seasonal' && draft.schedule?.kind !== 'feast' && (view.occasion_in_days ?? 0) > FAR_OFF,
      () =>
        `${view.occasion} is ${view.occasion_in_days} days away; name another occasion as the topic, or wait.`,
      'Say “about …”, or choose a later day.',
    ],
    [
      sender.company === null && sender.signature === 'Your account team',
      () => 'The sender has no name yet; set the company and signature in the settings.',
      'Set them in the settings, under the rules.',
      'rules',
    ],
  ];
  return warnings
    .filter(([isSo]) => isSo)
    .map(([, say, repair, page]) => ({
      severity: 'warning',
      message: say(),
      place: 'body',
      repair,
      ...(page ? { fix: { do: 'open', page } } : {}),
    }));
}
