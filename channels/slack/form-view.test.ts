import { describe, expect, it } from 'vitest';
import { mistakesOfView } from '../../test/vendors/slack.ts';
import { slackShape, withoutVendor } from '../../test/vendors/specs.ts';
import { inbound } from '../../test/webhook-samples.ts';
import type { Form } from '../surface-contract.ts';
import { formView, refuseView } from './form-view.ts';
import { readSlackEvents } from './read-events.ts';

const ID = '0190a1b2-0000-7000-8000-000000000001';

describe('a form', () => {
  const field = (key: string, more: object = {}) => ({ key, label: 'A field', most: 200, ...more });
  const form: Form = {
    ...{ name: 'contact', about: ID, title: 'Somebody who is new at that place', submit: 'Add' },
    intro: 'x'.repeat(9000),
    fields: [
      field('name', { value: 'y'.repeat(300) }),
      field('role', { value: 'it', choices: ['it', 'owner'].map((value) => ({ value, label: value })) }),
      field('body', { most: 8000, isLong: true, isOptional: true, hint: 'z'.repeat(3000) }),
    ],
  };

  it('is a modal within Slack’s limits, each field with what it begins with', () => {
    const view = formView(form);
    expect(mistakesOfView(view)).toEqual([]);
    expect(view.private_metadata).toBe(ID);
    expect(view.blocks.map(({ block_id }) => block_id).filter(Boolean)).toEqual(['name', 'role', 'body']);
    expect(JSON.stringify(view)).toContain('"initial_option":{"text":');
    expect(refuseView({ field: 'name', message: 'w'.repeat(400) }).errors.name!.length).toBeLessThan(151);
  });

  it('would be noticed to break them', () => {
    const view = formView(form);
    expect(mistakesOfView({ ...view, title: { type: 'plain_text', text: 'x'.repeat(25) } })).toHaveLength(1);
    expect(mistakesOfView({ ...view, blocks: [...view.blocks, view.blocks.at(-1)!] })).toHaveLength(1);
  });

  it.skipIf(withoutVendor !== '')(`comes back with the keys that Slack has for it${withoutVendor}`, () => {
    const keys = Object.keys(slackShape('app-backend/ViewSubmissionPayload.json'));
    expect(keys).toEqual(expect.arrayContaining(['type', 'user', 'view']));
    const { view } = slackShape('app-backend/ViewSubmissionPayload.json');
    expect(Object.keys(view!)).toEqual(
      expect.arrayContaining(['id', 'callback_id', 'private_metadata', 'state']),
    );
  });

  it('that is none of ours is nothing', () => {
    const sent = (callback_id: string) => {
      const state = { values: { name: { value: { type: 'plain_text_input', value: 'Ann' } }, none: {} } };
      const view = { id: 'V1', callback_id, private_metadata: ID, state };
      const payload = JSON.stringify({ type: 'view_submission', user: { id: 'U1' }, view });
      const type = { 'content-type': 'application/x-www-form-urlencoded' };
      return readSlackEvents(inbound(new URLSearchParams({ payload }).toString(), type));
    };
    expect(sent('contact')).toMatchObject([
      { press: { name: 'submit', form: 'contact', about: ID, values: { name: 'Ann', none: '' } } },
    ]);
    expect(sent('settings')).toEqual([]);
  });
});
