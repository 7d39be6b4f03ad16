import { enAmounts } from './en-amounts.ts';
import { enCues } from './en-cues.ts';
import { enCustomers } from './en-customers.ts';
import { enMessages } from './en-messages.ts';
import { enSkip } from './en-skip.ts';
import { enTime } from './en-time.ts';
import type { Lexicon } from './lexicon.ts';

export const en: Lexicon = {
  language: 'en',
  cues: enCues,
  operators: {
    and: 'and|&|and the|and all|and the ones|as well as|plus|along with|together with|n|w|incl|including|inclusive of|incl the|including the|and also|together with the|as well as the|alongside|on top of',
    or: 'or|either',
    not: 'not|non|no longer|are not|is not|that are not|which are not|never',
    neither: 'neither',
    nor: 'nor',
    but: 'but',
    except:
      'except|excl|leaving out|not including|except for|excepting|but not|excluding|other than|apart from|aside from|save for|besides|minus|with the exception of|ex|outside|outside of|barring|sans|except those|not counting|ignoring|but no|with the exception|excludes|leaving aside|setting aside|putting aside|disregarding|without counting|discounting|forgetting|skipping|omitting|minus the|not the ones in|everything but|everyone but|all but|anything but|anyone but|bar the|bar those|barring the|not in the|minus those',
    without: 'without|with no|with out|w o',
    only: 'only|just|solely|exclusively|nothing but',
    also: 'also|too|as well|in addition|additionally',
    instead: 'instead|rather|instead of that',
    insteadOf: 'instead of|rather than|in place of',
  },
  ...enMessages,
  ...enTime,
  ...enAmounts,
  ...enCustomers,
  skip: enSkip,
};
