// What a message asks its readers: "… and ask for a call", "ask the Novotels if they want a demo".
import { isWord } from '../items.ts';
import { readItems } from '../read-items.ts';
import { phraseAt, type Reader, skipWords } from '../reader.ts';

/** "a reminder to all gyms and ask for a call next week": what it asks its readers, and not us. */
export function isAsking(reader: Reader, at: number): boolean {
  const { tokens } = reader;
  const how = tokens[at + 1]?.word === 'them' ? at + 2 : at + 1;
  if (tokens[at]!.word !== 'ask' || tokens[at - 1]?.word !== 'and' || at < 3) return false;
  const ours = phraseAt(reader, at, 'cues')?.value.some(({ value }) => value === 'send');
  if (ours || !['for', 'if', 'whether', 'to'].includes(tokens[how]?.word ?? '')) return false;
  const [first] = readItems({ ...reader, tokens: tokens.slice(how + 1, how + 4) }).filter(
    (item) => !isWord(item, 'skip'),
  );
  return first?.kind !== 'type' && first?.kind !== 'clause' && !OURS.test(tokens[how + 1]?.word ?? '');
}

/** "ask the Novotels if they want a demo", "ask all customers in Milan to confirm their address", "… for their new details" */
export function isAskedOfThem(reader: Reader, at: number): boolean {
  const { tokens } = reader;
  const verb = tokens.findIndex(({ word }) => /^(?:ask|asking|remind|urge|encourage)$/.test(word));
  if (verb < 0 || verb > at - 2 || verb > 4 || tokens.slice(verb, at).some(({ kind }) => kind === 'mark'))
    return false;
  const next = tokens.slice(at + 1, at + 5);
  const [first] = readItems({ ...reader, tokens: next });
  const isQuestion = /^(if|whether)$/.test(tokens[at]!.word) && next[0]?.word === 'they';
  const isDeed = tokens[at]!.word === 'to' && first?.kind === 'unknown' && /^[a-z]/.test(next[0]!.text);
  const isThing =
    tokens[at]!.word === 'for' &&
    /^(their|an?|the|updated|new|current|some|latest)$/.test(next[0]?.word ?? '');
  const between = readItems({ ...reader, tokens: tokens.slice(verb + 1, at) });
  const isNamed = between.some(
    (item) => item.kind === 'clause' || item.kind === 'customer' || isWord(item, 'nouns'),
  );
  return (
    isNamed &&
    // "remind the malls to update their details"; "remind them for …" is nothing that they shall do.
    (isDeed || (/^ask/.test(tokens[verb]!.word) && (isQuestion || isThing))) &&
    !next.some(({ word }) => /^(feedback|approval|opinion|rating)$/.test(word))
  );
}

/** "write to the hotels asking whether they have time", "a note to the gyms to ask for a visit" */
export function isAskingThem(reader: Reader, at: number): boolean {
  const { tokens } = reader;
  const verb = tokens[at]!.word === 'to' && tokens[at + 1]?.word === 'ask' ? at + 1 : at;
  if (tokens[verb]!.word !== (verb > at ? 'ask' : 'asking') || at < 3) return false;
  const how = skipWords(reader, verb + 1, ['them', 'everybody', 'everyone', 'each', 'nicely', 'politely']);
  const next = tokens[how + 1]?.word ?? '';
  const isQuestion = /^(?:if|whether)$/.test(tokens[how]?.word ?? '') && next === 'they';
  // "gyms asking for a call" may as well be those that did.
  const isThing =
    tokens[how]?.word === 'for' &&
    /^(?:an?|their|some|new|updated)$/.test(next) &&
    !tokens.slice(how + 2, how + 5).some(({ stem }) => ASKED_OF_US.test(stem));
  return (
    (isQuestion || isThing) &&
    readItems({ ...reader, tokens: tokens.slice(0, at) }).some(
      (item) => item.kind === 'clause' || item.kind === 'customer' || isWord(item, 'nouns', 'customer'),
    )
  );
}

const ASKED_OF_US =
  /^(?:call|callback|offer|quote|quotation|discount|refund|invoice|extension|time|help|support|information|upgrade|price|credit|copy)$/;

const OURS = /^(me|us|my|your|approval|permission|confirmation|sign|feedback|their)$/;
