// `refrain train-triage`: learns the weights of the embedded triager from the composed sentences and the written cases
// that may be looked at. No independent case and no held one is among them: those only measure.
import { readFileSync } from 'node:fs';
import { hideInstructions } from '../../agent/triage/hide-instructions.ts';
import { BUCKETS, readFeatures } from '../../agent/triage/learned/features.ts';
import { LANGUAGE_BUCKETS, languageFeatures } from '../../agent/triage/learned/language.ts';
import { unpackModel, type Vector } from '../../agent/triage/learned/linear-model.ts';
import { keepModel, type ModelName, modelFile } from '../../agent/triage/learned/models.ts';
import { readSigns } from '../../agent/triage/read-signs.ts';
import { replyOf, ruleOn } from '../../agent/triage/weigh.ts';
import { INTENTS, type TriageInput } from '../../core/ports.ts';
import { reading } from '../../core/replies/reading.ts';
import { sha256 } from '../../lib/crypto.ts';
import { triageCaseSchema } from '../case.ts';
import { heldCases, triageCases } from '../cases/triage.ts';
import { loadCases } from '../load-cases.ts';
import { composeSentences, type Sentence } from './compose.ts';
import { createResemblance } from './resemblance.ts';
import { type Task, type Trained, type Training, train } from './train.ts';

const OPTIONS = { epochs: 14, decay: 1e-6 };
const NO_STOP = INTENTS.filter((one) => one !== 'opt_out');
const LATIN = ['en', 'de', 'fr', 'es', 'pt'];

/** A reply that somebody wrote says as much as so many variants of a pattern. */
const WRITTEN = 10;

/** What is learnt from: patterns, and written cases that may be looked at; never a held or a locked one, nor nearly one. */
export function trainingSentences(): Sentence[] {
  const written = triageCases
    .filter(({ split }) => split === 'tune')
    .map(({ id, say, expect, given = {} }) => ({
      text: reading.ownWords(say, given.channel ?? 'whatsapp'),
      core: say,
      // Where nobody said what it is, it is at least no stop.
      intents: expect.intent.length > 0 ? expect.intent : NO_STOP,
      language: '',
      pattern: id,
      ...(given.unitNames ? { unitNames: given.unitNames } : {}),
      campaignType: given.campaignType,
    }));
  const { cases } = loadCases('triage', triageCaseSchema);
  const open = cases
    .filter(({ split }) => split === 'dev')
    .map(({ id, text, expect: { intent, optOut } }) => ({
      text: reading.ownWords(text, 'whatsapp'),
      core: text,
      intents: intent ? [intent] : optOut ? ['opt_out'] : NO_STOP,
      language: '',
      pattern: authorOf(id),
      weight: WRITTEN,
    }));
  const locked = cases
    .filter(({ split }) => split === 'locked')
    .map(({ text }) => reading.ownWords(text, 'email'));
  const isMeasured = createResemblance([...locked, ...heldCases.map(({ say }) => say)]);
  return [...composeSentences(), ...written, ...open].filter(
    ({ text, core }) => text.trim() && !isMeasured(core),
  );
}

/** The author's set, as "tri6" of "tri6-en-001": what one has written is never split between learning and checking. */
const authorOf = (id: string): string => id.split('-')[0]!;

export const fingerprint = (sentences: readonly Sentence[]): string => sha256(JSON.stringify(sentences));

/** Writes both weight files and tells how often what was left out of the learning was read rightly. */
export function trainTriage(progress: (line: string) => void): Trained[] {
  const sentences = trainingSentences();
  const trainedOn = fingerprint(sentences);
  const languages = trainAndKeep(languageTask(sentences), { trainedOn, progress });
  const intents = trainAndKeep(intentTask(sentences), { trainedOn, progress });
  return [languages, intents];
}

/** The replies are read with the languages just learnt. */
function trainAndKeep(task: Task & { name: ModelName }, how: Training): Trained {
  const trained = train(task, how);
  keepModel(task.name, unpackModel(readFileSync(task.file)));
  return trained;
}

function languageTask(sentences: readonly Sentence[]): Task & { name: ModelName } {
  const own = sentences.filter(({ language }) => LATIN.includes(language));
  const samples = own.map(({ text, language, pattern }) => ({
    vector: languageFeatures(text),
    labels: [LATIN.indexOf(language)],
    weight: 1,
    group: pattern,
  }));
  return {
    name: 'languages',
    file: modelFile('languages'),
    labels: LATIN,
    buckets: LANGUAGE_BUCKETS,
    samples,
    ...OPTIONS,
  };
}

function intentTask(sentences: readonly Sentence[]): Task & { name: ModelName } {
  const counts = Map.groupBy(sentences, groupOf);
  const average = sentences.length / counts.size;
  const samples = sentences.map(({ text, intents, pattern, unitNames, campaignType, weight }) => ({
    vector: vectorOf({
      text,
      channel: 'whatsapp',
      ...(unitNames ? { unitNames } : {}),
      ...(campaignType ? { campaignType } : {}),
    }),
    labels: intents.map((intent) => INTENTS.indexOf(intent as (typeof INTENTS)[number])),
    weight: weight ?? Math.sqrt(average / counts.get(groupOf({ intents }))!.length),
    group: pattern,
    isWritten: weight !== undefined,
  }));
  return {
    name: 'intents',
    file: modelFile('intents'),
    labels: INTENTS,
    buckets: BUCKETS,
    samples,
    ...OPTIONS,
  };
}

// What is only known not to be one intent makes no other one common.
const groupOf = ({ intents }: Pick<Sentence, 'intents'>): string =>
  intents.length === INTENTS.length - 1 ? 'not' : intents[0]!;

function vectorOf(input: TriageInput): Vector {
  const signs = readSigns(hideInstructions(input.text).text, input);
  const ruled = ruleOn(signs, input);
  return readFeatures(replyOf(signs, { input, ruled, isHinted: reading.mayBeOptOut(input.text) }));
}
