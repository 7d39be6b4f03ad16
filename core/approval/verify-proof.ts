// Needs no database and no network: a proof and the public key that was pinned.
import { z } from 'zod';
import { keyId } from '../../lib/dsse.ts';
import { digestOf, hashRow } from './digest.ts';
import { type DecisionPayload, openDecision } from './envelope.ts';
import { fromFrozen } from './html-frame.ts';
import { type Proof, proofSchema } from './proof.ts';

export type Verdict = {
  ok: boolean;
  /** What differs, in sentences; empty when everything holds. */
  findings: string[];
  /** What was proved: only with a signature that holds. */
  approved: (DecisionPayload & { campaign: string; recipients: number; erased: number }) | null;
};

/**
 * Recomputes every hash, the digest and the signature. Never throws for what a file can hold: a proof that is none is
 * a finding too.
 */
export function verifyProof(proof: unknown, publicKeyPem: string): Verdict {
  const parsed = proofSchema.safeParse(proof);
  if (!parsed.success) {
    return { ok: false, findings: [`This is no proof: ${z.prettifyError(parsed.error)}`], approved: null };
  }
  const key = readKey(publicKeyPem);
  if (key === null) return { ok: false, findings: ['The public key is not readable.'], approved: null };
  const { header, rows, envelope } = parsed.data;
  const signed = openDecision(envelope, publicKeyPem);
  const findings = [
    ...(signed ? checkSigned(signed, parsed.data) : [`The signature is not of the key ${key}.`]),
    ...(signed && envelope.signatures[0]?.keyid !== key
      ? [`The signature names another key than ${key}.`]
      : []),
    ...rows.flatMap((row, at) => checkRow(row, { at, header })),
    ...checkDigest(parsed.data),
    ...checkHeader(parsed.data),
  ];
  const erased = rows.filter(({ content }) => !content).length;
  const approved = signed && {
    ...signed,
    campaign: header.campaign,
    recipients: rows.length,
    erased,
  };
  return { ok: findings.length === 0, findings, approved };
}

function readKey(publicKeyPem: string): string | null {
  try {
    return keyId(publicKeyPem);
  } catch {
    return null;
  }
}

function checkSigned(signed: DecisionPayload, { header, digest }: Proof): string[] {
  const same = {
    digest: signed.digest === digest,
    tenantId: signed.tenantId === header.tenantId,
    campaignId: signed.campaignId === header.campaignId,
    version: signed.version === header.version,
    occurrence: signed.occurrence === header.occurrence,
  };
  return Object.entries(same)
    .filter(([, isSame]) => !isSame)
    .map(([name]) => `The ${name} is not the one that was signed.`);
}

type At = Pick<Proof, 'header'> & { at: number };

function checkRow({ hash, salt, content }: Proof['rows'][number], { at, header }: At): string[] {
  if (!content) return [];
  const row = `Row ${at + 1} (contact ${content.contactId})`;
  if (salt === undefined || hashRow(content, salt) !== hash)
    return [`${row} is not what its hash was made of.`];
  const written = [content, ...(content.fallbacks ?? [])].map(({ rendered }) => rendered);
  if (written.every((one) => fromFrozen(one, header.htmlFrame))) return [];
  return [`The HTML of ${row.replace('R', 'r')} does not fit the header’s frame.`];
}

function checkDigest({ header, rows, digest }: Proof): string[] {
  const hashes = rows.map(({ hash }) => hash);
  return digestOf(header, hashes) === digest ? [] : ['The header or the list of rows was changed.'];
}

function checkHeader({ header, rows }: Proof): string[] {
  const { recipients } = header.totals;
  return recipients === rows.length
    ? []
    : [`The header says ${recipients} recipients, and there are ${rows.length} rows.`];
}
