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

/** Those of them whose wish gives a reason: "as finance asked for it". */
export const SPOKESMEN = words(
  'boss management finance legal accounting marketing sales hq somebody someone everybody everyone nobody he she head headquarters compliance procurement',
);

/** How a clause begins that only says how, why or for what the request is meant. */
export const FRAMES =
  /^((and |but |so |ok |okay |well )?(as (i|we|you|he|she|my|our|per|usual|always|said|discussed|mentioned|agreed|promised|planned|requested|before|in (previous|earlier|past|other|former))|before i|(just |only |but )?to (start|begin|double|be|sum|recap|clarify|confirm|summarise|kick|round|make)|just (so|to)|in (preparation|view|light|advance|case|short|brief|the meantime|addition)|(well )?(ahead|in front|in advance) of (the|my|our|tomorrow|next|today|monday|tuesday|wednesday|thursday|friday)|out of (curiosity|interest|interests)|for (the (record|avoidance)|(my|our|your) (own )?(reference|record|information|info|eye|interest|peace|note|todo))|(next|first|last|second|third) (up|thing|of all|item|step|task|order|one|request|point)|you know (what|the|how)|not sure|(so )?sorry (to|for|about|that)|(the )?(same|like|just like|similar|much like) (as |to )?(usual|always|before|last|every|each|the one|previous|we)|nothing (fancy|special|big|major|too|much|complicated)|nice and|((with|use|using|in|on) )?((the|our|my|a) )?(usual|standard|default|normal|regular|same|old|yearly|annual|quarterly|monthly|traditional) (template|text|wording|style|format|layout|one|way|stuff|thing|procedure|drill|process)|(it ?is|this is|that is|that ?will be|it ?will be) (that|about|just|only|not|very|quite|really|rather|a bit|important|overdue|high|all|time|fine|ok)|be (a star|a dear|an angel|so kind|a darling|good)|(here|there) (is|goes|you|we)|(another|one|two|three|a) (small |quick |last |new |more |other |different |little |further )*(thing|request|question|task|favour|favor|one|job|ask|item)|do not worry|no (need|idea|clue) (to worry|why|if|what)|rumou?r has it|word (is|has it)|fingers crossed|hope|hopefully|believe it or not|guess what|turns out|it turns out|apparently))( |$)/;

/** Verbs that make a clause of its own. */
export const VERBS = words(
  'is are was were am be been has had have wants want wanted needs need needed says said say asks asked ask told tells tell thinks think thought hopes hope wrote writes called calls keeps kept gets got comes came looks looked seems goes went starts begins ends waits waiting matters will would can could must should may might do does did know knows feel feels promised promise agreed agree discussed spoke talked met meet mentioned hate love like work works just',
);

/** Whole clauses that only say how the request is meant. */
export const REMARKS: readonly RegExp[] = [
  /^(so )?(all |what )(that )?(i|we) (need|want|would like|am asking|ask)( here| now| today| for)? is (really |fairly |quite |pretty |rather |very |actually )?(simple|easy|small|short|quick|straightforward|basic)$/,
  /^(no rush|no hurry|no worries|no stress|(it ?is |this is )?(very |super |really |quite )?urgent(ly)?|asap|quick (one|question|thing|check|favou?r)|one (more|last|other) (thing|one|question)|(next|last) (one|question|thing)|first things first|(a )?(small|little) (request|favou?r|question|thing)|(the )?usual|as (usual|always|discussed|agreed|promised|before|mentioned)|like (last time|always|before)|just (checking|asking|curious|wondering)|for (me|now|us|reference)|when you can|(i |we )?(just |only )?(want|need|would like|wanted|like) to (look|see|check|know|have a look|take a look|be sure)( at (it|them))?|just (looking|a look|to see|to check|to know|so i know)|nothing (more|else)|that is (all|it)|if (you can|possible|you do not mind)|in one go|long story short|by the way|to be clear|you know)$/,
  /^(today|now|next|first|firstly|finally|question|questions|task|request|todo|to do|fyi|ok|help|look|listen|right|so|two things|two (brands|dates|requests)|for today|new (request|task|one))$/,
  /^(that |this |it |all )?(looks|sounds|seems|is) (good|fine|great|ok|okay|perfect|right|all right|alright|nice|lovely)( now| to me| already)?$/,
  /^[\w ]{2,40} aside$/,
  /^(?!.*\b(?:who|which|that|those|only|except)\b)[\w ]{2,30} (?:is|are|was|were) (?:just |such |really |always |still )*(?:an? )?(?:total |complete |real |absolute |big |bit of an? )*(?:nightmare|pain|mess|hassle|headache|disaster|joke|drama|shame|pity|challenge|bottleneck|long story)$/,
];

/** What readers or we dislike: a reason, whoever is named in it. */
export const DISLIKES =
  /^(?!.*\b(?:who|which|that|those|only|except)\b)[\w ]{2,30} (?:hate|hates|dislike|dislikes|dread|dreads|love|loves|do not like|does not like|complain about|complained about|get annoyed by|are annoyed by) (?:being|getting|it|to be)\b/;

/** What a clause answers to: a lead-in that names nobody who is meant. */
export const REFERENCES =
  /^(as an? (reply|answer|follow up)|in (reply|response|answer) to|following (up on )?(my|our|your|the|yesterday|last)|further to|per (my|our|your|the)|as per|as (discussed|agreed|mentioned) (in|with|at|on)|like we (said|discussed)|referring to|with reference to|after (my|our|the) (call|meeting|chat|talk)) /;

/** What a list is for: "for my report", "for the board meeting". */
export const PURPOSES = words(
  'report reports presentation meeting meetings review reviews call calls deck slides board planning forecast forecasts budget boss dashboard spreadsheet excel overview summary analysis records file files pitch check presentation presentations slide interview workshop audit audits newsletter visit visits trip travel tour purposes purpose reasons sake statistics stats handover appraisal standup weekly dinner lunch conference fair speech keynote training exercise crm',
);

/** Verbs of a statement about ourselves or our things. */
export const FINITE = words(
  'is are was were will would has have can may might must shall need needs get gets should moves moved goes go starts starting changes change changed launched launches launch ends end stops stop closes close opens open comes come arrives rises rise drops falls becomes become works work runs run switches adds add brings supports offers expires went gone becomes requires require restart restarts',
);

/** What one says of a talk or a wish is no news for customers. */
export const TALK =
  /^(all |both |already |just |really |also |still )?(talk|talked|spoke|speak|discuss|discussed|promised|promise|agreed|agree|said|say|asked|ask|need|want|wanted|hope|think|thought|met|call|called|plan|planned|should|must|could|can|would|like|love|know|wait|waited|owe|forgot|did|do|done|have to|had|were|was|been|have (not|been|to|done|talked|spoken|agreed|promised|met|had)|might|may|prefer|decided|believe|expect|only|never|sent|send|write|wrote|got|get|look|looked|visit|visited|see|saw|will (not )?(send|visit|see|talk|meet|review|discuss|need|have|be)|are (going to (send|visit|meet)|in a|waiting|running|not|late|behind|short|preparing|planning|thinking|looking|reviewing|doing|working|writing|trying|hoping|talking|getting|putting|collecting|compiling|checking|sitting|going|meeting|making|having|sending|missing|asking|being|wondering|considering|discussing)|are(?! (?:also |now |soon |finally |temporarily |just )*[a-z]+ing\b))\b/;
