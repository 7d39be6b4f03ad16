// What is found by what a database knows, and what its repair says; provoked in `catalogue-kept.test.ts`.
const MEND_PAGE = /Correct the address, or mend the page and look again in a minute\./;
const WRITE_ANEW = /Have it written once more, or write it by hand\./;

export const KEPT = {
  unseen: { found: /^Whether \S+ is there is being looked at\./, repair: /Look again in a moment\./ },
  dead: { found: /^The page is not there: \S+ \(.+\)\./, repair: MEND_PAGE },
  refused: { found: /^The address is in no public network: \S+ \(.+\)\./, repair: MEND_PAGE },
  unreachable: { found: /^The page could not be reached: \S+ \(.+\)\./, repair: MEND_PAGE },
  lacking: {
    found: /^No approved template says this, and whatsapp begins a conversation with templates only\./,
    repair: /Hand the drafted template in, or choose another channel\./,
  },
  talking: {
    found:
      /^No approved template says this: it goes as free text, while the contact’s last message is not a day old\./,
    repair: /Send it before that day is over, or hand the drafted template in\./,
  },
  pictureLost: {
    found: /^The approved template that says this has no picture: it goes without\./,
    repair: /Draft the one with the picture, and hand it in\./,
  },
  wanted: {
    found: /^Its own text is still being written; the built-in one is shown\./,
    repair: /Look again in a moment\./,
  },
  notWritten: { found: /^It has no text of its own, the built-in one is used: .+15%.+/, repair: WRITE_ANEW },
  stale: {
    found: /^Its own text was written for other words or facts; the built-in one is used\./,
    repair: WRITE_ANEW,
  },
  notUsed: {
    found: /^The written text was not used, the built-in one is: .+15%.+/,
    repair: /Write it once more without that\./,
  },
  older: {
    found: /^Somebody wrote it for other words or facts\./,
    repair: /Read it once more, and save it if it still holds\./,
  },
} as const;
