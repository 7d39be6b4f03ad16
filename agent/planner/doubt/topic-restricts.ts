// What a message is about runs to the end of the sentence, and could swallow what says who gets it: "about the new app,
// resellers excluded", "tell all gyms that allow dogs". Such a tail is asked about, unless the message is quoted.
import type { Frame } from '../frame.ts';
import { FINITE } from '../lexicon/en-asides.ts';
import { isMessageWord } from '../topic/message-words.ts';
import { TELLERS } from '../topic/opening.ts';
import { MEETING } from '../topic/that-clause.ts';
import { toReader } from '../topic/to-reader.ts';
import type { Question } from '../types.ts';

export function topicRestricts(frame: Frame): Question | null {
  const { topic: told, sentence } = frame;
  // "ask the Novotels if they …": its verb stands before whoever is meant.
  const topic = told && !sentence.includes(told) ? told.replace(/^ask /u, '') : told;
  const at = topic ? sentence.indexOf(topic) : -1;
  if (!topic || at < 0 || /["“]$/u.test(sentence.slice(0, at))) return null;
  const tail =
    thatWho(frame, { topic, before: sentence.slice(0, at) }) ??
    EXCEPTION.exec(ASKED.test(sentence) ? topic.replace(/^(?:if|whether) they /iu, '') : topic)?.[0] ??
    strangeTail(topic);
  if (!tail) return null;
  const left = sentence.replace(tail, '').replace(/\s+/g, ' ').trim();
  return {
    text: `Is “${tail.replace(/^\W+/u, '')}” part of what the message says, or does it say who gets it?`,
    choices: [
      { label: 'Part of the message', say: sentence.replace(topic, `"${toReader(topic)}"`) },
      { label: 'Nobody is left out: go on without it', say: left },
    ],
  };
}

/**
 * "about breakfast, if legal agrees": hardly anybody goes on behind a mark with what a message says, but in a list
 * ("rooms, breakfast and bikes") or of ourselves.
 */
function strangeTail(topic: string): string | null {
  const tail = /(?:\s*[(–—]|,\s|\s-\s).*$/su.exec(topic)?.[0];
  // ", seasonal campaign", ", draft only" say how it is meant.
  if (!tail || /\bdraft\b|\b(?:campaign|message|announcement|newsletter)$/iu.test(tail)) return null;
  const parts = tail.split(/[,()–—]|\s-\s/u).flatMap((part) => part.trim() || []);
  const isList =
    parts.every((part) => part.split(/\s+/).length <= 4 && !OPEN.test(part)) &&
    /^(?:and|or|&|plus)\b|\s(?:and|or|&) /iu.test(parts.at(-1) ?? '');
  // "new playlists are live in your app": nobody speaks so of who gets it.
  const isTold = (part: string) => (OURS.test(part) || /\byours?\b/iu.test(part)) && !OPEN.test(part);
  return isList || parts.every(isTold) ? null : tail;
}

const OURS =
  /^(?:and|so|because|which|starting|effective|free|including|from (?!\p{Lu})|we|our|it|you|your|this|that|\p{Nd}+)(?![\p{L}])/iu;
const OPEN =
  /\b(?:ones|them|some|any|few|most|maybe|perhaps|might|may|unless|depends|debating|thinking|sure|decided?|exceptions?|others?|such|like|similar|whatever|whoever|anyone|anybody|something|more)\b/iu;

/** What rules out, or picks, some of them, to the end. */
const EXCEPTION = new RegExp(
  [
    String.raw`[,(–-]?\s*\b(?:except|excluding|excludes?|apart from|other than|minus|save for|barring|but not|but skip|skip|leave out|leaving out|unless|provided|as long as)\b.*$`,
    String.raw`[,(–-]?\s*(?:\bmind you )?\b(?:only|just) (?:the|those|where|if|for|to)\b.*$`,
    String.raw`[,(–-]?\s*\bnot (?:the|those|for|to)\b.*$`,
    String.raw`[,(–-]?\s*(?<!\bask(?:ing)?(?: them)? )\b(?:who(?:se)?|if they|where they)\b.*$`,
    String.raw`[,–-]?\s*\bno \w+s(?: please)?$`,
    String.raw`,\s*the \w+ ones\b.*$`,
    String.raw`[,(–-]\s*[^,]*\b(?:are|stay) (?:out|excluded|exempt|left out|not included|not meant)\b.*$`,
    String.raw`^que nous \S+(?:\s+(?:à|en|au|aux)\s.*)?$`,
    String.raw`\((?:with|without|not|no|only)\b.*$`,
    String.raw`[,(–-]\s*[^,(]*\b(?:only|excluded|left out)\)?$`,
  ].join('|'),
  'iu',
);

/** "that my brother manages", "that allow dogs": a clause that describes them, where a statement would be told. */
function thatWho({ reader }: Frame, { topic, before }: { topic: string; before: string }): string | null {
  const lead = /(\S+)\s+(\S+)\s+that\s*$/iu.exec(before);
  const isByMail = /^(?:by|via|per|over|through)$/i.test(lead?.[1] ?? '');
  if (!lead || (isMessageWord(reader, lead[2]!.toLowerCase()) && !isByMail)) return null;
  // "my brother manages expiring in October": where a condition follows, it ends.
  const words = topic.split(/,|\s(?=(?:in|at|by|via|from|expiring|ending|about|to)\s)/u)[0]!.split(/\s+/);
  const isTold =
    /\bheads[- ]up\b/i.test(before) ||
    before
      .toLowerCase()
      .split(/\W+/)
      .some((word) => TELLERS.has(word));
  const isStatedLater = isTold && /\bthat (?:the|our|we|your|their|there|an?|this|it)\b/iu.test(topic);
  const owner = isTold ? /^(?:my|i|\p{Lu}\p{Ll}+)$/u : /^(?:my|our|i|we|\p{Lu}\p{Ll}+)$/u;
  const isOfSomebody = words.length <= 4 && owner.test(words[0]!);
  const isOurs = words.length <= 3 && /^(?:we|i)$/i.test(words[0]!) && MEETING.test(words[1] ?? '');
  const hasVerb = words.slice(1).some((word, rest) => isVerb(word, rest < words.length - 2));
  const isBare = isTold && !STATING.test(words[0]!) && !/s$/i.test(words[0]!) && !hasVerb;
  // "that allow dogs the office is shut": what they do, and then what is told.
  const isBoth = isTold && !STATING.test(words[0]!) && !/s$/i.test(words[0]!) && SECOND.test(topic);
  return isStatedLater || isOfSomebody || isOurs || isBare || isBoth ? `that ${topic}` : null;
}

/** "ask the Novotels if they want a demo" */
const ASKED = /\bask(?:ing)?\b[^,.;]*\b(?:if|whether) they\b/iu;

const isVerb = (word: string, isInside: boolean): boolean =>
  FINITE.has(word.toLowerCase()) || /ed$|'re$|'ll$/i.test(word) || (isInside && /[^su]s$/i.test(word));

const SECOND =
  /^\S+(?:\s(?!(?:for|in|of|on|at|with|to|from|by|and|or)\s)\S+){0,3}\s(?<!\b(?:for|in|of|on|at|with|to|from|by|and|or|is|are|has|have|gets)\s)(?:the|our|we|there)\s/iu;

const STATING =
  /^(?:we|our|the|there|they|their|you|your|an?|this|it|new|from|starting|all|no|his|her|its|one|on|in|at)\b/i;
