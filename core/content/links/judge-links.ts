import { inArray, sql } from 'drizzle-orm';
import { checkedLinks } from '../../../db/schema/index.ts';
import type { Ctx } from '../../context.ts';
import type { Composed } from '../compose-one.ts';
import type { Finding } from '../verify/finding.ts';
import { linksIn } from './short-links.ts';

type Row = typeof checkedLinks.$inferSelect;

/** Names that stand for nobody (RFC 2606): there is no page to look for. */
const RESERVED = /(?:^|\.)(?:example(?:\.(?:com|net|org))?|test|invalid|localhost)$/;

// A page that was there is looked at again in a day; one that was not while its owner is mending it.
const STALE = sql`case checked_links.state when 'alive' then interval '1 day' else interval '1 minute' end`;

/**
 * The messages with what is known of the pages that they lead to. Nobody waits for a page: what is not known, or was
 * found long ago, is asked for, and said once it is there. Addresses that no message may lead to are not looked at.
 */
export async function judgeLinks(ctx: Ctx, composed: readonly Composed[]): Promise<Composed[]> {
  const own = ctx.baseUrl.replace(/\/+$/, '');
  const links = new Map(composed.map((message) => [message, mayLook(message, own)]));
  const urls = [...new Set([...links.values()].flat())].sort();
  if (urls.length === 0) return [...composed];
  const known = await readLinks(ctx, urls);
  return composed.map((message) => {
    const found = (links.get(message) ?? []).flatMap((url) => findingOf(known.get(url)) ?? []);
    return found.length === 0 ? message : { ...message, findings: [...message.findings, ...found] };
  });
}

const MOST = 20;

function mayLook({ letter, rendered, findings }: Composed, own: string): string[] {
  const isForeign = (url: string) =>
    findings.some(({ severity, message }) => severity === 'error' && message.includes(url.slice(0, 80)));
  const all = linksIn(`${letter.body}\n${rendered.link?.url ?? ''}`);
  return all.filter((url) => !url.startsWith(own) && !isReserved(url) && !isForeign(url)).slice(0, MOST);
}

const isReserved = (url: string): boolean => RESERVED.test(URL.parse(url)?.hostname ?? '');

async function readLinks(ctx: Ctx, urls: readonly string[]): Promise<Map<string, Row>> {
  const rows = urls.map((url) => ({ tenantId: ctx.tenant.id, url, wantedAt: sql`now()` }));
  await ctx.tx
    .insert(checkedLinks)
    .values(rows)
    .onConflictDoUpdate({
      target: [checkedLinks.tenantId, checkedLinks.url],
      set: { wantedAt: sql`now()` },
      setWhere: sql`${checkedLinks.wantedAt} is null and ${checkedLinks.checkedAt} < now() - ${STALE}`,
    });
  const found = await ctx.tx
    .select()
    .from(checkedLinks)
    .where(inArray(checkedLinks.url, [...urls]));
  return new Map(found.map((row) => [row.url, row]));
}

const SAID = {
  dead: { severity: 'error', what: 'The page is not there' },
  refused: { severity: 'error', what: 'The address is in no public network' },
  unreachable: { severity: 'warning', what: 'The page could not be reached' },
} as const;

function findingOf(row: Row | undefined): Finding | null {
  if (row?.state === 'alive') return null;
  if (!row?.state)
    return {
      severity: 'warning',
      place: 'body',
      message: `Whether ${row?.url.slice(0, 120)} is there is being looked at.`,
      repair: 'Look again in a moment.',
    };
  const { severity, what } = SAID[row.state];
  return {
    severity,
    place: 'body',
    message: `${what}: ${row.url.slice(0, 120)} ${row.detail ?? ''}.`,
    repair: 'Correct the address, or mend the page and look again in a minute.',
  };
}
