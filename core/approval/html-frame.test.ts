import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { manifestRows, tenants } from '../../db/schema/index.ts';
import { addPeople, changing, planFor } from '../../test/add-campaign.ts';
import { type Delivery, openDelivery } from '../../test/approved-campaign.ts';
import { addAccount } from '../../test/recording-channels.ts';
import { type TamperingKit, tamperingKit } from '../../test/tampering-kit.ts';
import { readPerson } from '../consent/read-person.ts';
import { emailFrame, emailShell } from '../content/email-shell.ts';
import { exportProof } from './export-proof.ts';
import { fromFrozen, toFrozen } from './html-frame.ts';
import { verifyProof } from './verify-proof.ts';

let d: Delivery;
let ends: TamperingKit['ends'];
let manifestOf: TamperingKit['manifestOf'];
let mail: (body: string) => string;
beforeAll(async () => {
  d = await openDelivery();
  ({ ends, manifestOf } = tamperingKit(d));
  await d.system((ctx) => addAccount(ctx));
  const shell = await emailShell();
  mail = (body) =>
    shell({
      ...{ language: 'en', subject: 'Your <contract>', body, footer: 'You are a contact of Two Ways.' },
      ...{
        unsubscribeLabel: 'Stop',
        unsubscribeUrl: 'https://example.com/u/abc',
        imprint: 'Two Ways, Bangkok',
      },
      branding: { accent: '#123456', logo: { url: 'https://example.com/logo.png', alternative: 'Two Ways' } },
    });
});
afterAll(() => d.close());
beforeEach(() => {
  d.sent.length = 0;
});

/** Two letters with HTML of their own, approved. */
const approve = async (html = (at: number) => mail(`Dear reader ${at},\n\nit ends soon.`)) => {
  const people = await d.as(d.approver, (ctx) => addPeople(ctx, { count: 2 }));
  const plan = changing(planFor(people), (one, at) => ({
    ...one,
    rendered: { ...one.rendered, html: html(at) },
  }));
  return { ...(await d.approve({ count: 0, plan })), people };
};
const frozenOf = async (approvalId: string) => {
  const manifestId = await manifestOf(approvalId);
  return d.system((ctx) => ctx.tx.select().from(manifestRows).where(eq(manifestRows.manifestId, manifestId)));
};

describe('what a row of a manifest says of an e-mail’s HTML', () => {
  it('is what its reader alone gets, and with the frame it is the same HTML again, whatever stands in it', async () => {
    const frame = await emailFrame();
    const bodies = ['Hello', '', 'a\n\n</body>\n\n<table>', frame.join('\n\n'), '$& $1 “สวัสดี” 🎵'];
    for (const body of bodies) {
      const html = mail(body);
      for (const one of [html, html.replace('</body>', '<img src="https://example.com/o/x.gif"></body>')]) {
        const frozen = toFrozen({ text: body, html: one }, frame);
        expect(frozen.html).toHaveLength(frame.length - 1);
        expect(fromFrozen(frozen, frame)).toEqual({ text: body, html: one });
      }
    }
    expect(JSON.stringify(toFrozen({ text: '', html: mail('Hello') }, frame)).length).toBeLessThan(1000);
  });

  it('is all of it where it is made of another frame, and nothing where there is none', async () => {
    const frame = await emailFrame();
    const whole = mail('Hello');
    const others = [
      '',
      '<p>By hand</p>',
      whole.slice(1),
      whole.slice(0, -1),
      frame[0]!,
      frame[0]! + frame.at(-1),
    ];
    for (const html of others) {
      expect(toFrozen({ text: '', html }, frame)).toEqual({ text: '', html });
      expect(fromFrozen({ text: '', html }, undefined)).toEqual({ text: '', html });
    }
    expect(toFrozen({ text: 'By chat' }, frame)).toEqual({ text: 'By chat' });
    expect(fromFrozen({ text: 'By chat' }, undefined)).toEqual({ text: 'By chat' });
  });

  it('is no message at all where it does not fill the frame', async () => {
    const frame = await emailFrame();
    for (const html of [[], ['x'], frame.map(() => 'x')])
      expect(fromFrozen({ text: '', html }, frame)).toBeNull();
    expect(fromFrozen({ text: '', html: ['x'] }, undefined)).toBeNull();
  });
});

describe('an e-mail of which the header holds the frame', () => {
  it('goes out with the HTML that was approved, and its reader is told of that', async () => {
    const { approvalId, campaignId, people } = await approve();
    for (const { rendered } of await frozenOf(approvalId))
      expect(rendered).toMatchObject({ html: expect.any(Array) });
    await d.tick();
    expect(await ends(campaignId)).toEqual(['submitted', 'submitted']);
    const given = [0, 1].map((at) => mail(`Dear reader ${at},\n\nit ends soon.`));
    expect(d.sent.map(({ content }) => content.html).sort()).toEqual(given);
    const file = await d.as(d.approver, (ctx) => readPerson(ctx, people[0]!.address));
    expect(file.messages).toMatchObject([{ content: { subject: 'Your contract', html: given[0] } }]);
    expect(Object.keys(file.messages[0]!)).not.toContain('frame');
  });

  it('is proved with it, and not with another', async () => {
    const { approvalId } = await approve();
    await d.tick();
    const proof = await d.as(d.approver, (ctx) => exportProof(ctx, approvalId));
    const [tenant] = await d.system((ctx) =>
      ctx.tx.select().from(tenants).where(eq(tenants.id, d.tenant.id)),
    );
    const findings = (changed: unknown) => verifyProof(changed, tenant!.publicKey).findings;
    expect(findings(proof)).toEqual([]);
    const [first, ...rest] = proof.header.htmlFrame!;
    const other = { ...proof, header: { ...proof.header, htmlFrame: [`${first}Pay elsewhere`, ...rest] } };
    expect(findings(other)).toEqual(['The header or the list of rows was changed.']);
    const short = { ...proof, header: { ...proof.header, htmlFrame: rest } };
    expect(findings(short)).toContainEqual(
      expect.stringMatching(/^The HTML of row 1 \(contact .+\) does not fit the header’s frame\.$/),
    );
  });

  const attacks = {
    'the frame': `update manifests set header = jsonb_set(header, '{htmlFrame,0}', '"Pay elsewhere"') where id = $1`,
    'no frame': `update manifests set header = header - 'htmlFrame' where id = $1`,
    'what fills it': `update manifest_rows set rendered = jsonb_set(rendered, '{html,7}', '"Pay elsewhere"') where manifest_id = $1`,
    'other HTML as a whole': `update manifest_rows set rendered = jsonb_set(rendered, '{html}', '"Pay elsewhere"') where manifest_id = $1`,
  };
  it.each(Object.entries(attacks))(
    'does not go out with %s changed after the approval',
    async (_, attack) => {
      const { approvalId, campaignId } = await approve();
      await d.meddle(attack, [await manifestOf(approvalId)]);
      await d.tick();
      expect(await ends(campaignId)).toEqual(['dropped tampered', 'dropped tampered']);
      expect(d.sent).toEqual([]);
    },
  );

  it('stands beside one that was written by hand, which is frozen whole', async () => {
    const { approvalId, campaignId } = await approve((at) => (at === 0 ? '<p>By hand</p>' : mail('Hello')));
    const kinds = (await frozenOf(approvalId)).map(
      ({ rendered }) => typeof (rendered as { html: unknown }).html,
    );
    expect(kinds.sort()).toEqual(['object', 'string']);
    await d.tick();
    expect(await ends(campaignId)).toEqual(['submitted', 'submitted']);
    expect(d.sent.map(({ content }) => content.html).sort()).toEqual(
      [mail('Hello'), '<p>By hand</p>'].sort(),
    );
  });
});
