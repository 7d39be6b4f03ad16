import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lineSpec, metaSpec, twilioSpec, VENDOR, withoutVendor } from '../test/vendors/specs.ts';
import { openLineWorld, openRcsWorld, openTwilioWorld, openWhatsAppWorld } from '../test/vendors/worlds.ts';
import { describeProvider, outgoing } from './contract.suite.ts';

const phone = (n: number) => `+6690000${String(n).padStart(4, '0')}`;
const lineId = (n: number) => `U${String(n).padStart(32, '0')}`;
const VENDORS = [
  { name: 'whatsapp cloud-api', open: openWhatsAppWorld, isIdempotent: false, address: phone },
  { name: 'line messaging-api', open: openLineWorld, isIdempotent: true, address: lineId },
  { name: 'sms twilio', open: openTwilioWorld, isIdempotent: false, address: phone },
  { name: 'rcs twilio', open: openRcsWorld, isIdempotent: false, address: phone },
];

for (const vendor of VENDORS) describeProvider({ ...vendor, carries: ({ text }) => ({ text }) });

describe.skipIf(withoutVendor !== '')(
  `what is sent, by the vendors’ own specifications${withoutVendor}`,
  () => {
    it.each(VENDORS)(
      'is taken by $name, also with words that want to be something else',
      async ({ open, address }) => {
        const world = await open();
        const template = { name: 'renewal', language: 'en', parameters: ['Hilton Rayong', 'x\n"}'] };
        const batch = [
          outgoing(address(1)),
          outgoing(address(2), { content: { text: '&Body=other%20words&To=+15550000000' } }),
          outgoing(address(3), { content: { text: 'as read', template } }),
        ];
        const results = await world.sender.send(batch);
        await world.close();
        expect(world.refused).toEqual([]);
        expect(results.map(({ outcome }) => outcome)).toEqual(['submitted', 'submitted', 'submitted']);
      },
    );

    it('would be refused by them if it were wrong', () => {
      const [line, meta, twilio] = [lineSpec(), metaSpec(), twilioSpec()];
      const text = { type: 'text', text: 'hi' };
      expect(line({ to: 'U1', messages: [text] })).toEqual([]);
      for (const messages of [
        [],
        [{ type: 'text' }],
        [{ type: 'song', text: 'hi' }],
        [{ ...text, tone: 'x' }],
      ])
        expect(line({ to: 'U1', messages })).not.toEqual([]);
      const sent = { messaging_product: 'whatsapp', to: '+66900000001', type: 'text', text: { body: 'hi' } };
      expect(meta(sent)).toEqual([]);
      for (const wrong of [
        { ...sent, text: {}, mood: 1 },
        { ...sent, type: 'song' },
        { ...sent, to: undefined },
      ])
        expect(meta(JSON.parse(JSON.stringify(wrong)))).not.toEqual([]);
      const form = { To: '+66900000001', MessagingServiceSid: `MG${'b'.repeat(32)}`, Body: 'hi' };
      expect(twilio(form)).toEqual([]);
      for (const wrong of [{ Body: 'hi' }, { ...form, MessagingServiceSid: 'MG1' }, { ...form, Tone: 'x' }])
        expect(twilio(wrong)).not.toEqual([]);
    });

    // One names no type, the others have buttons whose kind the specification writes in other letters.
    const OTHERWISE = /preview-url|catalog|flow|issue-resolution/;

    it('is what Meta’s own examples are: those of text and templates pass', () => {
      const folder = join(VENDOR, 'meta/examples/messages-request');
      const meta = metaSpec();
      const wrong = readdirSync(folder).filter(
        (name) =>
          /text|template/.test(name) &&
          !OTHERWISE.test(name) &&
          meta(JSON.parse(readFileSync(join(folder, name), 'utf8'))).length,
      );
      expect(wrong).toEqual([]);
    });
  },
);
