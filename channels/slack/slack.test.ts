import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slackShape, withoutVendor } from '../../test/vendors/specs.ts';
import { inbound } from '../../test/webhook-samples.ts';
import type { SurfaceEvent } from '../surface-contract.ts';
import { readSlackEvents } from './read-events.ts';
import { escapeSlackMarkdown, readSlackText } from './read-text.ts';
import { isFromSlack } from './signature.ts';
import { takeEnvelope } from './socket.ts';

const ID = '0190a1b2-0000-7000-8000-000000000001';
const DIGEST = 'ab'.repeat(32);

describe('a request from Slack', () => {
  // The example of Slack's own page on verifying requests.
  const SECRET = '8f742231b10e8888abcd99yyyzzz85a5';
  const BODY =
    'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c';
  const AT = 1531420618;
  const signed = {
    'x-slack-request-timestamp': String(AT),
    'x-slack-signature': 'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
  };

  const at = (seconds: number, headers: Record<string, string> = signed, body = BODY) => ({
    ...inbound(body, headers),
    receivedAt: new Date(seconds * 1000),
  });

  it('counts with Slack’s own signature over the very bytes, for five minutes', () => {
    expect(isFromSlack(SECRET, at(AT))).toBe(true);
    expect(isFromSlack(SECRET, at(AT + 299))).toBe(true);
    expect(isFromSlack(SECRET, at(AT + 301))).toBe(false);
    expect(isFromSlack(SECRET, at(AT - 301))).toBe(false);
    expect(isFromSlack(SECRET, at(AT, signed, `${BODY}x`))).toBe(false);
    expect(isFromSlack(`${SECRET}x`, at(AT))).toBe(false);
    expect(isFromSlack(SECRET, at(AT, { 'x-slack-request-timestamp': String(AT) }))).toBe(false);
    const otherTime = { ...signed, 'x-slack-request-timestamp': String(AT + 1) };
    expect(isFromSlack(SECRET, at(AT, otherTime))).toBe(false);
    const noTime = { ...signed, 'x-slack-request-timestamp': 'NaN' };
    expect(isFromSlack(SECRET, at(AT, noTime))).toBe(false);
  });
});

describe('what Slack tells', () => {
  const event = (given: object) =>
    readSlackEvents(
      inbound(JSON.stringify({ type: 'event_callback', event: given }), {
        'content-type': 'application/json',
      }),
    );
  const form = (fields: Record<string, string>) =>
    readSlackEvents(
      inbound(new URLSearchParams(fields).toString(), {
        'content-type': 'application/x-www-form-urlencoded',
      }),
    );
  const direct = { type: 'message', channel_type: 'im', channel: 'D1', user: 'U1', text: 'hi', ts: '1.1' };

  it('is one sentence in the thread that it is in, a mention begins one', () => {
    expect(event(direct)).toMatchObject([{ kind: 'said', place: 'D1', externalId: 'D1:1.1', text: 'hi' }]);
    expect(event({ ...direct, thread_ts: '0.9' })).toMatchObject([{ place: 'D1:0.9' }]);
    const mention = { type: 'app_mention', channel: 'C1', user: 'U1', text: '<@U0> hi', ts: '2.1' };
    expect(event(mention)).toMatchObject([{ place: 'C1:2.1', text: 'hi' }]);
  });

  it('is nothing that we or other robots said, nor edits, nor what is said in a channel to others', () => {
    expect(event({ ...direct, bot_id: 'B1' })).toEqual([]);
    for (const subtype of ['message_changed', 'message_deleted', 'bot_message', 'channel_join'])
      expect(event({ ...direct, subtype })).toEqual([]);
    expect(event({ ...direct, channel_type: 'channel', channel: 'C1' })).toEqual([]);
    const { user: _, ...nobody } = direct;
    expect(event(nobody)).toEqual([]);
  });

  it('is a button only as far as it is one of ours', () => {
    const press = (action_id: string, value: string) =>
      form({
        payload: JSON.stringify({
          type: 'block_actions',
          user: { id: 'U1' },
          trigger_id: 't',
          channel: { id: 'C1' },
          message: { ts: '5.1', thread_ts: '4.1' },
          actions: [{ action_id, value }],
        }),
      });
    expect(press('approve', `${ID} ${DIGEST}`)).toMatchObject([
      {
        kind: 'pressed',
        from: 'U1',
        place: 'C1:4.1',
        press: { name: 'approve', approvalId: ID, digest: DIGEST },
      },
    ]);
    expect(press('say:2', 'only by email')).toMatchObject([
      { press: { name: 'say', text: 'only by email' } },
    ]);
    for (const [action, value] of [
      ['approve', ID],
      ['approve', ''],
      ['launch', ID],
      ['approved', ID],
      ['done', ''],
    ])
      expect(press(action!, value!)).toEqual([]);
  });

  it('never throws, whatever it is', () => {
    fc.assert(
      fc.property(fc.anything(), fc.string(), (body, text) => {
        readSlackEvents(inbound(JSON.stringify(body) ?? text, { 'content-type': 'application/json' }));
        readSlackEvents(inbound(text));
        form({ payload: JSON.stringify(body) ?? text });
      }),
      { numRuns: 200 },
    );
  });

  it.skipIf(withoutVendor !== '')(`has the keys that Slack’s own libraries know${withoutVendor}`, () => {
    const known = Object.keys(slackShape('events/MessagePayload.json').event!);
    for (const name of ['user', 'text', 'ts', 'thread_ts', 'channel', 'channel_type', 'bot_id'])
      expect(known).toContain(name);
    const pressed = slackShape('app-backend/BlockActionPayload.json');
    for (const name of ['type', 'user', 'trigger_id', 'channel', 'message', 'actions'])
      expect(Object.keys(pressed)).toContain(name);
    const submitted = slackShape('app-backend/ViewSubmissionPayload.json').view as object;
    for (const name of ['id', 'callback_id', 'private_metadata', 'state'])
      expect(Object.keys(submitted)).toContain(name);
    const command = Object.keys(slackShape('app-backend/SlashCommandPayload.json'));
    for (const name of ['user_id', 'text', 'trigger_id']) expect(command).toContain(name);
  });
});

describe('text on its way', () => {
  it('is read as the person saw it', () => {
    expect(
      readSlackText('<@U0BOT> mail <mailto:a@example.com|a@example.com> at <https://example.com|us>'),
    ).toBe('mail a@example.com at https://example.com');
    expect(readSlackText('R&amp;D &lt;b&gt; in <#C1|sales>')).toBe('R&D <b> in sales');
    // What somebody typed as an escape stays what they typed.
    expect(readSlackText('&amp;lt;!channel&amp;gt;')).toBe('&lt;!channel&gt;');
  });

  it('of people and files calls nobody, links nowhere and shows no picture', () => {
    const shown = escapeSlackMarkdown(
      '<!channel> <@U1> [click](https://evil.example) ![x](http://evil.example/x.png)',
    );
    expect(shown).not.toMatch(/<[!@#]/);
    expect(shown).not.toMatch(/\]\(|:\/\//);
  });
});

describe('what comes by a socket', () => {
  it('is what comes by HTTP, acknowledged once it is kept and not when it cannot be', async () => {
    const heard: string[] = [];
    let acks = 0;
    let said: object | undefined;
    const ack = async (answer?: object) => {
      acks += 1;
      said = answer;
    };
    const hear = async ({ kind }: SurfaceEvent) => {
      heard.push(kind);
      return null;
    };
    const event = { type: 'message', channel_type: 'im', channel: 'D1', user: 'U1', text: 'hi', ts: '1.1' };
    const body = { type: 'event_callback', event };
    await takeEnvelope({ type: 'events_api', body, ack }, hear);
    const command = { user_id: 'U1', text: 'hello', trigger_id: 't' };
    await takeEnvelope({ type: 'slash_commands', body: command, ack }, hear);
    expect([heard, acks, said]).toEqual([['said', 'said'], 2, undefined]);
    const refusing = async () => ({ field: 'text', message: 'No.' });
    await takeEnvelope({ type: 'slash_commands', body: command, ack }, refusing);
    expect(said).toEqual({ response_action: 'errors', errors: { text: 'No.' } });
    const away = takeEnvelope({ type: 'events_api', body, ack }, () => Promise.reject(new Error('away')));
    await expect(away).rejects.toThrow('away');
    expect(acks).toBe(3);
  });
});
