// One message in several manners, each complete and checked, to choose from.
import type { Draft } from '../campaigns/draft.ts';
import type { Ctx } from '../context.ts';
import { composeManners } from './compose-messages.ts';
import type { Composed } from './compose-one.ts';
import { letterLanguage } from './letters.ts';
import type { Suggested } from './suggest-content.ts';

export type Variant = {
  /** What a draft takes to be written so. */
  patch: Pick<Draft, 'tone' | 'length'> & Partial<Pick<Draft, 'wording'>>;
  subject: string | null;
  body: string;
  findings: Composed['findings'];
};

const MANNERS: readonly Variant['patch'][] = [
  { tone: 'formal', length: 'full' },
  { tone: 'casual', length: 'full' },
  { tone: 'formal', length: 'short' },
  { tone: 'casual', length: 'short' },
];

/** The sample's message in each manner in which it reads differently, its own first; those that may not go out are left out. */
export async function varyContent(
  ctx: Ctx,
  { draft, sample, suggested }: { draft: Draft; sample: Composed; suggested: Suggested },
): Promise<Variant[]> {
  const own = { tone: sample.made.tone, length: draft.length };
  const rest = MANNERS.filter(({ tone, length }) => tone !== own.tone || length !== own.length);
  const variants = new Map<string, Variant>();
  const [, other] = suggested.subjects;
  const { channel } = sample.recipient;
  const { language } = sample.made.frame;
  const key = language === letterLanguage(ctx.tenant.settings.locale) ? channel : `${channel}/${language}`;
  // The manners are four; a fifth says the same under another subject.
  const subject = other && { ...own, wording: { ...draft.wording, [key]: { subject: other.wording } } };
  const manners = [own, ...rest, ...(subject ? [subject] : [])];
  const messages = await composeManners(ctx, { draft, manners, recipient: sample.recipient });
  for (const [at, { letter, rendered, findings }] of messages.entries()) {
    const said = `${letter.subject ?? ''}\n${letter.body}`;
    if (variants.has(said) || findings.some(({ severity }) => severity === 'error')) continue;
    variants.set(said, {
      patch: manners[at]!,
      subject: rendered.subject ?? null,
      body: rendered.text,
      findings,
    });
  }
  return [...variants.values()];
}
