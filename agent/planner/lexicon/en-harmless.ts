// Words outside the lexicon that name nobody, by where they stand.
const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** Behind "that", "which", "who": how customers are somewhere or have something. Never a verb of refusing or leaving. */
export const LINKING_VERBS = words(
  `sit sits sitting lie lies operate operates operating stream streams streaming play plays playing listen listens come
   comes fall falls falling count counts happen happens work works working exist exists remain remains go goes going
   occur occurs host hosts hosting feature features featuring offer offers contain contains hold holds carry carries
   rely relies depend depends sport sports include includes show shows showing read reads say says appear appears
   register registered registers turn turns reach reaches hit hits boast boasts employ employs deploy deploys
   currently presently happily still subscribe subscribes subscribed connect connected runs running call calls find
   found sits stands stand touch mark marked marking list listed classed classified categorised categorized flagged
   labelled labeled recorded noted filed counted considered signed belong belongs belonging hail hails cover covers rated ranked carrying carries bearing bear marked tagged assigned enrolled registered booked listed grouped known prefer prefers enjoy enjoys practise practises streaming served supplied supplied placed`,
);

/** Adverbs on "-ly" that say something of customers. Any other only colours the request. */
export const TELLING_ADVERBS = words(
  `recently newly formerly previously mainly mostly especially particularly exclusively early weekly monthly daily
   quarterly yearly annually family friendly partly partially rarely hardly barely nearly likely unlikely elderly only
   locally privately publicly independently solely fully highly poorly badly duly lately regularly frequently supply reply
   apply fly multiply italy wholly`,
);

/** Behind an exclusion: who is left. */
export const REMAINDERS = words(
  'left other others otherwise remaining rest remainder plain regular normal ordinary standard usual main classic else',
);
