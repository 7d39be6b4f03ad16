// What Slack is asked to make, held to the SDK's own words for it and to what we read.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '@slack/web-api/dist/types/request/manifest.d.ts';
import { expect, it } from 'vitest';
import { parse } from 'yaml';

const file = readFileSync(join(import.meta.dirname, 'manifest.yaml'), 'utf8');
const { display_information: shown, features, oauth_config, settings } = parse(file) as Manifest;

it('has our address at the three places that the guide names, and keeps to the lengths that Slack takes', () => {
  const url = 'https://refrain.example.com/surfaces/TENANT/APP';
  const [command] = features?.slash_commands ?? [];
  const places = [settings?.event_subscriptions?.request_url, settings?.interactivity?.request_url];
  expect([...places, command?.url]).toEqual([url, url, url]);
  expect(shown.name.length).toBeLessThanOrEqual(35);
  expect(shown.description?.length).toBeLessThanOrEqual(140);
  expect(command?.command.length).toBeLessThanOrEqual(32);
});

it('asks to be told what we read, and for the right to do what we do with it', () => {
  expect(settings?.event_subscriptions?.bot_events?.toSorted()).toEqual([
    ...['app_home_opened', 'app_mention', 'assistant_thread_started', 'message.im'],
  ]);
  // What each of these needs, as Slack's pages of them say.
  expect(oauth_config?.scopes?.bot).toEqual(
    expect.arrayContaining([
      ...['app_mentions:read', 'im:history', 'assistant:write', 'commands'],
      ...['chat:write', 'files:write', 'im:write', 'reactions:write'],
    ]),
  );
});
