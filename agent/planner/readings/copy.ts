// A campaign kept as a template, or begun from another: sentences of a fixed form, and what differs
// read as a request.
import { fold } from '../../../lib/text.ts';
import { ask } from '../doubt/ask.ts';
import { noCampaign } from '../doubt/no-campaign.ts';
import { doubtsOf } from '../doubts.ts';
import { type Frame, readFrame } from '../frame.ts';
import { LAUNCHED } from '../recognise/campaign.ts';
import type { Plan } from '../types.ts';
import { type Form, form, readForms, type Said } from './forms.ts';
import { calling, onCampaign, type Reading, saying } from './reading.ts';

const QUOTED = `["“']?(?<name>[^"”']+?)["”']?`;
const CAMPAIGN = String.raw`(?:this|that|it|the|the last|the same|my last|our last)(?:\s+(?:campaign|draft|one|message))?`;
const COPY = `(?:clone|copy|duplicate|repeat|reuse|re-use)`;
const CHANGE = String.raw`(?:\s*,?\s*(?:but\s+)?(?<change>(?:for|to|by|in|with|on|at|as|only|tomorrow|next|this)\b.*))?`;

const MONTHS =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december)(?:\\s+\\d{4})?';

const FORMS: readonly Form[] = [
  [
    form(String.raw`(?:list|show|what are|which are)(?:\s+me)?(?:\s+(?:my|the|all|our|saved))*\s+templates`),
    list,
  ],
  [
    form(
      String.raw`(?:save|keep|store)\s+(?:this|that|it|the)(?:\s+(?:campaign|draft|message))?\s+as\s+(?:an?\s+|the\s+)?(?:campaign\s+)?template(?:\s*,?\s+(?:called\s+|named\s+|as\s+|(?=["“']))${QUOTED})?`,
    ),
    keep,
  ],
  [
    form(
      String.raw`(?:use|start from|begin from|start with|take|draft from|new campaign from)\s+(?:the\s+|my\s+|our\s+)?template\s+(?:called\s+)?["“'](?<name>[^"”']+)["”']${CHANGE}`,
    ),
    begin,
  ],
  [
    form(
      String.raw`(?:use|start from|begin from|start with|take|draft from|new campaign from)\s+(?:the\s+|my\s+|our\s+)?(?:template\s+(?:called\s+)?(?<name>.+?)|(?<before>.+?)\s+template)${CHANGE}`,
    ),
    begin,
  ],
  [form(String.raw`${COPY}\s+${CAMPAIGN}${CHANGE}`), copy],
  [form(String.raw`${COPY}\s+(?:the\s+)?(?:campaign\s+)?${QUOTED}(?:\s+campaign)?${CHANGE}`), copyNamed],
  [
    form(
      String.raw`(?:(?:do|send|draft|make)\s+)?(?:the\s+)?same\s+as\s+(?:in\s+)?(?:the\s+|our\s+|my\s+)?${QUOTED}(?:\s+(?:campaign|one))?\s*,?\s+but\s+(?<change>.+)`,
    ),
    copyLike,
  ],
  [
    form(
      String.raw`(?:do|send|draft|make|write|give)\s+(?:(?<whom>.+?)\s+)?(?:exactly\s+)?the\s+same\s+(?:\w+\s+){0,2}?as\s+(?:(?:in|on|at|the\s+one\s+(?:in|of|from))\s+)?(?:last\s+\w+|yesterday|before|back\s+then|${MONTHS})(?:\s+(?:to|for)\s+(?<who>.+))?`,
    ),
    likeEarlier,
  ],
  [form(String.raw`(?:do\s+|send\s+|draft\s+)?the same(?:\s+(?:campaign|thing))?\s+again${CHANGE}`), copy],
];

export const readCopy: Reading = (frame) => readForms(frame, FORMS);

function list(frame: Frame): Plan {
  return calling(frame, [{ name: 'list_templates', args: {} }]);
}

function keep(frame: Frame, { name }: Said): Plan {
  return onCampaign(frame, 'save_template', name ? { name: name.trim().slice(0, 120) } : {});
}

function begin(frame: Frame, { name, before, change }: Said): Plan | null {
  const templateName = (name ?? before ?? '').trim().slice(0, 120);
  return templateName ? from(frame, { templateName }, change) : null;
}

function copy(frame: Frame, { change }: Said): Plan | null {
  const { campaign } = frame.input.thread;
  const newest = frame.input.vocabulary.campaigns[0];
  const campaignId = campaign?.id ?? newest?.id;
  return campaignId
    ? from(frame, { campaignId }, change)
    : saying(frame, 'There is no campaign here yet to copy.');
}

function copyNamed(frame: Frame, { name, change }: Said): Plan | null {
  const wanted = fold(name ?? '');
  const found = frame.input.vocabulary.campaigns.find((one) => fold(one.name) === wanted);
  return found ? from(frame, { campaignId: found.id }, change) : null;
}

/** “The October campaign”: the one that is called so, or the only one whose name has the words. */
function copyLike(frame: Frame, { name = '', change }: Said): Plan {
  const { campaigns } = frame.input.vocabulary;
  const wanted = fold(name);
  if (/^(?:last|latest|newest|previous)$/.test(wanted)) return copy(frame, { change })!;
  const exact = campaigns.filter((one) => fold(one.name) === wanted);
  const found =
    exact.length > 0 ? exact : campaigns.filter((one) => ` ${fold(one.name)} `.includes(` ${wanted} `));
  const [only, other] = found;
  if (only && !other) return from(frame, { campaignId: only.id }, change)!;
  const which = other ? `Several campaigns are called like “${name}”` : `No campaign is called “${name}”`;
  return saying(frame, `${which}. Say its whole name: “copy "…" for …”.`);
}

/** "the same renewal as in October to the Marriotts": which of those that went out, by their names. */
function likeEarlier(frame: Frame, { whom, who = whom }: Said): Plan {
  const sent = frame.input.vocabulary.campaigns.filter(({ status }) => LAUNCHED.has(status));
  if (sent.length === 0) return noCampaign(frame);
  const change = who ? `, but for ${who}` : '';
  const choices = sent
    .slice(0, 5)
    .map(({ name }) => ({ label: name, say: change ? `the same as "${name}"${change}` : `copy "${name}"` }));
  return ask({ text: 'Which campaign shall it be like?', choices }, frame);
}

/** What differs is read as a request of its own, with its doubts; words that nothing is made of are said. */
function from(frame: Frame, origin: Record<string, string>, change: string | undefined): Plan | null {
  if (!change) return calling(frame, [{ name: 'copy_campaign', args: { from: origin } }]);
  const asked = readFrame(`send ${change}`, frame.input);
  const doubt = doubtsOf(asked);
  if (doubt) return doubt;
  const patch = {
    ...(asked.scope.isEmpty ? {} : { filter: asked.scope.filter }),
    ...(asked.isEverybody && asked.scope.isEmpty ? { filter: { all: [] } } : {}),
    ...(asked.channels.length > 0 ? { channels: asked.channels } : {}),
    ...(asked.schedule ? { schedule: asked.schedule } : {}),
    ...(asked.tone ? { tone: asked.tone } : {}),
    ...(asked.topic ? { topic: asked.topic } : {}),
    ...(asked.roles.length > 0 ? { roles: asked.roles } : {}),
  };
  if (Object.keys(patch).length === 0)
    return saying(frame, `I do not know what “${change.slice(0, 80)}” should change in the copy.`);
  const plan = calling(frame, [{ name: 'copy_campaign', args: { from: origin, patch } }]);
  return { ...plan, unused: asked.unknown.map(({ text }) => text), ranges: asked.moments.ranges };
}
