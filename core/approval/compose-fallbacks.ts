import { joinWords, plural } from '../../lib/text.ts';
import type { Recipient } from '../audience/recipient.ts';
import type { Draft } from '../campaigns/draft.ts';
import { channelLabel } from '../channel-label.ts';
import { composeMessages } from '../content/compose-messages.ts';
import { type ShortLink, shortLinksOf } from '../content/links/short-links.ts';
import type { Ctx } from '../context.ts';
import type { PlannedMessage } from './plan.ts';

/** `of`: the fallbacks of each recipient, in the order given. */
export type Fallbacks = { of: PlannedMessage['fallbacks'][]; notes: string[]; shortLinks: ShortLink[] };
export const NO_FALLBACKS: Fallbacks = { of: [], notes: [], shortLinks: [] };

type Input = { campaignId: string; draft: Draft; recipients: readonly Recipient[] };

/**
 * Writes each recipient's message for their other channels too, so that it is approved with the rest. One whose text
 * must not go out there is left out, and counted: the message itself does not depend on it.
 */
export async function composeFallbacks(
  ctx: Ctx,
  { campaignId, draft, recipients }: Input,
): Promise<Fallbacks> {
  if (!ctx.tenant.settings.channelFallback) return NO_FALLBACKS;
  const places = recipients.flatMap((recipient, at) =>
    (recipient.fallbacks ?? []).map((fallback) => ({
      at,
      fallback,
      recipient: { ...recipient, ...fallback },
    })),
  );
  if (places.length === 0) return NO_FALLBACKS;
  const composed = await composeMessages(ctx, {
    draft,
    codesFor: campaignId,
    recipients: places.map(({ recipient }) => recipient),
  });
  const of: Fallbacks['of'] = recipients.map(() => []);
  let wrong = 0;
  for (const [n, { rendered, findings }] of composed.entries()) {
    const { at, fallback } = places[n]!;
    if (findings.some(({ severity }) => severity === 'error')) wrong += 1;
    else of[at]!.push({ ...fallback, rendered });
  }
  return { of, notes: notesOf(of, wrong), shortLinks: composed.flatMap(shortLinksOf) };
}

function notesOf(of: Fallbacks['of'], wrong: number): string[] {
  const having = of.filter((one) => one?.length).length;
  const channels = [...new Set(of.flatMap((one) => (one ?? []).map(({ channel }) => channel)))];
  return [
    ...(having > 0
      ? [
          `${plural(having, 'recipient has', 'recipients have')} ${joinWords(channels.map(channelLabel), 'or')} to go on with when the first channel fails.`,
        ]
      : []),
    ...(wrong > 0
      ? [`${plural(wrong, 'text')} for another channel cannot go out there and is left out.`]
      : []),
  ];
}
