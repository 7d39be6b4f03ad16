import type { WordList } from './lexicon.ts';

/** Words that carry nothing here. Never one that may narrow an audience. */
export const enSkip: WordList = {
  article:
    'a|an|the|some|of|our|your|their|his|her|its|my|us|we|i|me|you|he|she|they|there|here|the full|the entire|the whole|the complete',
  be: 'is|are|was|were|be|been|being|will|would|shall|should|could|can|may be|do|does|did|have|has|had|having|am|get|gets|getting|going|go|want|wants|need|needs|like|love|let',
  preposition:
    'in|at|on|to|for|from|with|by|of|into|within|across|around|throughout|about|as|per|that|which|who|whose|where|when|whom|inside|under|via|among|amongst|amid',
  politeness:
    'lgtm|both|oops|whoops|ah|argh|ugh|er|um|erm|my bad|my mistake|typo|wait|now the|please|pls|plz|kindly|hi|hello|hey|thanks|thank you|thx|ok|okay|now then|well|so|yes|yeah|yep|sure|great|good|nice|cool|perfect|actually|hmm|oh|sorry|could you|can you|would you|i would like to|i want to|i need to|we need to|we want to|quick|quickly|right|again|dear|do you know|happy|merry|prosperous|blessed',
  filler:
    'specifically|something|mailing|mailshot|outreach|batch|tone|channel|channels|style|schedule|timing|audience|recipients|receive|based|located|situated|today already|already|still|then|out|up|off|over|also|own|belonging|belong|run|branded|list|campaign|message|note|letter|template|notification|information|info|regarding|concerning|it|them|those|these|this|that|such|yet|whichever|use|used|using|existing|date|dates|total|overall|country|city|region|town|area|platform|system|service|there are|is there|are there|got|different|local|stuff|guys|folks|msg|ppl|thru|w|asap please|btw|fyi|ones|total number|lot|and so on|etc|ever|em|sit|sits|sitting|live|lives|living|stay|stays|staying|operate|operates|operating|lie|lies|lying|anytime|currently|really|simply|basically|literally|just now|presently|actual|i e|e g|eg|ie|please do|if possible|when you can|one more time|anyway|end to end|plus|both|altogether|in total|in all|together|as well|respectively|sized|kindly|there|people there|right away|em all|them all|both of them|pcs|nos|per|via|all types|all kinds|all sorts|any type|any kind|of any kind|of any type|types|kinds|sorts|stuff from us|ready|finished|among them|in question|concerned|that we have|we have|out there|so far|up and running|as of now|as of today|right now|at the moment|at present|these days|nowadays|brand|brands|chain|chains|whatever the brand|whatever the type|no matter the brand|whatever|combined|regardless|overview|taken together|put together|in one list|in one go|one list|a piece|apiece|card|cards|the full|the entire|the complete|the whole|entire|thank you note|thank you message|the lot|coming soon|to come|coming in|each',
};
