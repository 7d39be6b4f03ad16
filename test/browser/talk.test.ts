// Where people talk: the conversation, and the panels in pages of other sites.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../machine.ts';
import { barriers } from './open-browser.ts';
import { openSignedIn, type SignedIn } from './open-signed-in.ts';
import { seeChat } from './see-chat.ts';
import { seeEstimates } from './see-estimates.ts';
import { seeTabs } from './see-tabs.ts';
import { seePanel, seeVisitors } from './see-widget.ts';

const has = findChromium() !== null;

describe.skipIf(!has)(`the conversation and the panels${has ? '' : ' (no Chromium on this machine)'}`, () => {
  let opened: SignedIn;
  let { browser, product, page, errors } = {} as SignedIn;
  beforeAll(async () => {
    opened = await openSignedIn();
    ({ browser, product, page, errors } = opened);
  });
  afterAll(() => opened?.close());

  it('says a sentence in other words, finds and shares what was said, and takes a file', async () => {
    await seeChat(page);
  });

  it('stands in a page of another site as a panel that decides nothing, and in no page that is not named', async () => {
    await seePanel({ page, product, browser });
  });

  it('is where customers of a web site write to the desk, offline too, and read what it answers', async () => {
    await seeVisitors({ page, product, browser });
  });

  it('says in one tab what was changed, asked and approved in another, also after it was offline', async () => {
    await seeTabs({ page, product });
  });

  it('estimates at once and counts exactly when nobody builds any more', async () => {
    await page.goto(`${product.url}/#/segments/new`);
    await seeEstimates(page);
    expect(await barriers(page)).toEqual([]);
  });

  it('broke nowhere', () => {
    expect(errors).toEqual([]);
  });
});
