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
      'except|excl|leaving out|not including|except for|excepting|but not|excluding|other than|apart from|aside from|save for|besides|minus|with the exception of|ex|outside|outside of|barring|sans|except those|not counting|ignoring|but no|with the exception|excludes|leaving aside|setting aside|putting aside|disregarding|without counting|discounting|forgetting|skipping|omitting|minus the|not the ones in|everything but|everyone but|all but|anything but|anyone but|bar the|bar those|barring the|not in the|minus those|unless they are|unless it is|unless they belong to|never mind the|not belonging to|that do not belong to|which do not belong to|not part of|that are not part of|aside of|with the sole exception of|not for|keeping out|keep out|but leave out|but drop|but skip|but exclude|but excluding|but without|less the|not those in|not the ones on|but ignore|but omit|any but|all except|{any/of any/all/with any/with a/with another/of another/of a} {brand/chain/type/platform/system/city/country/tier} {other than/but/except/apart from/besides}|{of/with} {other/different} {brands/chains/types/platforms} than|{brands/chains/types/platforms} other than|a different {brand/platform/type} than|different from|{but/} {nobody/no one/none/no customers/nothing} {from/in/on/at}|{but/} {nobody/no one/noone/no customers} {who/that/which}|everyone except|everybody except|everything except|anyone except|none of the|instead not|on other platforms than|other platforms than|a platform other than|with a platform other than|any platform other than|something other than|anything other than|a system other than|another platform than|any platform but|any system but|on any brand but',
    /** Behind what is left out: "Hiltons excluded". */
    exceptAfter:
      'excluded|excepted|left out|not included|stay out|stays out|aside|are excluded|is excluded|exempt|exempted|are exempt|should be excluded|should be left out|should not be included|need not be included|can be left out|can be skipped|do not count|does not count|are left out|not needed|not wanted|must be left out|must be excluded|are not included|{can/may/should/must/will} wait|{gets/get} {its/their} own|not this time|another time|{come/comes} later|to be excluded|to be left out|not among them',
    without:
      'without|with no|with out|w o|w out|{without/w o/w out/with out} {any/all/every/any of/all of/all the/any of the/all of the}|with none of|with none of the|minus {any/all}|sans any|devoid of|free of',
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
