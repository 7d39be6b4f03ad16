// A brief: who, what, when, what for, at which price. Everything is proposed and nothing is sent, whatever it says of
// sending; what of it nothing was made of is told.
import { asLabels, isOfferWithTerms } from '../brief/as-labels.ts';
import { kindOf, saysKind } from '../brief/brief-kind.ts';
import { readTime } from '../brief/brief-time.ts';
import { objectOf, readTopic } from '../brief/brief-topic.ts';
import { type Chosen, chooseWho, rivalsOf } from '../brief/choose-who.ts';
import { tidy } from '../brief/cut-brief.ts';
import { type Brief, readBriefText, type Statement } from '../brief/read-brief.ts';
import { isSoAnyway } from '../brief/remarks.ts';
import { doubtsOf } from '../doubts.ts';
import { type Frame, readFrame } from '../frame.ts';
import type { Item } from '../items.ts';
import { readItems } from '../read-items.ts';
import type { Plan, PlannerInput, Question } from '../types.ts';
import type { Reading } from './reading.ts';

const LABELLED = /^\s*(?:(?:campaign\s+)?brief\s*[:–-]|(?:campaign\s+)?plan\s*:)\s*(?<text>[\s\S]+)$/iu;
const ASKED =
  /^\s*(?:please\s+)?(?:plan|design|work out|propose|generate|create|make|build)\s+(?:me\s+|us\s+)?(?:an?|the)\s+(?:complete|whole|full|entire)\s+campaign\b[\s:,]*(?:to\s+)?(?<text>[\s\S]+)$/iu;

export const readBrief: Reading = ({ sentence, input: given }) => {
  // Its own, in which nothing is read twice (frame-of.ts).
  const input = { ...given };
  const said =
    (LABELLED.exec(sentence) ?? ASKED.exec(sentence))?.groups?.text ??
    (isOfferWithTerms(sentence, input) ? sentence : null);
  if (!said) return null;
  const text = asLabels(said);
  const brief = readBriefText(text, input);
  const rivals = rivalsOf(brief, input);
  if (rivals.length > 0) return asking(whoOf({ brief, text, rivals }, input));
  const chosen = chooseWho(brief, input);
  if (!chosen) return asking(whoOf({ brief, text, rivals }, input));
  const doubt = doubtsOf(chosen.frame)?.question;
  if (doubt) return asking(doubtOf(doubt, { text, said: chosen.said }));
  const type = kindOf(brief, input);
  if (!type) return asking(kindsOf(text, input));
  return drafting({ brief, chosen, type }, input);
};

type Read = { brief: Brief; chosen: Chosen; type: string };

function drafting({ brief, chosen, type }: Read, input: PlannerInput): Plan {
  const { objective, offer, budget, statements, labelled } = brief;
  const order = chosen.from[0];
  const topic =
    SAYS_ITSELF.has(type) && !labelled.topic ? null : readTopic(brief, { whom: chosen.from, type });
  const time = readTime(brief, { input, topic: topic?.text ?? null });
  const { channels, from: ways } = channelsOf(brief, input);
  const strangeWay = labelled.channels && channels.length === 0 ? [labelled.channels] : [];
  const manner = statements.find(
    ({ text, frame }) => frame.tone !== null || CASUAL.test(text) || FORMAL.test(text),
  );
  const tone = toneOf(labelled.tone ?? '', input) ?? (manner ? toneOf(manner.text, input) : null);
  const short = statements.filter(({ text }) => SHORT.test(text));
  const isShort = short.length > 0 || /\b(?:short|brief|concise)\b/i.test(labelled.tone ?? '');
  const roles = [...new Set([...chosen.frame.roles, ...(order?.frame.roles ?? [])])];
  const goals = objective === null ? [] : statements.filter(({ isGoal, who }) => isGoal && who === null);
  const used = new Set([
    ...chosen.from,
    ...(topic?.from ?? []),
    ...(time?.from ?? []),
    ...ways,
    ...goals,
    ...short,
  ]);
  if (manner) used.add(manner);
  const named = statements.filter((one) => one.who !== null && !chosen.from.includes(one));
  const unused = [
    ...strangeWay,
    ...brief.unheld,
    ...(order
      ? besideOf(order, { type, topic: topic?.text ?? null, isTimed: time?.from.includes(order) ?? false })
      : []),
    ...statements
      .filter((one) => (!used.has(one) && !isSoAnyway(one.text)) || named.includes(one))
      .map(({ text }) => text),
  ].filter((words) => /[\p{L}\d]/u.test(words));
  const { filter, excludedCustomerIds } = chosen.frame.scope;
  const args = {
    type,
    filter,
    ...(channels.length > 0 ? { channels } : {}),
    ...(time ? { schedule: time.schedule } : {}),
    ...(tone ? { tone } : {}),
    ...(isShort ? { length: 'short' as const } : {}),
    ...(topic ? { topic: topic.text.slice(0, 500) } : {}),
    ...(roles.length > 0 ? { roles } : {}),
    ...(excludedCustomerIds.length > 0 ? { excludedCustomerIds } : {}),
    ...(offer ? { offer } : {}),
    brief: {
      ...(objective ? { objective } : {}),
      ...(budget ? { budget } : {}),
      ...(unused.length > 0 ? { unused } : {}),
    },
  };
  return {
    calls: [{ name: 'draft_campaign', args }],
    say: null,
    unused,
    ranges: [...chosen.frame.moments.ranges, ...(time?.ranges ?? [])],
  };
}

/** Their letters say what there is to say. */
const SAYS_ITSELF = new Set([
  'renewal',
  'early_renewal',
  'win_back',
  'survey',
  'post_issue_survey',
  'referral',
  'anniversary',
  'review_request',
  'followup',
  'welcome',
  'contact_update',
  'reconsent',
  'payment_reminder',
]);

const CASUAL =
  /\b(?:fun|playful|cheerful|light-?hearted|youthful|easy-?going|relaxed|laid-?back|like\s+a\s+friend|chatty)\b|\b(?:locker|cercano|décontracté|descontraído)\b|เป็นกันเอง|カジュアル|気軽|轻松|亲切/iu;
const FORMAL = /丁寧|敬語|สุภาพ|ทางการ|正式|礼貌/u;
const SHORT =
  /^(?:keep\s+(?:it|them)\s+)?(?:very\s+)?(?:short|brief|concise|to\s+the\s+point)(?:\s+(?:and\s+sweet|please))?$|\b(?:kurz|court|corto|breve|curto)\b/iu;
const toneOf = (text: string, input: PlannerInput): Frame['tone'] =>
  CASUAL.test(text) ? 'casual' : FORMAL.test(text) ? 'formal' : readFrame(text, input).tone;

type Beside = { type: string; topic: string | null; isTimed: boolean };

/** What an order says beside those whom it names, and that became neither kind, topic, nor time. */
function besideOf({ who, frame }: Statement, { type, topic, isTimed }: Beside): string[] {
  if (!who) return [];
  const { tokens } = frame.reader;
  const [start, end] = [who.before.length, who.before.length + who.text.length];
  const startOf = (item: Item) => tokens[item.start]!.start;
  const lost = readItems(frame.reader).filter(
    (item) =>
      (item.kind === 'unknown' || mayRestrict(item, isTimed)) &&
      !(item.kind === 'type' && item.type === type) &&
      (startOf(item) < start || startOf(item) >= end),
  );
  const isBehind = lost.some((item) => startOf(item) >= end);
  // The first word of a statement is what is to be done.
  const isBefore = lost.some((item) => startOf(item) > 0 && startOf(item) < start);
  const isOfKind = lost.every(({ kind }) => kind === 'unknown');
  const isTold = (words: string) =>
    topic?.includes(words) || (topic && words.includes(topic)) || (isOfKind && saysKind(words, type));
  const before = isBefore ? objectOf(who.before) : '';
  const beside = who.beside && !before.includes(who.beside) ? who.beside : '';
  return [before, beside, isBehind ? tidy(who.behind) : ''].filter((words) => words !== '' && !isTold(words));
}

const mayRestrict = ({ kind }: Item, isTimed: boolean): boolean =>
  ['clause', 'dated', 'customer', 'rank', 'ambiguous', 'type'].includes(kind) ||
  (kind === 'period' && !isTimed);

/** In the order in which they are named; a way to remind those who do not answer is a second campaign. */
function channelsOf(
  { labelled, statements }: Brief,
  input: PlannerInput,
): { channels: string[]; from: Statement[] } {
  if (labelled.channels)
    return { channels: readFrame(`send by ${labelled.channels}`, input).channels, from: [] };
  const says = ({ text, frame }: Statement) =>
    frame.channels.length + frame.notChannels.length > 0 && !COMPLAINS.test(text);
  const from = statements.filter(says);
  const wanted = [...new Set(from.flatMap(({ frame }) => frame.channels))];
  const unwanted = new Set(from.flatMap(({ frame }) => frame.notChannels));
  const all = input.vocabulary.channels.map(({ key }) => key);
  const channels = wanted.length > 0 || unwanted.size === 0 ? wanted : all;
  return { channels: channels.filter((key) => !unwanted.has(key)), from };
}

/** “They hate corporate mails” */
const COMPLAINS =
  /\b(?:they|people|customers|nobody|guests|managers)\s+(?:\w+\s+)?(?:hate|ignore|dislike|never|don[’']t|do\s+not|delete|complain|reads?)\b/i;

// As much as a button shows.
const LABEL = 120;

/** One question, and in each of its choices the whole brief. */
const asking = (question: Question): Plan => ({
  calls: [],
  say: null,
  question: {
    ...question,
    choices: question.choices.map(({ label, say }) => ({
      label: label.length > LABEL ? `${label.slice(0, LABEL - 1)}…` : label,
      say: `Brief: ${say.trim()}`,
    })),
  },
  unused: [],
  ranges: [],
});

/** The choices put other words where those stand that are in doubt. */
const doubtOf = (doubt: Question, { text, said }: { text: string; said: string }): Question => ({
  text: doubt.text,
  choices: doubt.choices.map(({ label, say }) => ({
    label,
    say: text.includes(said) ? text.replace(said, () => say) : `${text}\nAudience: ${say}`,
  })),
});

const MOST_CHOICES = 8;

function kindsOf(text: string, { vocabulary }: PlannerInput): Question {
  const choices = vocabulary.types
    .slice(0, MOST_CHOICES)
    .map(({ label }) => ({ label, say: `${text}\nType: ${label}` }));
  return { text: 'What kind of campaign shall it be? Everything else of the brief is kept.', choices };
}

type Unnamed = { brief: Brief; text: string; rivals: readonly string[] };

function whoOf({ brief, text, rivals }: Unnamed, input: PlannerInput): Question {
  const kind = kindOf(brief, input);
  const brands = input.vocabulary.brands.filter(({ parent }) => parent === null).slice(0, 2);
  const ofKind = kind === null ? [] : (USUAL[kind] ?? []);
  const choices =
    rivals.length > 0
      ? rivals
      : [...ofKind, ...brands.map(({ name }) => `all ${name} customers`), 'all customers'];
  return {
    text: 'Who is it for? Everything else of the brief is kept.',
    choices: choices.map((who) => ({ label: who, say: `${text}\nAudience: ${who}` })),
  };
}

/** Whom such a campaign is for more often than not. */
const USUAL: Readonly<Record<string, readonly string[]>> = {
  renewal: ['all customers expiring within 60 days', 'all customers expiring this quarter'],
  win_back: ['all customers whose contract lapsed this year'],
};
