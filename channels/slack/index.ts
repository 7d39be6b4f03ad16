import { z } from 'zod';
import { readJson } from '../read-json.ts';
import type { Surface } from '../surface-contract.ts';
import { openSlack, SLACK_API } from './client.ts';
import { refuseView } from './form-view.ts';
import { readSlackEvents } from './read-events.ts';
import { type SlackSettings, slackSettings } from './settings.ts';
import { isFromSlack } from './signature.ts';
import { connectSlack } from './socket.ts';

const check = z.object({ type: z.literal('url_verification'), challenge: z.string().max(500) });

export const createSlack = ({
  slackApi = SLACK_API,
}: {
  slackApi?: string;
} = {}): Surface<SlackSettings> => ({
  key: 'slack',
  label: 'Slack',
  settings: slackSettings,
  sharedPlaces: ['C', 'G'],
  webhook: {
    isSigned: ({ signingSecret }, inbound) => isFromSlack(signingSecret, inbound),
    challenge: (_settings, { body }) => check.safeParse(readJson(body)).data?.challenge ?? null,
    parse: readSlackEvents,
    refuse: refuseView,
  },
  open: (settings) => openSlack(settings, slackApi),
  connect: (settings, tell) => connectSlack(settings, { baseUrl: slackApi, tell }),
});
