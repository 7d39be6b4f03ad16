import { generateKeyPairSync } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tenants } from '../../db/schema/index.ts';
import { keyId, preAuthEncoding } from '../../lib/dsse.ts';
import { addCampaign, addPeople, changing, planFor } from '../../test/add-campaign.ts';
import { type Delivery, openDelivery } from '../../test/approved-campaign.ts';
import { digestOf, hashRow } from './digest.ts';
import { signDecision } from './envelope.ts';
import { exportProof, streamProof } from './export-proof.ts';
import type { Proof } from './proof.ts';
import { requestApproval } from './request-approval.ts';
import { verifyProof } from './verify-proof.ts';

let d: Delivery;
let proof: Proof;
let publicKey: string;
let approvalId: string;
beforeAll(async () => {
  d = await openDelivery();
  ({ approvalId } = await d.approve({ count: 3 }));
  proof = await d.as(d.approver, (ctx) => exportProof(ctx, approvalId));
  const [tenant] = await d.system((ctx) => ctx.tx.select().from(tenants).where(eq(tenants.id, d.tenant.id)));
  publicKey = tenant!.publicKey;
});
afterAll(() => d.close());

/** A copy, as it comes back from a file. */
const copy = (): Proof => JSON.parse(JSON.stringify(proof));
const verify = (changed: unknown) => verifyProof(changed, publicKey);

describe('a proof', () => {
  it('holds offline, from the file and the pinned key alone, and says who approved what', () => {
    expect(verify(copy())).toMatchObject({
      ok: true,
      findings: [],
      approved: {
        campaign: 'Renewals',
        recipients: 3,
        erased: 0,
        version: 1,
        decidedBy: { userId: d.approver.userId, role: 'approver', surface: 'console' },
        decidedAt: '2026-11-21T03:00:00.000Z',
      },
    });
  });

  it('is the same when it is written page by page', async () => {
    const scope = { within: d.within, tenantId: d.tenant.id, actor: d.approver };
    let text = '';
    for await (const part of await streamProof(scope, { approvalId, size: 2 })) text += part;
    expect(JSON.parse(text)).toEqual(copy());
  });

  it('still holds with the rows in another order, and with a person erased from it', () => {
    const erased = copy();
    erased.rows = erased.rows.reverse().map((row, at) => (at === 0 ? { hash: row.hash } : row));
    expect(verify(erased)).toMatchObject({ ok: true, approved: { recipients: 3, erased: 1 } });
  });

  it('holds of a message that an approved template carries', async () => {
    const people = await d.as(d.approver, (ctx) => addPeople(ctx, { count: 1 }));
    const template = { name: 'renewal', language: 'en', parameters: ['Anong'], words: 'a fingerprint' };
    const plan = changing(planFor(people), (one) => ({ ...one, rendered: { ...one.rendered, template } }));
    const approved = await d.approve({ count: 0, plan });
    const carried = await d.as(d.approver, (ctx) => exportProof(ctx, approved.approvalId));
    expect(verify(carried)).toMatchObject({ ok: true, findings: [] });
  });

  it('is there for an approval that was given, not for one that is only asked for', async () => {
    const asked = await d.as(d.approver, async (ctx) => {
      const people = await addPeople(ctx, { count: 1 });
      return requestApproval(ctx, { campaignId: await addCampaign(ctx), plan: planFor(people) });
    });
    const attempt = d.as(d.approver, (ctx) => exportProof(ctx, asked.approvalId));
    await expect(attempt).rejects.toMatchObject({ code: 'proof:invalid' });
  });
});

describe('a proof is refused, naming what differs', () => {
  const changes: [string, (changed: Proof) => void, RegExp][] = [
    [
      'a text',
      ({ rows }) => (rows[1]!.content!.rendered.text = 'Other'),
      /^Row 2 \(contact .+\) is not what/,
    ],
    ['a variant that it was not', ({ rows }) => (rows[0]!.content!.variant = 'B'), /^Row 1 /],
    ['an address', ({ rows }) => (rows[0]!.content!.address = 'x@example.com'), /^Row 1 /],
    ['the name of the key', ({ envelope }) => (envelope.signatures[0]!.keyid = 'x'), /^The signature names/],
    ['a salt', ({ rows }) => (rows[2]!.salt = 'x'), /^Row 3 /],
    ['a missing salt', ({ rows }) => delete rows[2]!.salt, /^Row 3 /],
    ['a row less', ({ rows }) => rows.pop(), /header or the list of rows/],
    ['a row twice', ({ rows }) => rows.push(rows[0]!), /header or the list of rows/],
    [
      'the number of recipients',
      ({ header }) => (header.totals.recipients = 2),
      /header or the list of rows/,
    ],
    [
      'the schedule',
      ({ header }) => (header.schedule = { kind: 'at', at: '2027-01-01T00:00:00Z' }),
      /header/,
    ],
    ['the version', ({ header }) => (header.version = 2), /^The version is not the one that was signed/],
    [
      'the digest',
      (changed) => (changed.digest = 'f'.repeat(64)),
      /^The digest is not the one that was signed/,
    ],
  ];
  it.each(changes)('%s', (_, change, finding) => {
    const changed = copy();
    change(changed);
    const { ok, findings } = verify(changed);
    expect(ok).toBe(false);
    expect(findings.join('\n')).toMatch(new RegExp(finding.source, 'm'));
  });

  it('rewritten from end to end: the key did not sign that', () => {
    const forged = copy();
    const content = { ...forged.rows[0]!.content!, rendered: { text: 'Pay to another account' } };
    forged.rows[0] = { hash: hashRow(content, 's'), salt: 's', content };
    forged.digest = digestOf(
      forged.header,
      forged.rows.map(({ hash }) => hash),
    );
    const other = generateKeyPairSync('ed25519')
      .privateKey.export({ type: 'pkcs8', format: 'pem' })
      .toString();
    const payload = JSON.parse(Buffer.from(forged.envelope.payload, 'base64').toString());
    forged.envelope = signDecision({ ...payload, digest: forged.digest }, other);
    expect(verify(forged)).toEqual({
      ok: false,
      findings: [`The signature is not of the key ${keyId(publicKey)}.`],
      approved: null,
    });
  });

  it('a signature moved to another payload', () => {
    const moved = copy();
    const payload = JSON.parse(Buffer.from(moved.envelope.payload, 'base64').toString());
    payload.decidedBy.name = 'Somebody else';
    moved.envelope.payload = Buffer.from(JSON.stringify(payload)).toString('base64');
    expect(verify(moved).findings).toEqual([`The signature is not of the key ${keyId(publicKey)}.`]);
  });

  it('what is no proof at all, or no key', () => {
    for (const nonsense of [null, 'x', [], { format: 'refrain-proof/1' }]) {
      expect(verify(nonsense)).toMatchObject({ ok: false, approved: null });
    }
    expect(verifyProof(copy(), 'no key')).toMatchObject({
      ok: false,
      findings: ['The public key is not readable.'],
    });
  });
});

describe('the envelope', () => {
  it('signs type and body with their lengths, as DSSE asks', () => {
    const encoded = preAuthEncoding('http://example.com/HelloWorld', Buffer.from('hello world'));
    expect(encoded.toString()).toBe('DSSEv1 29 http://example.com/HelloWorld 11 hello world');
  });
});
