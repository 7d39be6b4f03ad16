import { enRefusals } from './en-refusals.ts';
import type { WordList } from './lexicon.ts';

/** What the person wants, by the words that say it.  */
export const enCues: WordList = {
  send: 'send|send out|fire off|shoot|dispatch|deliver|launch|blast|reach out to|reach out|write to|get in touch with|ping|push out|email out|mail out|text|resend|schedule|fire out|push through|pop over|get out|roll out|put out|bang out|send over|send off|circulate|distribute|have sent|sent to|sent out to|drop a|drop an|issue|get off to|get over to|should go out to|should go to|goes out to|goes to|go to|is to go to|issue a|issue an|fling out|forward|relay',
  tell: 'message them|email them|text them|tell them|contact them|whatsapp them|write them|let them know|drop them a line|give them a heads up|message all|message every|message our|message my|contact all|contact every|contact our|tell|inform|notify|let know|know|announce|remind|invite|wish|greet|congratulate|ask for feedback|survey|poll|thank|warn|alert|chase|announcing|advise|email everyone|drop a line to|give a heads up to|heads up to|say thanks to|let all|let our|let every|telling|telling them|informing|informing them|letting them know|asking them|asking|reminding|reminding them|inviting them|inviting|explaining|thanking|thanking them|wishing|wishing them|warning them|advising|notifying|ask|ask them|ask all|ask everyone|ask everybody',
  draft:
    'draft|prepare|create|make|compose|write|set up|setup|build|plan|start|put together|come up with|work on|do not send|without sending|get ready|new campaign|campaign for|prep|prep me|whip up|whip me up|draw up|draw me up|write up|knock up|knock together|pull together|throw together|cook up|line up|lay out|get going on|get started on|i need a draft|a draft|work up|produce|craft|make ready|mock up|sketch|sketch out|start on|kick off a draft|have a go at|draft up|draft out|draft me|do up|do me|do a|set me up with|set something up|can i get a|can i have a|i need a|we need a|time for a|drafted|prepared|generate|generated|organise|organize|arrange|get a draft|get the draft|get ready a|begin|do not send anything just|planning|design|drafting|preparing|get one ready|have a draft|a draft of|in preparation',
  draftOnly:
    'draft it first|draft first|draft that|draft this|draft only|only a draft|only draft|just a draft|just draft|as a draft|do not send|do not send it|do not send yet|do not send it yet|do not send them|do not send anything|do not send anything yet|not send|not sending|without sending|no sending|hold off sending|before anything goes out|before it goes out|before they go out|before we send|before we send it|before i send|before sending|before you send|let me see it first|let me see first|let me check first|let me check it first|show me first|show it to me first|to look at first|look at it first|have a look first|i want to see it first|want to see it first|want to check it|for me to check|for me to review|for my review|for review|to review|do not launch|nothing goes out|nothing should go out|keep it as a draft|leave it as a draft|save as draft|save it as a draft|in draft|draft ok|draft now|draft please|first draft|not out yet|do not send out|no send|not yet send|do not fire|not to send yet|not to be sent|to be sent later|sent later|draft for now|draft something|draft one|can you draft|could you draft|draft it|draft them|draft these|prep only|prepare only|only prepare|just prepare|i will send it|i will send it myself|i will send|will send later|approve later myself|no send yet|hold it|hold on sending|not go out yet|should not go out yet|must not go out yet|do not let it go out|do not fire it|do not dispatch|do not push|do not deliver|stay a draft|stays a draft|put it in drafts|in drafts|into drafts|draft mode|keep as draft|leave as draft|see it before|check it before|look at it before|read it before|look before|before you send anything|preview first|to preview first|so i can check|so i can review|so i can look|so i can see|so we can review|for approval later|send later|to send later',
  show: 'show|show me|see|view|display|let me see|let us see|give me|list|look up|find|search for|search|pull up|get me|bring up|check|look at|tell me|i want to see|open|pull|pull me|get me a list|let me have|list out|run me through|run a list|show us|give us|print|spit out|enumerate|need to see|want to see|fetch|fetch me|dig up|dig out|i need to know|need to know|i need the list|i need a list|want to know|list them|list em|can i see|could i see|may i see|can you list|can you tell me|could you tell me|let me know who|i need every|i want to know|i would like to know|we need to know|we want to know|would like to know|i would like to see|i need to see|we need to see|like to see|like to know|can you check|could you check|can you see|do you see|any idea|remind me|pull together a list|put together a list|make a list|make me a list|create a list|build a list|a list of|draw up a list|compile a list|give me a list|write up a list|prepare a list|get a list|compile|pull up a list|pull a list|list me|list all|list every|list the|list of|rundown|a rundown|looking for|i am looking for|we are looking for|i am after|searching for|on the lookout for|trying to find|pull the|pull all|pull every|filter|let me know which|let me know how many|i want a list|want a list|we need a list|need a list|i want the list|can i get the list|can i get a list|what about the list|walk me through|give me all|give me every|give me the|give me those|i would like a list|can we see|could we see|let us look at|have a look at|take a look at|who all',
  count:
    'how many|count|number of|how much customers|what number of|the count of|total number of|how many of|what is the count|count em|count them|count of|just the number|just a number|the number please|what is the number|what is our count|how big is|what is the size of|give me a count|give me the number|quick count|headcount|tally|total|totals|let me know how many|tell me how many|what is our|how large is|how large a|how many in total|how many altogether|what is the total|what is the total number of|how much of',
  which:
    'which|who|what|whose|where|which one|which ones|what are|who are|who is|which of them|which of those|who has|who have|do we have|are there any|are there|any|whats left|what is left|who else',
  preview:
    'preview|previews|what will it say|what does it say|how does it look|how will it look|what will they read|show the message|show me the message|show the messages|show me the messages|show me the text|show the text|show me the email|read it to me|read it|sample|samples|let me read it|show me what it says|what it looks like',
  audience:
    'show the audience|show me the audience|audience|recipients|who gets it|who would get it|who will get it|who is in|who is in it|who is on it|which ones|which customers|who would receive it|who will receive it|who receives it|show them|show me them|show me who|list them|who are they|show me the list|show the list|how many|how many are there|how many is that|how many is it|how many now|who exactly|who is that|to whom|how many would get it|how many will get it|how many people|how many recipients',
  test: 'test|test send|send a test|test it|try it|try it out|trial|test message|a test|dry run|test run',
  sendIt:
    'send it|send it out|send that|send this|send them|send it now|go ahead|ship it|launch it|fire away|let it go|request approval|ask for approval|submit for approval|submit it|submit|get it approved|get approval|send now|do it|looks good send|send to approval|send|good to go|send the campaign|launch the campaign|launch|send away',
  approve:
    'approve|approve it|i approve|approved|approval granted|approval has been granted|approval is granted|approval was granted|approval has been given|approval is given|approval was given|approval is there|approval is in|has been approved|is approved|was approved|already approved|pre approved|confirm approval|accept approval|yes approve|sign it off|sign off',
  reject: 'reject|reject it|decline approval|disapprove',
  undo: 'undo|undo that|undo it|take that back|take it back|revert|revert that|go back|back|roll back|never mind|nevermind|undo the last change|scratch that|put it back|restore',
  stop: 'stop|stop it|stop sending|cancel|cancel it|abort|halt|kill it|call it off|stop the campaign|cancel the campaign|do not send it|stop the send|terminate|stop everything',
  pause:
    'pause|pause it|hold|hold it|hold on|suspend|pause the campaign|wait|put it on hold|pause sending|freeze',
  resume: 'resume|resume it|continue|carry on|unpause|go on|continue sending|restart|resume sending',
  report:
    'how is it going|how is it doing|how did it go|how did it do|progress|status|report|results|result|statistics|stats|performance|delivered|how many delivered|how many were delivered|how many have been delivered|how many read it|how many opened|did it go out|has it been sent|was it sent|what happened|how is the campaign going|how is the campaign doing|how far|how far are we|how many failed|how many went out',
  replies:
    'replies|reply|responses|response|answers|who replied|who answered|who responded|who has replied|who has answered|what did they say|what did they answer|any replies|any answers|any news|show replies|show me the replies|inbox|anything urgent|what came back|hear back|heard back|did anyone reply|did anyone answer|show the replies|show me replies|feedback so far|new replies|anybody answer|anyone answered',
  accept:
    'who said yes|said yes|accepted|who accepted|who agreed|who confirmed|who wants to renew|positive replies|yes replies|the yes ones|who is in favour|who renewed|agreed',
  decline:
    'who said no|said no|declined|who declined|who refused|refused|negative replies|rejected us|not interested|who is not interested',
  later: 'who said later|said later|asked for more time|later replies',
  question:
    'who asked|who has questions|asked questions|questions|who has a question|who asked a question|open questions|asked a question',
  complaint: 'who complained|complaints|complaint|complained|unhappy|who is unhappy|angry',
  callback:
    'who wants a call|callback|call back|call backs|wants a call|who asked for a call|who wants to be called',
  optOut: 'opted out|who opted out|unsubscribed|who unsubscribed|opt outs|opt out|said stop|who said stop',
  urgent: 'urgent replies|urgent|anything urgent',
  classify:
    'classify|triage|how would you read|how do you read|what does this reply mean|classify this reply|classify this|classify reply|triage this|what do you make of|read this reply',
  campaigns:
    'campaigns|list campaigns|list the campaigns|show campaigns|show me campaigns|show me my campaigns|show my campaigns|my campaigns|which campaigns|what campaigns|our campaigns|all campaigns|past campaigns|show all campaigns|campaign list|what is running|what is scheduled|what did we send|show me all campaigns|running campaigns|scheduled campaigns|open campaigns|drafts|my drafts',
  explain: 'why|explain|is it because|why is|why was|why are|how come|what is the reason|for what reason',
  drop: 'take the|drop|scrap|scratch|pull|pull out|strike|strike out|ditch|dump|lift|take away|remove|exclude|leave out|skip|take out|take off|kick out|cut|delete from the list|omit|not the|lose|get rid of|minus|forget|ignore|without the|throw out|keep out|do not include|do not send to|do not send it to|not to|strike|deselect|excluding|should not get it|should not get|should not receive|should not receive it|must not get it|must not get|does not need it|do not need it|should be excluded|should be left out',
  add: 'add|include|and also|also add|also include|plus|put|put in|add in|add back|put back|bring back|include also|expand to|as well as|and the|what about|how about|and what about|and how about|add to it|also send it to|also send to|and also to',
  narrow:
    'only|just|only the|just the|narrow it down to|narrow down to|narrow to|limit to|limit it to|restrict to|restrict it to|keep only|keep just|only keep|keep|filter to|reduce to|reduce it to|only those|only the ones|only to|just to|focus on|nothing but|only send it to|only send to',
  change:
    'change|change it to|change to|make it|make that|switch to|switch it to|set it to|set|use|no|no i meant|i meant|i mean|no i mean|actually|rather|correct that to|correction|instead|postpone|delay|push|push it|push it to|push it back|push it back to|push back|push back to|push to|shift|shift it|shift it to|bring it forward|should be|it should be|should rather be|better|reschedule|move|bring forward|move it to|move to|not that|sorry i meant|let us do|turn it into|update|modify|try',
  swap: 'swap|replace|exchange',
  extend: 'extend|extend it to|extend to|extend it|widen|widen to|expand|prolong|stretch',
  fresh: 'new campaign|start over|start again|another campaign|from scratch|a new one|fresh start',
  yes: 'yes|yes please|yep|yeah|sure|ok|okay|ok go|please do',
  no: 'no|nope|no thanks|not yet',
  rename:
    'rename it to|rename it|rename to|call it|name it|rename the campaign to|call the campaign|title it',
  subject:
    'subject|subject line|change the subject to|set the subject to|the subject should be|use the subject|make the subject|change the subject line to|with the subject|with subject',
  body: 'text is|body|message text|the text should be|the message should be|change the text to|set the text to|the message should say|it should say|use this text|use the text|wording|change the message to|with the text|saying|make it say|say',
  mention:
    'mention|add a line|add a sentence|include a line|point out|shorten it|shorten|make it shorter|shorter|longer|make it longer|rewrite it|rewrite|rephrase',
  help: 'help|help me|what can you do|how does this work|how do i use this|what can i say|what can i ask|instructions|examples|commands|what do you do|how do you work|who are you|what are you',
  greeting: 'hi|hello|hey|good morning|good afternoon|good evening|hi there|hello there|yo|sawasdee',
  thanks:
    'thanks|thank you|thank you very much|thx|great thanks|cheers|perfect|well done|great|nice|good job|awesome|good|ok thanks|okay|ok|cool|excellent|wonderful|bye|goodbye|see you|lovely|thanks a lot|thank you so much|many thanks|much appreciated|appreciate it',
  ...enRefusals,
  rank: 'sorted|sort|sort by|sorted by|order by|ordered by|ranked|rank|top|first ten|highest|lowest|most valuable|best customers|by value|average|sum of|total value',
  same: 'now the same|now the same for|same|the same|same thing|the same thing|the same again|the same one|same again|likewise|same message|the same message|same campaign|the same campaign',
  compare: 'compare|compare it|comparison|compared to|compared with|versus|vs|better than the last',
  keep: 'save|save it|save this|save that|save them|save as|store',
  whenIsIt:
    'when does it go|when does it go out|when will it go out|when is it going out|when do they get it|what time will they get it|what time does it go out|when is it sent|when will it be sent|when do we send it|when is it scheduled|when are we sending it',
  cost: 'how much will it cost|how much does it cost|what does it cost|what will it cost|cost of this|how much is it|how expensive is it',
  translate:
    'translate|translate it|translate it to|translate it into|translate this|translate the message|translate to|in their language|in their own language',
  soon: 'soon|shortly|in the near future|before long',
};
