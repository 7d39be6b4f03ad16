import { describe, expect, it } from 'vitest';
import { uuid, VOCABULARY } from '../../../evals/fixture.ts';
import { type Customer, customerNames, prepareCustomerNames } from './customer-names.ts';
import { nearestWords } from './nearest.ts';

const listOf = (...names: string[]): Customer[] =>
  names.toSorted().map((name) => ({ id: uuid(NAMES.indexOf(name)), name }));
const NAMES = ['Azure Bay', 'Azure Garden', 'Bay House', 'Cedar Court', 'Delta Court', 'Ember Grove Bay'];
const [AZURE_BAY, AZURE_GARDEN, BAY_HOUSE, CEDAR, DELTA, EMBER] = NAMES as [
  ...[string, string, string],
  ...[string, string, string],
];

/** What it holds, without how it came about. */
const contentsOf = ({ list, byPhrase, byWord, words, fresh }: ReturnType<typeof customerNames>) => ({
  list,
  phrases: Object.fromEntries([...byPhrase].sort()),
  words: Object.fromEntries([...byWord].sort()),
  all: [...words, ...fresh].sort(),
});
let made = 0;
const newWorkspace = () => `workspace-${made++}`;
const anew = (customers: Customer[]) => contentsOf(customerNames({ customers }));

describe('the index of customers’ names', () => {
  it('holds after any change what one made anew of that list holds', () => {
    const workspace = newWorkspace();
    const lists = [
      listOf(AZURE_BAY, BAY_HOUSE, CEDAR),
      listOf(AZURE_BAY, AZURE_GARDEN, BAY_HOUSE, CEDAR, DELTA),
      listOf(AZURE_GARDEN),
      [],
      listOf(AZURE_BAY, CEDAR, EMBER),
      listOf(AZURE_BAY, BAY_HOUSE, CEDAR),
      [...listOf(BAY_HOUSE), { id: uuid(0), name: 'Bay of Azure' }, ...listOf(CEDAR)],
    ];
    for (const customers of lists) {
      const followed = customerNames({ workspace, customers });
      expect(contentsOf(followed)).toEqual(anew(customers));
    }
  });

  it('is the one of whichever list is asked about, and of no other workspace', () => {
    const [one, other] = [newWorkspace(), newWorkspace()];
    const [before, after] = [listOf(AZURE_BAY, CEDAR), listOf(AZURE_BAY, DELTA)];
    customerNames({ workspace: other, customers: listOf(EMBER) });
    customerNames({ workspace: one, customers: before });
    expect(contentsOf(customerNames({ workspace: one, customers: after }))).toEqual(anew(after));
    expect(contentsOf(customerNames({ workspace: one, customers: before }))).toEqual(anew(before));
    expect(contentsOf(customerNames({ workspace: other, customers: listOf(EMBER) }))).toEqual(
      anew(listOf(EMBER)),
    );
  });

  it('lets a list be what it was for whoever still holds it', () => {
    const workspace = newWorkspace();
    const held = customerNames({ workspace, customers: listOf(AZURE_BAY, BAY_HOUSE) }).byWord.get('bay');
    customerNames({ workspace, customers: listOf(BAY_HOUSE) });
    expect(held?.map(({ name }) => name)).toEqual([AZURE_BAY, BAY_HOUSE]);
  });

  it('proposes no word of a name that went for one that is misspelt, and one of a name that came', () => {
    const workspace = newWorkspace();
    const near = (customers: Customer[], word: string) => {
      const { words, fresh } = customerNames({ workspace, customers });
      return nearestWords(word, words, fresh).map((one) => one.word);
    };
    expect(near(listOf(AZURE_BAY, CEDAR), 'cedra')).toEqual(['cedar']);
    expect(near(listOf(AZURE_BAY, DELTA), 'cedra')).toEqual([]);
    expect(near(listOf(AZURE_BAY, DELTA), 'detla')).toEqual(['delta']);
    expect(near(listOf(AZURE_BAY, CEDAR), 'detla')).toEqual([]);
    expect(near(listOf(AZURE_BAY, CEDAR), 'cedra')).toEqual(['cedar']);
  });

  it('is the same when it was made in stretches, or follows many changes, while another part of the product goes on', async () => {
    const listed = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, at) => ({
        id: uuid(from + at),
        name: `Venue ${String(from + at).padStart(5, '0')}`,
      }));
    const workspace = newWorkspace();
    for (const customers of [listed(0, 3_500), listed(0, 7_000), listed(2_500, 7_000)]) {
      let turns = 0;
      const beside = setInterval(() => turns++, 0);
      await prepareCustomerNames({ workspace, customers });
      clearInterval(beside);
      expect(turns).toBeGreaterThan(0);
      expect(contentsOf(customerNames({ workspace, customers }))).toEqual(anew(customers));
    }
  });

  it('knows the same without a workspace', () => {
    const { customers } = VOCABULARY;
    expect(customerNames({ customers })).toBe(customerNames({ customers }));
  });
});
