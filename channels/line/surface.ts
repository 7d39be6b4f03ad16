// LINE as a place to talk to the agent: by the official account that customers write to. Messages cannot be changed, and
// an account can send no file.
import { callVendor } from '../call-vendor.ts';
import { LISTED } from '../part-text.ts';
import { readPress } from '../press.ts';
import type { Answering, Surface, SurfaceClient } from '../surface-contract.ts';
import { LINE_API, type LineSettings, lineSettings } from './messaging-api.ts';
import { type Message, messagesOf, shownOf, textsOf } from './shapes.ts';

export const createLineSurface = ({
  lineApi = LINE_API,
}: {
  lineApi?: string | undefined;
} = {}): Surface<LineSettings> => ({
  key: 'line',
  label: 'LINE',
  settings: lineSettings,
  readPress(payload) {
    const [name = '', ...value] = payload.split(' ');
    return readPress(name, value.join(' '));
  },
  open: (settings) => openLine(settings, lineApi),
});

// LINE takes so many in one push.
const AT_ONCE = 5;

function openLine({ channelAccessToken, timeoutMs }: LineSettings, baseUrl: string): SurfaceClient {
  async function send(to: string, all: readonly Message[]): Promise<string> {
    let id = '';
    for (let at = 0; at < all.length; at += AT_ONCE) {
      const answer = await callVendor({
        url: `${baseUrl}/v2/bot/message/push`,
        headers: { authorization: `Bearer ${channelAccessToken}`, 'content-type': 'application/json' },
        body: JSON.stringify({ to, messages: all.slice(at, at + AT_ONCE) }),
        timeoutMs,
      });
      if ('outcome' in answer) throw new Error(`LINE: ${answer.detail}`);
      if (answer.status !== 200)
        throw new Error(`LINE answered ${answer.status}: ${JSON.stringify(answer.body).slice(0, 300)}`);
      const { sentMessages } = (answer.body ?? {}) as { sentMessages?: { id?: string }[] };
      id = sentMessages?.at(-1)?.id ?? id;
    }
    return id;
  }
  const say = async (to: string, text: string) => void (await send(to, textsOf(text)));

  function answer(to: string): Answering {
    const said: string[] = [];
    const shown: Message[] = [];
    return {
      write: async (text) => void said.push(text),
      show: async (part) => void shown.push(...messagesOf(part)),
      end: async () => void (await send(to, [...textsOf(said.join('')), ...shown])),
    };
  }
  return {
    longList: LISTED,
    answer,
    say,
    whisper: (place, _to, text) => say(place, text),
    privately: async (to) => to,
    post: (place, card) => send(place, [shownOf(card)]),
    sendFile: (place, { title, content }) =>
      say(
        place,
        `${title}\nAll ${content.trim().split('\n').length - 1} of them are on the page: LINE carries no file.`,
      ),
  };
}
