// A conversation with the agent that began elsewhere goes on here: on the page, in Slack, by WhatsApp, LINE or mail.
import { and, eq } from 'drizzle-orm';
import { surfaceThreads } from '../../db/schema/index.ts';
import { fold } from '../../lib/text.ts';
import type { Ctx } from '../context.ts';
import { listThreads, type ThreadRow } from '../threads/list-threads.ts';

const LIST =
  /^\s*(?:(?:show|list|what are)\s+)?(?:my\s+(?:conversations|threads|chats)|meine\s+(?:gespräche|unterhaltungen)|การสนทนาของฉัน)\s*[.!?]*\s*$/iu;
// With a number, "here", or the word for it: "continue the Hilton campaign" is something else.
const GO_ON =
  /^\s*(?:please\s+)?(?:continue|go on|carry on|pick up|weiter|ต่อ)(?:\s+(?:with|on|mit))?\s+(?:(?<number>\d{1,2})|(?<here>here)|(?:my|the|our|meinem|dem|das)?\s*(?:last\s+)?(?:conversation|thread|chat|gespräch|การสนทนา)(?:\s+(?:about|on|with|from|über|mit|aus)\s+(?<words>.+?))?|(?:number|no\.?|nr\.?)\s*(?<nth>\d{1,2}))\s*[.!]*\s*$/iu;
const LISTED = 5;

export type Going = { kind: 'list' } | { kind: 'number'; at: number } | { kind: 'words'; words: string };

/** Whether a sentence asks for one's conversations, or to go on with one; null for every other sentence. */
export function readGoing(sentence: string): Going | null {
  if (LIST.test(sentence)) return { kind: 'list' };
  const said = GO_ON.exec(sentence)?.groups;
  if (!said) return null;
  const number = said.number ?? said.nth;
  return number ? { kind: 'number', at: Number(number) } : { kind: 'words', words: said.words ?? '' };
}

type Place = { appId: string; place: string };

/**
 * Lists the acting person's conversations, or has one of them go on at a place: by its number in that list, by words of
 * its title (colleagues' as well, which everybody may read), or the last one. Answers what to tell.
 */
export async function continueThread(ctx: Ctx, going: Going, { appId, place }: Place): Promise<string> {
  const [here] = await ctx.tx
    .select({ threadId: surfaceThreads.threadId })
    .from(surfaceThreads)
    .where(and(eq(surfaceThreads.appId, appId), eq(surfaceThreads.place, place)));
  const elsewhere = (all: readonly ThreadRow[]) => all.filter(({ id }) => id !== here?.threadId);
  const own = elsewhere(await listThreads(ctx, { whose: 'mine', limit: 50 }));
  if (going.kind === 'list') return listed(own);
  const found =
    going.kind === 'number'
      ? own.slice(0, LISTED)[going.at - 1]
      : (named(own, going.words) ??
        (going.words
          ? named(elsewhere(await listThreads(ctx, { whose: 'everyone', limit: 200 })), going.words)
          : null));
  if (!found) return `There is no such conversation. ${listed(own)}`;
  await ctx.tx
    .insert(surfaceThreads)
    .values({ tenantId: ctx.tenant.id, appId, place, threadId: found.id, createdAt: ctx.now })
    .onConflictDoUpdate({
      target: [surfaceThreads.tenantId, surfaceThreads.appId, surfaceThreads.place],
      set: { threadId: found.id },
    });
  return `We go on here with “${titleOf(found)}”. What next?`;
}

const titleOf = ({ title, updatedAt }: ThreadRow) => title ?? `of ${updatedAt.slice(0, 10)}`;

const named = (all: readonly ThreadRow[], words: string): ThreadRow | undefined => {
  const wanted = fold(words).split(/\s+/u).filter(Boolean);
  return all.find(({ title }) => wanted.every((word) => fold(title ?? '').includes(word)));
};

const listed = (own: readonly ThreadRow[]): string =>
  own.length === 0
    ? 'You have no other conversation.'
    : [
        'Your other conversations, the last one first:',
        ...own.slice(0, LISTED).map((one, at) => `${at + 1}. ${titleOf(one)}`),
        'Say “continue 1”, or “continue the conversation about …”.',
      ].join('\n');
