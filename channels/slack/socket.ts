// For a machine that Slack cannot reach: it opens the connection itself. What comes by it is what comes by HTTP.
import { SocketModeClient } from '@slack/socket-mode';
import type { FormRefusal, SurfaceEvent } from '../surface-contract.ts';
import { refuseView } from './form-view.ts';
import { readCommand, readEnvelope, readInteraction } from './read-events.ts';
import type { SlackSettings } from './settings.ts';
import { SILENT } from './silent.ts';

type Envelope = { type: string; body: unknown; ack: (answer?: Record<string, unknown>) => Promise<void> };
type Tell = (event: SurfaceEvent) => Promise<FormRefusal | null>;

const READS: Record<string, (body: unknown) => SurfaceEvent[]> = {
  events_api: readEnvelope,
  interactive: readInteraction,
  slash_commands: readCommand,
};

/** Acknowledged once it is kept: what fails is told again by Slack. */
export const takeEnvelope = async ({ type, body, ack }: Envelope, tell: Tell): Promise<void> => {
  const told = await Promise.all((READS[type]?.(body) ?? []).map(tell));
  const refusal = told.find((one) => one !== null);
  await ack(refusal ? refuseView(refusal) : undefined);
};

export async function connectSlack(
  { appToken }: SlackSettings,
  { baseUrl, tell }: { baseUrl: string; tell: Tell },
): Promise<{ close(): Promise<void> } | null> {
  if (!appToken) return null;
  const socket = new SocketModeClient({ appToken, logger: SILENT, clientOptions: { slackApiUrl: baseUrl } });
  // What could not be kept is not acknowledged, and Slack tells it again.
  socket.on('slack_event', (envelope: Envelope) => void takeEnvelope(envelope, tell).catch(() => undefined));
  await socket.start();
  return { close: () => socket.disconnect() };
}
