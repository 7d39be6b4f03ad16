import { joinWords, plural } from '../../lib/text.ts';
import type { Recipient } from '../audience/recipient.ts';
import type { Draft } from '../campaigns/draft.ts';
import { channelLabel } from '../channel-label.ts';
import { composeMessages } from '../content/compose-messages.ts';
import { type ShortLink, shortLinksOf } from '../content/links/short-links.ts';
import type { Ctx } from '../context.ts';
import type { PlannedMessage } from './plan.ts';

/** `of`: the fallbacks of each recipient, in the order given. */
type Fallbacks = { of: PlannedMessage['fallbacks'][]; shortLinks: ShortLink[] };

type Input = { campaignId: string; draft: Draft };

/**
 * Writes each recipient's message for their other channels too, page by page, so that it is approved with the rest. One
 * whose text must not go out there is left out, and counted: the message itself does not depend on it.
 */
export function openFallbacks(ctx: Ctx, { campaignId, draft }: Input) {
  const channels = new Set<string>();
  let [having, wrong] = [0, 0];
  return {
    page: async (recipients: readonly Recipient[]): Promise<Fallbacks> => {
      const places = ctx.tenant.settings.channelFallback ? placesIn(recipients) : [];
      if (places.length === 0) return { of: [], shortLinks: [] };
      const composed = await composeMessages(ctx, {
        draft,
        codesFor: campaignId,
        recipients: places.map(({ recipient }) => recipient),
      });
      const of: NonNullable<PlannedMessage['fallbacks']>[] = recipients.map(() => []);
      for (const [n, { rendered, findings }] of composed.entries()) {
        const { at, fallback } = places[n]!;
        if (findings.some(({ severity }) => severity === 'error')) wrong += 1;
        else {
          of[at]!.push({ ...fallback, rendered });
          channels.add(fallback.channel);
        }
      }
      having += of.filter((one) => one.length > 0).length;
      return { of, shortLinks: composed.flatMap(shortLinksOf) };
    },
    notes: (): string[] => [
      ...(having > 0
        ? [
            `${plural(having, 'recipient has', 'recipients have')} ${joinWords([...channels].map(channelLabel), 'or')} to go on with when the first channel fails.`,
          ]
        : []),
      ...(wrong > 0
        ? [`${plural(wrong, 'text')} for another channel cannot go out there and is left out.`]
        : []),
    ],
  };
}

const placesIn = (recipients: readonly Recipient[]) =>
  recipients.flatMap((recipient, at) =>
    (recipient.fallbacks ?? []).map((fallback) => ({
      at,
      fallback,
      recipient: { ...recipient, ...fallback },
    })),
  );
