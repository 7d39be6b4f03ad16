// "just 5 of them": which five? Any of them, or the first by something.
import type { Frame } from '../frame.ts';
import type { Question } from '../types.ts';

const SO_MANY =
  /^\W*(?:(?:no|ok|okay|and|just|only|take|use|pick|try|maybe|actually|make it|let['’]?s (?:do|take|try)|send it to)[\s,]+)*(?<count>\d{1,4}|two|three|four|five|six|seven|eight|nine|ten|twenty) of (?:them|these|those|the [\p{L} ]{3,30}?)(?:[\s,]+(?:please|first|for now|is enough|will do))*\W*$/iu;

export function soManyOfThem({ sentence, input }: Frame): Question | null {
  const { campaign, lastFilter } = input.thread;
  const count = SO_MANY.exec(sentence)?.groups?.count;
  if (!count || !(campaign || lastFilter)) return null;
  const has = (key: string) => input.vocabulary.fields.some((field) => field.key === key);
  const by = has('contract_value') ? 'contract value' : 'order value';
  return {
    text: `Which ${count}?`,
    choices: [
      { label: `Any ${count}, at random`, say: `only a random ${count}` },
      { label: `The top ${count} by ${by}`, say: `only the top ${count} by ${by}` },
    ],
  };
}
