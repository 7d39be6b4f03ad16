// Needs no database and no network: an exported log and the public key that was pinned.
import { openEnvelope } from '../../lib/dsse.ts';
import { type AuditEvent, type AuditHead, auditHead, auditLine, HEAD_TYPE } from './audit-line.ts';
import { auditHash } from './record.ts';

export type AuditVerdict = {
  ok: boolean;
  /** What is wrong, in sentences, the first ones; empty when everything holds. */
  findings: string[];
  events: number;
  /** How far the log is signed. */
  head: AuditHead | null;
};

type Pinned = {
  publicKeyPem: string;
  /** Heads that somebody kept from an earlier export: the log must still lead through them. */
  kept?: readonly AuditHead[];
};

const SHOWN = 20;

/** Recomputes every hash and compares the signed heads. Never throws for what a file can hold. */
export async function verifyAudit(
  lines: AsyncIterable<unknown> | Iterable<unknown>,
  { publicKeyPem, kept = [] }: Pinned,
): Promise<AuditVerdict> {
  const findings: string[] = [];
  let tenantId = '';
  let last: AuditEvent | null = null;
  const heads = [...kept];
  let count = 0;
  for await (const line of lines) {
    const parsed = auditLine.safeParse(line);
    if (!parsed.success) findings.push(`Line after event ${count} is no line of a log.`);
    else if ('format' in parsed.data) tenantId = parsed.data.tenantId;
    else if ('head' in parsed.data) {
      const head = openHead(parsed.data.head, publicKeyPem);
      if (head) heads.push(head);
      else findings.push('A head is not signed by this key.');
    } else {
      findings.push(...checkEvent(parsed.data, { last, tenantId, heads }));
      last = parsed.data;
      count += 1;
    }
    // A log that is torn at its start is torn everywhere; twenty sentences tell as much as a million.
    findings.length = Math.min(findings.length, SHOWN);
  }
  findings.push(...checkEnd(last, { heads, tenantId }));
  const head = heads.toSorted((a, b) => a.seq - b.seq).at(-1) ?? null;
  return { ok: findings.length === 0, findings: findings.slice(0, SHOWN), events: count, head };
}

const openHead = (envelope: unknown, publicKeyPem: string): AuditHead | null =>
  openEnvelope(envelope, { type: HEAD_TYPE, schema: auditHead, publicKeyPem });

/** The heads in an exported log that this key signed: what whoever keeps the file holds the next one to. */
export async function auditHeadsOf(
  lines: AsyncIterable<unknown> | Iterable<unknown>,
  publicKeyPem: string,
): Promise<AuditHead[]> {
  const heads: AuditHead[] = [];
  for await (const line of lines) {
    const parsed = auditLine.safeParse(line);
    const head = parsed.success && 'head' in parsed.data && openHead(parsed.data.head, publicKeyPem);
    if (head) heads.push(head);
  }
  return heads;
}

type Before = { last: AuditEvent | null; tenantId: string; heads: readonly AuditHead[] };

function checkEvent(event: AuditEvent, { last, tenantId, heads }: Before): string[] {
  const { hash, ...content } = event;
  const due = (last?.seq ?? 0) + 1;
  const signed = heads.filter(({ seq }) => seq === event.seq);
  return [
    ...(event.seq === due ? [] : [`Event ${due} is missing: event ${event.seq} comes next.`]),
    ...(event.previousHash === (last?.hash ?? '')
      ? []
      : [`Event ${event.seq} does not follow the one before it.`]),
    ...(auditHash({ ...content, tenantId }) === hash
      ? []
      : [`Event ${event.seq} is not what its hash was made of.`]),
    ...(signed.every((head) => head.hash === hash)
      ? []
      : [`Event ${event.seq} is not the one that was signed.`]),
  ];
}

function checkEnd(
  last: AuditEvent | null,
  { heads, tenantId }: { heads: readonly AuditHead[]; tenantId: string },
): string[] {
  const end = last?.seq ?? 0;
  const beyond = heads.filter(({ seq }) => seq > end);
  const foreign = heads.filter((head) => head.tenantId !== tenantId);
  return [
    ...(tenantId ? [] : ['The first line of a log is missing.']),
    ...beyond.map(({ seq }) => `The log was signed up to event ${seq} and ends with ${end}.`),
    ...(foreign.length > 0 ? ['A head is of another workspace.'] : []),
    ...(heads.some(({ seq }) => seq === end) ? [] : ['The end of the log is not signed.']),
  ];
}
