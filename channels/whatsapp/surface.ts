// WhatsApp as a place to talk to the agent: by the number of a channel's account. Messages cannot be changed, so that
// what goes on is told in a few of them; a long list goes as a document.
import type { Part } from '../../core/parts.ts';
import { callVendor } from '../call-vendor.ts';
import { META_API } from '../meta/graph.ts';
import { LISTED } from '../part-text.ts';
import { readPress } from '../press.ts';
import type { Answering, Surface, SurfaceClient } from '../surface-contract.ts';
import { type CloudSettings, cloudSettings } from './cloud.ts';
import { type Message, messagesOf, shownOf, textsOf } from './shapes.ts';

export const createWhatsAppSurface = ({
  metaApi = META_API,
}: {
  metaApi?: string;
} = {}): Surface<CloudSettings> => ({
  key: 'whatsapp',
  label: 'WhatsApp',
  settings: cloudSettings,
  windowHours: 24,
  readPress(payload) {
    const [name = '', ...value] = payload.split(' ');
    return readPress(name, value.join(' '));
  },
  open: (settings) => openWhatsApp(settings, metaApi),
});

export function openWhatsApp(settings: CloudSettings, baseUrl: string): SurfaceClient {
  const { phoneNumberId, accessToken, apiVersion, timeoutMs } = settings;
  const url = (path: string) => `${baseUrl}/${apiVersion}/${phoneNumberId}/${path}`;
  const authorization = `Bearer ${accessToken}`;

  async function send(to: string, message: Message): Promise<string> {
    const answer = await callVendor({
      url: url('messages'),
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({
        messaging_product: 'whatsapp',
        recipient_type: 'individual',
        to: to.replace(/^\+/, ''),
        ...message,
      }),
      timeoutMs,
    });
    if ('outcome' in answer) throw new Error(`WhatsApp: ${answer.detail}`);
    const { messages } = (answer.body ?? {}) as { messages?: { id?: string }[] };
    const id = messages?.[0]?.id;
    if (answer.status !== 200 || !id)
      throw new Error(`WhatsApp answered ${answer.status}: ${JSON.stringify(answer.body).slice(0, 300)}`);
    return id;
  }

  async function upload({ name, content }: { name: string; content: string }): Promise<string> {
    const form = new FormData();
    form.set('messaging_product', 'whatsapp');
    // WhatsApp takes no text/csv; spreadsheets open it by its name.
    form.set('file', new Blob([content], { type: 'text/plain' }), name);
    const signal = AbortSignal.timeout(timeoutMs);
    const answer = await fetch(url('media'), {
      method: 'POST',
      headers: { authorization },
      body: form,
      redirect: 'manual',
      signal,
    });
    const { id } = (await answer.json()) as { id?: string };
    if (!answer.ok || !id) throw new Error(`WhatsApp took no file: ${answer.status}`);
    return id;
  }

  async function sendFile(to: string, file: { name: string; title: string; content: string }): Promise<void> {
    const id = await upload(file);
    await send(to, {
      type: 'document',
      document: { id, filename: file.name, caption: file.title.slice(0, 1024) },
    });
  }

  async function say(to: string, text: string): Promise<void> {
    for (const message of textsOf(text)) await send(to, message);
  }

  function answer(to: string): Answering {
    const said: string[] = [];
    const parts: Part[] = [];
    return {
      write: async (text) => void said.push(text),
      show: async (part) => void parts.push(part),
      async end() {
        await say(to, said.join('').trim());
        for (const part of parts) for (const message of messagesOf(part)) await send(to, message);
      },
    };
  }

  return {
    longList: LISTED,
    answer,
    say,
    whisper: (place, _to, text) => say(place, text),
    privately: async (to) => to,
    post: (place, card) => send(place, shownOf(card)),
    sendFile,
  };
}
