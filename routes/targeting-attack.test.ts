// Filters that nobody means well by, on every address that takes one: refused with a reason, or answered.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFields } from '../core/fields/registry.ts';
import { newId } from '../lib/ids.ts';
import { addCustomer } from '../test/add-customer.ts';
import { BAD_TREES, badClauses } from '../test/bad-filters.ts';
import { openTestServer, type TestServer, type Voice } from '../test/server.ts';

let server: TestServer;
let manager: Voice;
const filtered = (filter: string) => `{"filter":${filter}}`;
const PATHS: readonly (readonly [string, (filter: string) => string])[] = [
  ['/targeting/audience', filtered],
  ['/targeting/audience/nearest', filtered],
  ['/targeting/audience/overlap', (filter) => `{"first":{"all":[]},"second":${filter}}`],
  [
    '/targeting/audience/overlap/customers',
    (filter) => `{"first":{"all":[]},"second":${filter},"part":"onlyFirst"}`,
  ],
  ['/targeting/audience/why', (filter) => `{"customerId":"${newId()}","filter":${filter}}`],
  ['/segments', filtered],
  ['/campaigns', (filter) => `{"type":"announcement","filter":${filter}}`],
];

beforeAll(async () => {
  server = await openTestServer();
  manager = await server.signIn('manager');
  await server.system(async (ctx) => {
    for (const city of ['Phuket', 'Krabi'])
      await addCustomer(ctx, { city, contacts: [{ at: { email: `${city}@example.com` } }] });
  });
});
afterAll(() => server.close());

const post = (path: string, payload: string) =>
  manager.send({
    method: 'POST',
    url: `/api/v1${path}`,
    headers: { 'content-type': 'application/json' },
    payload,
  });

/** What was not said so, of one answer. */
async function wrong(path: string, body: string): Promise<string | null> {
  const answer = await post(path, body);
  const { error } = answer.json<{ error?: { code: string; message: string } }>();
  const isFine =
    answer.statusCode < 400 || (answer.statusCode < 500 && error?.code && error.message.length < 1000);
  return isFine ? null : `${path} ${body.slice(0, 200)}: ${answer.statusCode} ${answer.body.slice(0, 200)}`;
}

describe('a malformed filter', () => {
  it.each(BAD_TREES)('%s is refused with a reason, or answered', async (_what, filter) => {
    // What is large is refused before an address looks at it: one of them is enough.
    const paths = filter.length > 20_000 ? PATHS.slice(0, 1) : PATHS;
    for (const [path, toBody] of paths) expect(await wrong(path, toBody(filter))).toBeNull();
  });

  it('is refused with a reason, or answered, whatever stands in a condition on whatever field', async () => {
    const clauses = (await server.system(readFields)).flatMap(badClauses);
    // Not a divisor of how many there are of one field, so that each comes with all of them over the fields.
    for (let at = 0; at < clauses.length; at += 149)
      expect(await wrong('/targeting/audience', filtered(clauses[at]!))).toBeNull();
  });

  it('is refused where it asks for more than can be answered at once', async () => {
    const top = '{"op":"top","field":"unit_count","end":"highest","count":5}';
    const answer = await post('/targeting/audience', filtered(`{"all":[${Array(6).fill(top).join(',')}]}`));
    expect(answer.statusCode).toBe(400);
    expect(answer.json().error).toMatchObject({ code: 'filter:invalid', where: { at: 'all[5]' } });
  });

  it.each(['(', 'not ', 'a or (', '“', 'city is Phuket, and ', '(not ('])(
    'nor do words of nothing but “%s” get far',
    async (piece) => {
      const words = piece.repeat(Math.floor(20_000 / piece.length));
      for (const said of [words, `${words.slice(0, 10_000)}${')'.repeat(10_000)}`])
        expect(await wrong('/targeting/audience/words', JSON.stringify({ words: said }))).toBeNull();
    },
  );
});
