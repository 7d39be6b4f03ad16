// The data of a workspace, as a person puts it in order on the page: importing, deciding, brands, one customer.
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addresses } from '../../db/schema/index.ts';
import { findChromium } from '../machine.ts';
import { barriers, sticksOut, WIDE } from './open-browser.ts';
import { openSignedIn, type SignedIn } from './open-signed-in.ts';

const has = findChromium() !== null;
const why = has ? '' : ' (no Chromium on this machine)';

const HOSTILE = 'Quince <img src=x onerror="window.hacked=true"> Bar';
const BOOK = `### Quince Inn
- **Business Type**: Hotel
### The Quince Inn
- **Business Type**: Mini PC
- **Zone Names**: Lobby, Bar
### Quince House; Quince Spa Phuket
- **Business Type**: Hotel

#### Contacts
- **General Manager**: Rudolf Example
  - Email: rudolf@example.com
`;
const CSV = `Site;Town;Shade\n"${HOSTILE.replaceAll('"', '""')}";Pattaya;red\nThailand;;blue\n`;

describe.skipIf(!has)(`the customers' pages${why}`, () => {
  let opened: SignedIn;
  let { product, page, errors } = {} as SignedIn;
  beforeAll(async () => {
    opened = await openSignedIn();
    ({ product, page, errors } = opened);
  });
  afterAll(() => opened?.close());

  const goTo = (address: string) => page.goto(`${product.url}/#/${address}`);
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
  const said = (words: string | RegExp) => page.getByRole('status').getByText(words).waitFor();
  /** Nothing sticks out on a phone or a wide screen, and nothing keeps anybody out. */
  async function isWellMade(): Promise<void> {
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await sticksOut(page)).toEqual([]);
    await page.setViewportSize(WIDE.viewport);
    expect(await sticksOut(page)).toEqual([]);
    expect(await barriers(page)).toEqual([]);
  }

  it('shows what several files would change, takes a correction, imports them and takes all of it back', async () => {
    const files = [
      { name: 'book.md', mimeType: 'text/markdown', buffer: Buffer.from(BOOK) },
      { name: 'sites.csv', mimeType: 'text/csv', buffer: Buffer.from(CSV) },
    ];
    for (const isLast of [false, true]) {
      await goTo('customers/import');
      await page.getByLabel('Files to import').setInputFiles(files);
      await button('Look at these 2 files').click();
      const shade = page.getByLabel('What “Shade” is');
      if (!isLast) {
        await page.getByText('1 of 3 columns not understood').waitFor();
        await isWellMade();
        await shade.selectOption('note');
      }
      // Remembered for files of that header.
      await page.getByText('3 columns, all understood.').waitFor();
      expect(await shade.inputValue()).toBe('note');
      await button('Import these 2 files').click();
      const lines = page.getByRole('list', { name: 'Lines' });
      await lines.getByRole('link', { name: HOSTILE }).waitFor();
      if (isLast) break;
      await isWellMade();
      await button('Take it back …').click();
      await button('Take the whole import back').click();
      await said(/^5 customers removed/);
    }
  });

  it('decides what looked wrong by keyboard, and undoes it', async () => {
    await goTo('customers/review');
    await page.getByLabel('Search the review list').fill('Quince');
    const list = page.getByRole('list', { name: 'What looked wrong' });
    const rows = list.getByRole('article');
    await expect.poll(() => rows.count()).toBe(4);
    await isWellMade();
    await rows.filter({ hasText: 'duplicate' }).focus();
    await page.keyboard.press('m');
    await said('1 customer merged');
    await expect.poll(() => rows.filter({ hasText: 'duplicate' }).count()).toBe(0);
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('ARTICLE');
    await page.keyboard.press('u');
    await said(/^Undone: \d+ items? open again/);
    await rows.filter({ hasText: 'no business type' }).focus();
    await page.keyboard.press('f');
    await page
      .getByRole('textbox', { name: 'Business type' })
      .or(page.getByRole('combobox', { name: 'Business type' }))
      .fill('Hotel');
    await page.keyboard.press('Enter');
    await said('1 customer corrected');
    await rows.filter({ hasText: 'several sites in one' }).focus();
    await page.keyboard.press('s');
    await said('1 customer split off');
  });

  it('decides many at once, and undoes that from the list of decisions', async () => {
    await page.getByLabel('Search the review list').fill('');
    const all = page.getByRole('checkbox', { name: /^All \d+/ });
    await all.waitFor();
    await page.getByLabel('Reason').selectOption('not_a_customer');
    await expect
      .poll(() => page.getByRole('article').filter({ hasNotText: 'not a customer' }).count())
      .toBe(0);
    await all.click();
    await page.getByText(/^\d+ chosen$/).waitFor();
    await button('Discard').first().click();
    await said(/customers? taken out/);
    await page.getByText('Nothing waits for a look.').waitFor();
    await page.getByText(/^Earlier decisions/).click();
    const decisions = page.getByRole('list', { name: 'Earlier decisions' });
    await decisions.getByRole('listitem').filter({ hasText: 'discarded' }).getByRole('button').click();
    await said(/^Undone/);
    await page.getByRole('article').first().waitFor();
  });

  it('follows a suggestion about brands, renames one, and undoes both', async () => {
    await goTo('customers/brands');
    const brands = page.getByRole('list', { name: 'Brands', exact: true });
    const suggestion = page.getByRole('button', { name: /^Yes: Add the brand/ }).first();
    const name = /“(.+)”/.exec((await suggestion.getAttribute('aria-label')) ?? '')![1]!;
    await isWellMade();
    await suggestion.click();
    await said(/customers have another brand now/);
    await button(`Change ${name}`).click();
    await brands.getByLabel('Name').fill('Quincy & Co');
    await page.keyboard.press('Enter');
    await brands.getByText('Quincy & Co', { exact: true }).waitFor();
    await button('Undo').first().click();
    await said('Undone.');
    await brands.getByText(name, { exact: true }).waitFor();
  });

  it('works through replies by keyboard: a note, an answer in place, whose it is, snooze, close and back', async () => {
    const { id, kind, name } = { id: product.workspace.id, kind: 'system', name: 'test' } as const;
    const [known] = await product.within(id, { kind, name }, ({ tx }) =>
      tx.select().from(addresses).where(eq(addresses.channel, 'email')).orderBy(addresses.id).limit(1),
    );
    const inbound = async (message: string) => {
      const data = { channel: 'email', identifier: known!.address, message };
      const url = `${product.url}/api/v1/replies`;
      const received = await page.request.post(url, { data, headers: { origin: product.url } });
      expect(received.ok()).toBe(true);
    };
    await inbound(`${HOSTILE} Please call me tomorrow at 3pm.`);
    await goTo('replies');
    const list = page.getByRole('list', { name: 'Conversations with customers' });
    await list.getByRole('link').waitFor();
    await page.keyboard.press('j');
    const thread = page.getByRole('article', { name: 'Conversation' });
    await thread.getByText('Please call me tomorrow').waitFor();
    await thread.getByText('callback', { exact: true }).waitFor();
    await isWellMade();
    await page.keyboard.press('n');
    await page.getByLabel('Your note').fill('Called, nobody there.');
    // What is meant for colleagues is never what customers get.
    await button('Answer').click();
    expect(await page.getByLabel('Your answer').inputValue()).toBe('');
    await button('Note for colleagues').click();
    await page.keyboard.press('Control+Enter');
    await thread.getByText('Note for colleagues ·').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('a');
    await page.getByLabel('Your answer').fill('We are on our way.');
    await button('Approve and send by E-mail').click();
    await said('Approved by you and on its way.');
    await thread
      .getByRole('listitem')
      .filter({ hasText: 'We are on our way.' })
      .getByText(/^(submitted|delivered|read)$/)
      .waitFor();
    await list.getByText('Nobody waits for an answer.').waitFor();
    // What comes in meanwhile shows by itself.
    await inbound('Thank you, renew all of it');
    await thread.getByText('renew all of it').waitFor();
    await button('What came of it?').click();
    await page.getByPlaceholder('Value, if known').fill('480');
    await page.keyboard.press('Enter');
    await thread.getByText(/^What came of it: renewed, .*480$/).waitFor();
    await thread.getByLabel('Add a tag').fill('music');
    await page.keyboard.press('Enter');
    await said('Tagged “music”.');
    await page.keyboard.press('Escape');
    await thread.getByRole('heading').first().click();
    await page.keyboard.press('m');
    await said(/^Given to/);
    await thread.getByLabel('Put it away').selectOption('week');
    await said(/^Put away until/);
    await button('Undo').click();
    await said('Undone.');
    await thread.getByRole('heading').first().click();
    await page.keyboard.press('e');
    await said('Closed.');
  });

  it('edits a customer in place and by a sentence, merges another into it and parts them', async () => {
    await goTo('customers');
    await page.getByLabel('Order').selectOption('newest');
    await page.getByLabel('Search customers').fill('Quince House');
    await page
      .getByRole('list', { name: 'Customers' })
      .getByRole('link', { name: /^Quince House/ })
      .click();
    await page.getByRole('heading', { name: 'What is known' }).waitFor();
    await isWellMade();
    await button('Edit City').click();
    await page.getByRole('textbox', { name: 'City' }).fill('Krabi');
    await page.keyboard.press('Enter');
    await said('Saved.');
    const ofCity = page.getByRole('definition').filter({ has: button('Edit City') });
    await ofCity.getByText('Set by hand: no import changes it.').waitFor();
    await button('Undo').click();
    await said('Taken back.');
    await ofCity.getByText('Set by hand: no import changes it.').waitFor({ state: 'detached' });
    await button('Edit the notes').click();
    await page.getByLabel('Notes on this customer').fill('Closed on Mondays');
    await button('Save').click();
    await said('Saved.');
    await page.getByLabel('What changed here, in a sentence').fill('Rudolf left, Jane Doe is the new GM');
    await page.keyboard.press('Enter');
    await button('Confirm').click();
    await page.getByText('has left', { exact: true }).waitFor();
    await button('Merge another into this one …').click();
    await page.getByLabel('The other customer').fill('Quince Spa');
    await button('Merge Quince Spa Phuket').click();
    await button('Part Quince Spa Phuket again').click();
    await said(/is a customer of its own again/);
    await isWellMade();
  });

  it('executed nothing of a hostile name, and broke nowhere', async () => {
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
    expect(errors).toEqual([]);
  });
});
