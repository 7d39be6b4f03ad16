// German verbs in two parts, joined: "Halte die Hilton-Kampagne an", "Lade die Jetts zum Kaffee ein".

const END = String.raw`(?=[\s.!?]*$)`;
const PAUSED = new RegExp(
  String.raw`\b(?:halte?|halten sie|stelle?)\s+(?<what>(?:bitte\s+)?(?:die|den|diese)\s+.{2,80}?)\s+(?:an|ein)${END}`,
  'iu',
);
const KINDS: Readonly<Record<string, string>> = {
  kampagne: 'campaign',
  aktion: 'campaign',
  umfrage: 'survey',
  newsletter: 'newsletter',
};
const CAMPAIGN =
  /^(?:bitte\s+)?(?:die|den|diese)\s+(?<name>.+?)[-\s](?<kind>kampagne|aktion|umfrage|newsletter)$/iu;
/** "Wie viel sind die Hiltons wert?": a verb in two parts, too. */
const WORTH =
  /^\W*wie\s?viel\s+(?:sind|ist)\s+(?:die|der|das|unsere|alle)?\s*(?<who>[^,;]{3,80}?)\s+(?:uns\s+)?wert[\s?!.]*$/iu;
const INVITED = new RegExp(String.raw`\b(?:lade?|ladet|laden sie)\s+(?<whom>.{4,300}?)\s+ein${END}`, 'iu');
const INVITING = new RegExp(
  String.raw`\b(?<modal>(?:könntest|kannst|könnten|können|würdest|würden|möchte|will|bitte)(?:\s+(?:du|sie|ihr|wir|ich|mal|bitte))*)\s+(?<whom>.{4,300}?)\s+(?:ein(?:zu)?laden)${END}`,
  'iu',
);
/** When it takes place is said behind what it is. */
const DAY_FIRST = /\s+(am \d{1,2}\.\s*(?:\p{L}+|\d{1,2}\.))\s+(zu(?:m|r|\s+unsere[mrn])?\s+[^,;.!?]+)/iu;

const IN = 'dazu';
const OUT = 'entferne';
const WAYS: Readonly<Record<string, string>> = {
  ...{ dazu: IN, hinzu: IN, auf: IN, rein: IN, 'mit auf': IN, 'mit rein': IN, 'mit dazu': IN, herein: IN },
  ...{ raus: OUT, heraus: OUT, weg: OUT, aus: OUT, runter: OUT },
  ...{ drin: 'behalte', drinnen: 'behalte', dabei: 'behalte', stehen: 'behalte' },
};
/** "Nimm auch Frankfurt dazu", "Lass Phuket drin": the end of the verb says which way it goes. */
const TAKEN =
  /\b(?:nimm|nehmen sie|nehmt|lass|lassen sie|lasst|pack|packen sie|setz|setze|setzen sie)\s+(?:(?:bitte|auch|noch|doch|lieber|wieder|mal)\s+)*(?<who>[^,;.!?]{2,80}?)\s+(?:(?:bitte|auch|noch|doch|wieder)\s+)*(?<way>mit auf|mit rein|mit dazu|dazu|hinzu|auf|rein|herein|raus|heraus|weg|aus|runter|drin|drinnen|dabei|stehen)(?=[\s.!?]*$|\s*[,;.])/iu;

/** "England raus", "Frankreich doch wieder rein" */
const SHORT =
  /^\W*(?:(?:und|bitte|nein|doch|dann|ok)[\s,]+)*(?!(?:nimm|lass|hol|wirf|streich|setz|pack|füg)\p{L}*\b)(?<who>[^,;.!?]{2,60}?)\s+(?:(?:bitte|doch|auch|noch|wieder|mit|ganz)\s+)*(?<way>raus|weg|rein|dazu)(?:\s+bitte)?[\s.!]*$/iu;

/** "Nimm statt Thailand Vietnam" */
const INSTEAD =
  /^\W*(?:(?:bitte|und|nein|doch|dann)[\s,]+)*(?:nimm|nehmen wir|nehmt|nehmen sie|mach|mache)?\s*(?:lieber\s+)?(?:an)?statt\s+(?<unwanted>\p{L}[\p{L}-]*)[\s,]+(?:(?:nimm|lieber|doch|bitte)\s+)*(?<wanted>\p{L}[^,;.!?]{1,60}?)(?:\s+bitte)?[\s.!]*$/iu;

export const joinedInGerman = (said: string): string => {
  const paused = CAMPAIGN.exec(PAUSED.exec(said)?.groups?.what ?? '')?.groups;
  // A campaign is found by its name, which is said as in English.
  if (paused) return `pause the ${paused.name} ${KINDS[paused.kind!.toLowerCase()]}`;
  const worth = WORTH.exec(said)?.groups?.who;
  if (worth) return `how much are the ${worth} worth?`;
  const instead = INSTEAD.exec(said)?.groups;
  if (instead) return `${instead.wanted} statt ${instead.unwanted}`;
  const edited = TAKEN.exec(said)?.groups;
  const short = SHORT.exec(said)?.groups;
  if (short)
    return `${short.way === 'raus' || short.way === 'weg' ? 'entferne' : 'doch wieder mit'} ${short.who}`;
  if (edited) return said.replace(TAKEN, `${WAYS[edited.way!.toLowerCase()]} ${edited.who}`);
  if (INVITED.test(said)) return said.replace(INVITED, (_, whom: string) => `lade ${ordered(whom)}`);
  return said.replace(INVITING, (_, modal: string, whom: string) => `${modal} lade ${ordered(whom)}`);
};

const ordered = (whom: string): string =>
  whom
    .replace(DAY_FIRST, ' $2 $1')
    .replace(/\bzum\b/iu, 'zu unserem')
    .replace(/\bzur\b/iu, 'zu unserer');
