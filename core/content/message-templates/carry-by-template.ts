// Which messages an approved template carries, and which the platform would refuse without one.
import { and, eq, getTableColumns, gt, inArray, sql } from 'drizzle-orm';
import { templateWords } from '../../../db/queries/template-words.ts';
import { channelAccounts, messageTemplates, replies } from '../../../db/schema/index.ts';
import { joinWords } from '../../../lib/text.ts';
import type { Ctx } from '../../context.ts';
import { once } from '../../reading-once.ts';
import type { Composed } from '../compose-one.ts';
import type { Finding } from '../verify/finding.ts';
import { fitTemplate } from './fit-template.ts';

type Approved = Pick<
  typeof messageTemplates.$inferSelect,
  'channel' | 'name' | 'language' | 'header' | 'hasPicture' | 'body' | 'footer' | 'buttons'
> & { words: string };

/**
 * The messages with the approved template that says exactly this, where there is one. Without one a message by a sender
 * that begins conversations with templates only gets an error, or, while the contact's last message is not a day old
 * now, a warning. Channels without templates are left as they are.
 */
export async function carryByTemplate(ctx: Ctx, composed: readonly Composed[]): Promise<Composed[]> {
  const channels = [...new Set(composed.map(({ recipient }) => recipient.channel))];
  const approved = await once(ctx, `approved for ${channels}`, () => readApproved(ctx, channels));
  const strict = await once(ctx, `strict of ${channels}`, () => readStrict(ctx, channels));
  if (approved.length === 0 && strict.size === 0) return [...composed];
  const carried = composed.map((message) => carry(message, approved));
  const open = carried.filter(
    ({ recipient, rendered }) => strict.has(recipient.channel) && !rendered.template,
  );
  const talking = await readTalking(ctx, open);
  return carried.map((message) =>
    open.includes(message)
      ? withoutTemplate(message, { isTalking: talking.has(message.recipient.contactId), approved })
      : message,
  );
}

const readApproved = (ctx: Ctx, channels: readonly string[]): Promise<Approved[]> =>
  ctx.tx
    .select({ ...getTableColumns(messageTemplates), words: templateWords })
    .from(messageTemplates)
    .where(
      and(
        inArray(messageTemplates.channel, [...channels]),
        eq(messageTemplates.status, 'approved'),
        eq(messageTemplates.isUsable, true),
      ),
    )
    .orderBy(messageTemplates.name, messageTemplates.language);

/** Channels of which a sender that is on takes templates only. */
async function readStrict(ctx: Ctx, channels: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await ctx.tx
    .selectDistinct({ channel: channelAccounts.channel })
    .from(channelAccounts)
    .where(
      and(
        inArray(channelAccounts.channel, [...channels]),
        eq(channelAccounts.needsTemplates, true),
        eq(channelAccounts.isEnabled, true),
      ),
    );
  return new Set(rows.map(({ channel }) => channel));
}

// The platform's own window, less the time that a send may take.
const WINDOW = sql`interval '23 hours'`;

/** Who wrote to us on that channel within the last day. */
async function readTalking(ctx: Ctx, composed: readonly Composed[]): Promise<ReadonlySet<string>> {
  const first = composed[0]?.recipient;
  if (!first) return new Set();
  const rows = await ctx.tx
    .selectDistinct({ contactId: replies.contactId })
    .from(replies)
    .where(
      and(
        eq(replies.channel, first.channel),
        inArray(replies.contactId, [...new Set(composed.map(({ recipient }) => recipient.contactId))]),
        gt(replies.receivedAt, sql`${ctx.now.toISOString()}::timestamptz - ${WINDOW}`),
      ),
    );
  return new Set(rows.flatMap(({ contactId }) => contactId ?? []));
}

function carry(message: Composed, approved: readonly Approved[]): Composed {
  const { recipient, rendered, letter, made } = message;
  const language = made.frame.language;
  const { image, ...bare } = rendered;
  // One that shows the picture goes first; one that wants a picture carries nothing without.
  const having = (picture: boolean) => approved.filter(({ hasPicture }) => hasPicture === picture);
  for (const template of image ? [...having(true), ...having(false)] : having(false)) {
    if (template.channel !== recipient.channel || baseOf(template.language) !== language) continue;
    const said = readAs(template, { body: letter.body, footer: made.frame.footer, whole: rendered.text });
    if (!said) continue;
    const { name, language: code, header, footer, buttons, words } = template;
    const text = [header, said.text, footer].filter(Boolean).join('\n\n');
    const carrier = { name, language: code, parameters: said.parameters, words };
    const shown = template.hasPicture && image ? { ...bare, image } : bare;
    const lost: Finding[] = image && !template.hasPicture ? [PICTURE_LOST] : [];
    return {
      ...message,
      findings: [...message.findings, ...lost],
      rendered: { ...shown, text, template: buttons.length > 0 ? { ...carrier, buttons } : carrier },
    };
  }
  return message;
}

const PICTURE_LOST: Finding = {
  severity: 'warning',
  place: 'body',
  message: 'The approved template that says this has no picture: it goes without.',
  repair: 'Draft the one with the picture, and hand it in.',
};

const baseOf = (code: string): string => code.toLowerCase().split(/[-_]/)[0] ?? code;

type Said = { body: string; footer: string; whole: string };

/** The footer of the template is the message's own, or the message says it in its body. */
function readAs({ body, footer }: Approved, said: Said): { text: string; parameters: string[] } | null {
  const forms =
    footer === null
      ? [said.whole, ...(said.footer === '' ? [said.body] : [])]
      : footer === said.footer
        ? [said.body]
        : [];
  for (const text of forms) {
    const parameters = fitTemplate(body, text);
    if (parameters) return { text, parameters };
  }
  return null;
}

/** Of a letter that was shortened: what says it in full is approved as it is, and nobody may cut it. */
function saidInFull(
  { recipient, rendered, letter, made }: Composed,
  approved: readonly Approved[],
): { name: string; shorter: string[] } | null {
  if (made.inFull === null || made.inFull === letter.body) return null;
  const inFull = made.inFull;
  const spoken = approved.filter(
    ({ channel, language }) => channel === recipient.channel && baseOf(language) === made.frame.language,
  );
  const said = {
    body: inFull,
    footer: made.frame.footer,
    whole: rendered.text.replace(letter.body, () => inFull),
  };
  const full = spoken.find((template) => readAs(template, said));
  if (!full) return null;
  const shorter = spoken.filter(({ body }) => body.length < full.body.length).map(({ name }) => name);
  return { name: full.name, shorter: shorter.slice(0, 3) };
}

function withoutTemplate(
  message: Composed,
  { isTalking, approved }: { isTalking: boolean; approved: readonly Approved[] },
): Composed {
  const inFull = isTalking ? null : saidInFull(message, approved);
  if (inFull) {
    const { name, shorter } = inFull;
    const other =
      shorter.length > 0 ? `, or write the words of ${joinWords(shorter, 'or')}, approved and shorter` : '';
    const finding: Finding = {
      severity: 'error',
      place: 'body',
      message: `The approved template “${name}” says this in full, and an approved template may not be cut.`,
      repair: `Take the full length again, or hand the shorter one in as a template of its own${other}.`,
    };
    return { ...message, findings: [...message.findings, finding] };
  }
  const finding = isTalking
    ? ({
        severity: 'warning',
        message:
          'No approved template says this: it goes as free text, while the contact’s last message is not a day old.',
        repair: 'Send it before that day is over, or hand the drafted template in.',
      } as const)
    : ({
        severity: 'error',
        message: `No approved template says this, and ${message.recipient.channel} begins a conversation with templates only.`,
        repair: 'Hand the drafted template in, or choose another channel.',
      } as const);
  return { ...message, findings: [...message.findings, { ...finding, place: 'body' }] };
}
