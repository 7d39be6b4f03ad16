// We as the app in one Slack workspace. Slack's own client keeps to its limits: what is too fast waits as long as Slack
// says, what falls silent is tried again.

import type { KnownBlock } from '@slack/types';
import { type ChatPostMessageArguments, WebClient } from '@slack/web-api';
import type { Part } from '../../core/parts.ts';
import type { Answering, Card, SurfaceClient } from '../surface-contract.ts';
import { approvalBlocks, endWords } from './blocks/approval.ts';
import { TABLE_ROWS } from './blocks/audience.ts';
import { homeView } from './blocks/home.ts';
import { MOST_BLOCKS, partBlocks, progressBlocks } from './blocks/part-blocks.ts';
import { replyBlocks, whoWords } from './blocks/reply.ts';
import { formView } from './form-view.ts';
import { personOf, placeOf, readPlace } from './place.ts';
import { escapeSlack, escapeSlackMarkdown } from './read-text.ts';
import type { SlackSettings } from './settings.ts';
import { SILENT } from './silent.ts';

/** Where the API is: never a setting of a workspace, which could point our credentials anywhere. */
export const SLACK_API = 'https://slack.com/api/';

const RETRIES = { retries: 3, minTimeout: 500, factor: 3 };
const TIMEOUT_MS = 15_000;
/** Of the text of one message in a stream. */
const STREAMED = 11_000;

export function openSlack({ botToken }: SlackSettings, baseUrl: string): SurfaceClient {
  const web = new WebClient(botToken, {
    slackApiUrl: baseUrl,
    retryConfig: RETRIES,
    timeout: TIMEOUT_MS,
    logger: SILENT,
    allowAbsoluteUrls: false,
  });
  let team: Promise<string | undefined> | undefined;
  const teamId = (): Promise<string | undefined> => {
    team ??= web.auth.test().then(({ team_id }) => team_id);
    return team;
  };

  /** Somebody's own conversation with us, where the place is a person. */
  async function resolve(place: string): Promise<string> {
    const person = personOf(place);
    return person ? privately(person) : place;
  }
  async function privately(user: string): Promise<string> {
    const { channel } = await web.conversations.open({ users: user });
    return channel!.id!;
  }

  async function post(place: string, { text, blocks }: Shown): Promise<string> {
    const where = readPlace(await resolve(place));
    const { ts } = await web.chat.postMessage({
      ...where,
      ...quiet({ text, blocks }),
    } as ChatPostMessageArguments);
    return ts!;
  }

  function answer(place: string, to: string): Answering {
    const said: string[] = [];
    const parts: Part[] = [];
    const { channel, thread_ts } = readPlace(place);
    // Only a thread takes a stream; a direct conversation without one gets its answer at the end.
    const stream = thread_ts ? openStream({ channel, thread_ts, to }) : null;
    return {
      async write(text) {
        said.push(text);
        await stream?.append(text);
      },
      async show(part) {
        parts.push(part);
      },
      async end() {
        const text = said.join('').trim();
        if (stream) await stream.end();
        else if (text) await post(place, { text, blocks: partBlocks({ kind: 'text', text }) });
        for (const part of parts) await post(place, { text: partTitle(part), blocks: partBlocks(part) });
      },
    };
  }

  function openStream({ channel, thread_ts, to }: { channel: string; thread_ts: string; to: string }) {
    // Shown only in the assistant's pane; elsewhere Slack refuses it, and nothing is lost.
    const status = web.assistant.threads
      .setStatus({ channel_id: channel, thread_ts, status: 'is looking it up…' })
      .catch(() => undefined);
    let length = 0;
    let streamer: ReturnType<WebClient['chatStream']> | null = null;
    return {
      async append(text: string): Promise<void> {
        const markdown_text = escapeSlackMarkdown(text);
        if (length + markdown_text.length > STREAMED) return;
        length += markdown_text.length;
        await status;
        const recipient_team_id = await teamId();
        streamer ??= web.chatStream({
          channel,
          thread_ts,
          recipient_user_id: to,
          ...(recipient_team_id ? { recipient_team_id } : {}),
        });
        await streamer.append({ markdown_text });
      },
      async end(): Promise<void> {
        await status;
        await streamer?.stop();
      },
    };
  }

  return {
    longList: TABLE_ROWS,
    answer,
    privately,
    async settle(place, { from, text }) {
      const person = personOf(place);
      if (!person) return place;
      const channel = await privately(from);
      const asked = `You asked: ${text}`;
      const { ts } = await web.chat.postMessage({
        channel,
        ...quiet({ text: asked, blocks: partBlocks({ kind: 'text', text: asked }) }),
      } as ChatPostMessageArguments);
      return placeOf(channel, ts);
    },
    async say(place, text) {
      await post(place, { text, blocks: partBlocks({ kind: 'text', text }) });
    },
    async whisper(place, to, text) {
      const { channel, thread_ts } = readPlace(place);
      const isShared = !channel.startsWith('D') && !personOf(place);
      if (!isShared) {
        await post(place, { text, blocks: partBlocks({ kind: 'text', text }) });
        return;
      }
      await web.chat.postEphemeral({
        channel,
        user: to,
        text: escapeSlack(text),
        ...(thread_ts ? { thread_ts } : {}),
      });
    },
    post: (place, card) => post(place, shownOf(card)),
    async change({ place, ref }, card) {
      const { channel } = readPlace(await resolve(place));
      const { text, blocks } = shownOf(card);
      await web.chat.update({ channel, ts: ref, text: escapeSlack(text), blocks });
    },
    async mark({ place, ref }, waits) {
      const { channel } = readPlace(place);
      const reaction = { channel, timestamp: ref, name: 'hourglass_flowing_sand' };
      // Already there, or never was: what it shall show is what it shows.
      await (waits ? web.reactions.add(reaction) : web.reactions.remove(reaction)).catch(() => undefined);
    },
    async sendFile(place, { name, title, content }) {
      const { channel, thread_ts } = readPlace(await resolve(place));
      const file = { filename: name, title, content, channel_id: channel };
      await web.filesUploadV2(thread_ts ? { ...file, thread_ts } : file);
    },
    async openForm(trigger, form) {
      await web.views.open({ trigger_id: trigger, view: formView(form) });
    },
    async showHome(to, home) {
      await web.views.publish({ user_id: to, view: homeView(home) });
    },
    async greet(place, prompts) {
      const { channel, thread_ts } = readPlace(place);
      if (!thread_ts) return;
      const [first, ...others] = prompts.map((message) => ({ title: message, message }));
      if (!first) return;
      await web.assistant.threads.setSuggestedPrompts({
        channel_id: channel,
        thread_ts,
        title: 'Such as',
        prompts: [first, ...others],
      });
    },
  };
}

type Shown = { text: string; blocks: KnownBlock[] };

/** Says what it says and nothing more: no previews of links, nobody called by a name. */
const quiet = ({ text, blocks }: Shown) => ({
  text: escapeSlack(text).slice(0, 3000),
  blocks: blocks.slice(0, MOST_BLOCKS),
  unfurl_links: false,
  unfurl_media: false,
  link_names: false,
});

const TITLES = {
  reply: 'A customer has written',
  late: 'Still waiting for an answer',
  escalated: 'Nobody has answered yet',
};

function shownOf(card: Card): Shown {
  if (card.kind === 'approval') {
    const { part, othersDecide } = card;
    return { text: `${part.campaign}: ${endWords(part)}`, blocks: approvalBlocks(part, othersDecide) };
  }
  if (card.kind === 'progress') {
    const { campaign, status, submitted, targeted } = card.part;
    return { text: `${campaign}: ${status}, ${submitted} of ${targeted}`, blocks: progressBlocks(card.part) };
  }
  const title = TITLES[card.kind];
  return { text: `${title}: ${whoWords(card.part)}`, blocks: replyBlocks(card.part, card.state, title) };
}

const partTitle = (part: Part): string =>
  part.kind === 'audience'
    ? `${part.total} customers, ${part.recipients} recipients`
    : part.kind === 'preview'
      ? 'The messages'
      : part.kind === 'question'
        ? part.text
        : part.kind;
