import { describe, expect, it } from 'vitest';
import { predict, unpackModel } from '../../agent/triage/learned/linear-model.ts';
import { intentModel, languageModel } from '../../agent/triage/learned/models.ts';
import { triageCaseSchema } from '../case.ts';
import { heldCases } from '../cases/triage.ts';
import { loadCases } from '../load-cases.ts';
import { calibrate, fitModel, packModel } from './fit-model.ts';
import { createResemblance } from './resemblance.ts';
import { fingerprint, trainingSentences } from './train-triage.ts';

const sentences = trainingSentences();

describe('what the triager learns from', () => {
  it('is what the committed weights were made of; else run npx refrain train-triage', () => {
    const now = fingerprint(sentences);
    expect([intentModel().trainedOn, languageModel().trainedOn]).toEqual([now, now]);
  });

  it('holds no case that measures, nor nearly one', () => {
    const measured = new Set([
      ...loadCases('triage', triageCaseSchema)
        .cases.filter(({ split }) => split === 'locked')
        .map(({ text }) => text.toLowerCase()),
      ...heldCases.map(({ say }) => say.toLowerCase()),
    ]);
    expect(sentences.filter(({ core }) => measured.has(core.toLowerCase()))).toEqual([]);
    const resembles = createResemblance(['Please renew the contract for another year']);
    expect(resembles('please renew the contract, for another year!')).toBe(true);
    expect(resembles('please do not renew')).toBe(false);
  });

  it('has every language and intent', () => {
    const pairs = new Set(sentences.map(({ language, intents }) => `${language} ${intents[0]}`));
    for (const language of ['en', 'de', 'fr', 'es', 'pt', 'th', 'ja', 'zh'])
      for (const intent of intentModel().labels) expect(pairs).toContain(`${language} ${intent}`);
  });
});

describe('learning', () => {
  const vector = (bucket: number) => ({ buckets: [bucket], values: [1] });
  const shape = { labels: ['a', 'b', 'c'], buckets: 8 };
  const samples = [
    ...Array.from({ length: 20 }, (_, at) => ({ vector: vector(at % 2), labels: [at % 2], weight: 1 })),
    { vector: vector(5), labels: [1, 2], weight: 1 },
  ];
  const learn = () => {
    const fitted = fitModel(samples, { ...shape, epochs: 20, decay: 0 });
    return packModel({ fitted, temperature: 1, ...shape, trainedOn: 'x' });
  };

  it('gives the same weights each time, which tell apart what they were shown', () => {
    expect(learn()).toEqual(learn());
    const model = unpackModel(learn());
    expect(predict(model, vector(0))[0]).toBeGreaterThan(0.8);
    expect(predict(model, vector(1))[1]).toBeGreaterThan(0.8);
  });

  it('learns of a sentence with several right labels only what it is not', () => {
    const [a, b, c] = predict(unpackModel(learn()), vector(5)) as [number, number, number];
    expect(a).toBeLessThan(b);
    expect(a).toBeLessThan(c);
  });

  it('finds that overconfident sums are worth less', () => {
    const held = [0, 0, 0, 1].map((label) => ({ sums: [6, 0], label }));
    expect(calibrate(held)).toBeGreaterThan(2);
  });
});
