// Words of what people say beside their request: who else is in it, how they open, what it is for.
const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Words before the subject of a clause. */
export const LEADS = words(
  'and but so because cause cos coz cuz since as also well oh ok okay ps btw fyi sorry hey hi hm hmm um uh yes yeah now then plus anyway though',
);

/** Openers of a courtesy: "thx for yesterday", "good morning team". */
export const COURTESIES = words(
  'thx thanks thank ty cheers sorry hi hello hey morning afternoon evening greetings hiya dear apologies hope hoping gm congrats',
);

/** Who speaks, or is spoken of, without being a customer: "my boss wants …", "legal said yes". */
export const BYSTANDERS = words(
  'boss bosses client manager management director ceo cfo coo vp hq colleague colleagues team sales marketing finance legal accounting everybody someone somebody nobody deadline meeting deck slides report board weather time holiday holidays market competition competitor prices budget assistant intern he she it this that there',
);

/** Verbs that make a clause of its own. */
export const VERBS = words(
  'is are was were am be been has had have wants want wanted needs need needed says said say asks asked ask told tells tell thinks think thought hopes hope wrote writes called calls keeps kept gets got comes came looks looked seems goes went starts begins ends waits waiting matters will would can could must should may might do does did know knows feel feels promised promise agreed agree discussed spoke talked met meet mentioned hate love like work works just',
);

/** Whole clauses that only say how the request is meant. */
export const REMARKS: readonly RegExp[] = [
  /^(no rush|no hurry|no worries|no stress|(it ?is |this is )?(very |super |really |quite )?urgent(ly)?|asap|quick (one|question|thing|check|favou?r)|one (more|last|other) (thing|one|question)|(next|last) (one|question|thing)|first things first|(a )?(small|little) (request|favou?r|question|thing)|(the )?usual|as (usual|always|discussed|agreed|promised|before|mentioned)|like (last time|always|before)|just (checking|asking|curious|wondering)|for (me|now|us|reference)|when you can|(i |we )?(just |only )?(want|need|would like|wanted|like) to (look|see|check|know|have a look|take a look|be sure)( at (it|them))?|just (looking|a look|to see|to check|to know|so i know)|nothing (more|else)|that is (all|it)|if (you can|possible|you do not mind)|in one go|long story short|by the way|to be clear|you know)$/,
  /^(today|now|next|first|firstly|finally|question|questions|task|request|todo|to do|fyi|ok|help|look|listen|right|so|two things|two (brands|dates|requests)|for today|new (request|task|one))$/,
  /^[\w ]{2,40} aside$/,
];

/** What a clause answers to: a lead-in that names nobody who is meant. */
export const REFERENCES =
  /^(as an? (reply|answer|follow up)|in (reply|response|answer) to|following (up on )?(my|our|your|the|yesterday|last)|further to|per (my|our|your|the)|as per|as (discussed|agreed|mentioned) (in|with|at|on)|like we (said|discussed)|referring to|with reference to|after (my|our|the) (call|meeting|chat|talk)) /;

/** What a list is for: "for my report", "for the board meeting". */
export const PURPOSES = words(
  'report reports presentation meeting meetings review reviews call calls deck slides board planning forecast forecasts budget boss dashboard spreadsheet excel overview summary analysis records file files pitch check',
);
