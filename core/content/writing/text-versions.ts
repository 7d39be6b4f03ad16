// Recipients' own texts as steps of a campaign's history: what a version changed of them, and as they were at any version.
import { and, eq, inArray } from 'drizzle-orm';
import { contacts, customers, writtenMessages, writtenVersions } from '../../../db/schema/index.ts';
import { channelLabel } from '../../channel-label.ts';
import type { Ctx } from '../../context.ts';
import { byKey, keyOf, ONE_TEXT, type WrittenRow } from './written-text.ts';

type Told = Pick<WrittenRow, 'contactId' | 'channel' | 'author' | 'basis' | 'subject'>;
/** A recipient's own text; without a body the built-in letter is theirs. */
export type OwnText = Told & { body: string | null };
type Step = OwnText & { version: number };

/** `version` is the one that is left: the next has these texts. */
type Change = { campaignId: string; version: number; texts: readonly OwnText[] };

/** Gives recipients of a locked campaign other texts, or none of their own, and keeps what they had. */
export async function changeTexts(ctx: Ctx, { campaignId, version, texts }: Change): Promise<void> {
  if (texts.length === 0) return;
  const changed = new Set(texts.map(keyOf));
  const had = (await currentTexts(ctx, campaignId)).filter((row) => changed.has(keyOf(row)));
  await keep(ctx, { campaignId, version, texts: had });
  await keep(ctx, { campaignId, version: version + 1, texts });
  for (const text of texts.toSorted(byKey)) {
    const { contactId, channel, body } = text;
    const its = and(
      eq(writtenMessages.campaignId, campaignId),
      eq(writtenMessages.contactId, contactId),
      eq(writtenMessages.channel, channel),
    );
    if (body === null) await ctx.tx.delete(writtenMessages).where(its);
    else await put(ctx, { campaignId, text });
  }
}

/** The built-in letter again for whoever has a text of their own, written or still wanted. */
export const dropTexts = (
  ctx: Ctx,
  { campaign, rows }: { campaign: { id: string; version: number }; rows: readonly WrittenRow[] },
): Promise<void> =>
  changeTexts(ctx, {
    ...{ campaignId: campaign.id, version: campaign.version },
    texts: rows.map((row) => ({ ...row, subject: null, body: null })),
  });

async function put(ctx: Ctx, { campaignId, text }: { campaignId: string; text: OwnText }): Promise<void> {
  const { contactId, channel, author, basis, subject, body } = text;
  const written = {
    ...{ author, basis, subject, body, status: 'written' as const },
    ...{ reason: null, leaseUntil: null, updatedAt: ctx.now },
  };
  const createdBy = ctx.actor.kind === 'person' ? ctx.actor.userId : null;
  await ctx.tx
    .insert(writtenMessages)
    .values({ tenantId: ctx.tenant.id, campaignId, contactId, channel, createdBy, ...written })
    .onConflictDoUpdate({
      target: ONE_TEXT,
      set: written,
    });
}

/** As a version has them; what it was given before in the same version is no longer so. */
async function keep(ctx: Ctx, { campaignId, version, texts }: Change): Promise<void> {
  for (const { contactId, channel, author, basis, subject, body } of texts) {
    const own = { author, basis, subject, body };
    await ctx.tx
      .insert(writtenVersions)
      .values({ tenantId: ctx.tenant.id, campaignId, contactId, channel, version, ...own })
      .onConflictDoUpdate({
        target: [
          writtenVersions.campaignId,
          writtenVersions.contactId,
          writtenVersions.channel,
          writtenVersions.version,
        ],
        set: own,
      });
  }
}

const currentTexts = (ctx: Ctx, campaignId: string): Promise<WrittenRow[]> =>
  ctx.tx
    .select()
    .from(writtenMessages)
    .where(and(eq(writtenMessages.campaignId, campaignId), eq(writtenMessages.status, 'written')));

/** Every recipient's text, or none, as at version `to`; `version` is the one that is left. A model's that came after stays. */
export async function restoreTexts(
  ctx: Ctx,
  { campaignId, version, to }: { campaignId: string; version: number; to: number },
): Promise<void> {
  const then = textsAt(await readSteps(ctx, campaignId), to);
  const now = new Map((await currentTexts(ctx, campaignId)).map((row) => [keyOf(row), row]));
  const back = [...then].flatMap(([key, text]) => {
    const current = now.get(key);
    const isSame =
      text.body === null ? current?.author !== 'person' : current !== undefined && areSame(current, text);
    return isSame ? [] : text;
  });
  const taken = [...now].flatMap(([key, { contactId, channel, author, basis }]) =>
    author === 'person' && !then.has(key)
      ? { contactId, channel, author, basis, subject: null, body: null }
      : [],
  );
  await changeTexts(ctx, { campaignId, version, texts: [...back, ...taken] });
}

const areSame = (a: OwnText, b: OwnText): boolean =>
  a.body === b.body && a.subject === b.subject && a.author === b.author;

const readSteps = async (ctx: Ctx, campaignId: string): Promise<Step[]> =>
  ctx.tx
    .select()
    .from(writtenVersions)
    .where(eq(writtenVersions.campaignId, campaignId))
    .orderBy(writtenVersions.version, writtenVersions.id);

const textsAt = (steps: readonly Step[], version: number): Map<string, OwnText> =>
  new Map(
    steps
      .filter((step) => step.version <= version)
      .map(({ contactId, channel, author, basis, subject, body }) => [
        keyOf({ contactId, channel }),
        { contactId, channel, author, basis, subject, body },
      ]),
  );

/** One recipient's message as a history tells it. */
export type TextSaid = { to: string; channel: string; subject?: string; text: string };
export const BUILT_IN = 'the built-in letter';

/** What any two versions of a campaign say otherwise in the texts of single recipients; null: nothing. */
export async function textDifferences(
  ctx: Ctx,
  campaignId: string,
): Promise<
  (from: number, to: number) => { field: 'messages'; before: TextSaid[]; after: TextSaid[] } | null
> {
  const steps = await readSteps(ctx, campaignId);
  const names = await readNames(ctx, [...new Set(steps.map(({ contactId }) => contactId))]);
  const said = (key: string, text: OwnText | undefined): TextSaid => {
    const [contactId, channel] = key.split(' ') as [string, string];
    return {
      ...{ to: names.get(contactId) ?? '', channel: channelLabel(channel) },
      ...(typeof text?.subject === 'string' ? { subject: text.subject } : {}),
      text: text?.body ?? BUILT_IN,
    };
  };
  return (from, to) => {
    const [before, after] = [textsAt(steps, from), textsAt(steps, to)];
    const keys = [...new Set([...before.keys(), ...after.keys()])].filter(
      (key) => JSON.stringify(said(key, before.get(key))) !== JSON.stringify(said(key, after.get(key))),
    );
    if (keys.length === 0) return null;
    const all = (texts: typeof before) => keys.map((key) => said(key, texts.get(key)));
    return { field: 'messages', before: all(before), after: all(after) };
  };
}

async function readNames(ctx: Ctx, contactIds: string[]): Promise<Map<string, string>> {
  if (contactIds.length === 0) return new Map();
  const rows = await ctx.tx
    .select({ id: contacts.id, name: contacts.name, of: customers.name })
    .from(contacts)
    .innerJoin(customers, eq(customers.id, contacts.customerId))
    .where(inArray(contacts.id, contactIds));
  return new Map(rows.map(({ id, name, of }) => [id, [name, of].filter(Boolean).join(', ')]));
}
