import type { Lexicon } from './lexicon.ts';

/** What is said of customers: what happens to their contracts, what they did, what they are called. */
export const enCustomers = {
  dateWords: {
    'contract_end:future':
      '{do/will/would/could/might/may/shall/did} we {lose/be losing}|we {lose/would lose/will lose/might lose/could lose/may lose}|expiring|expire|expiry|expiration|expiration date|expiry date|ending|end|end date|contract end|renewal|renewal date|renewing|renew|due|due for renewal|up for renewal|coming up for renewal|lapsing|lapse|running out|run out|runs out|finish|finishing|up|coming up|falls out of contract|fall out of contract|falling out of contract|out of contract|come off contract|comes off contract|coming off contract|roll off|rolls off|rolling off|come to an end|comes to an end|coming to an end|going out of contract|goes out of contract|up for|ends|is up|are up|drop off|drops off|terminate|terminates|terminating|be over|stop running|stops running|is done|are done|is over|are over|wraps up|wrap up|comes due|come due|falling due|fall due|falls due|matures|concludes|conclude|concluding|term ends|term is up|licence expires|license expires|licence ends|roll over|rolls over|about to expire|about to end|about to finish|about to lapse|about to run out|about to stop|about to be over|close to ending|close to expiring|set to expire|scheduled to expire|due to expire|going to expire|reaching the end of their contract|reach the end of their contract|reaching contract end|reach contract end|leave contract|leaving contract|contract stops|contracts stop|run dry|runs dry|running dry|contracts run until|contracts running until|contracts running to|contract runs until|contract runs to|contracts through|contracts until|contract until|with us until|run until|runs until|contract date|expire sometime|wind down|winds down|winding down|peter out|closes out|close out|renewable|that need renewal|who need renewal|which need renewal|need renewing|needs renewing|need to renew|needs to renew|have to renew|has to renew|must renew|should renew|renewal due|renewals due|renewal falls|renewals fall|reach their end date|hit their end date|hits their end date|expiries|at the end of their contract|exp|expires|expir',
    'contract_end:past':
      'expired|lapsed|{after/since/having} {lapsing/expiring/lapsed/expired}|we lost|we have lost|left us|have left us|has left us|churned|have churned|ended|ran out|finished|overdue|run out already|lapse already|fell out of contract|ran off|came to an end|dropped off|rolled off|was up|were up|terminated|not renewed',
    'contract_start:past':
      'started|signed|signed up|joined|onboarded|began|customers since|customer since|with us since|joined us|came on board|went live|contract start|start date|contract started|started with us|signed with us|came to us|became customers|became a customer|new since|signed up with us|signed on|came aboard|were onboarded|was onboarded|onboarded with us|opened with us|been with us since|became clients',
    'contract_start:future': 'starting|start|go live|going live|beginning',
  },
  states: {
    active:
      'under contract|in contract|on contract|active contract|running contract|live contract|valid contract|current contract|contract is active|contract is running|contract is still running|contract is live|contract is valid|contracts are active|contracts are running|contracts are still running|still under contract|contract still runs|contract in force|contract is in force|contracts in force|active agreement|active subscription|running agreement|valid agreement|{contract/contracts} still running|{contract/contracts} still active|still running',
    'active:not':
      'not under contract|no longer under contract|not under contract any more|not under contract anymore|not in contract|without an active contract|without active contract|without a running contract|without a valid contract|with no active contract|no active contract|no running contract|no valid contract|without a current contract|contract is not active|contract is no longer active',
    lapsed:
      'haven t renewed|{not yet/have not/has not/still not/yet not} {renew/extend/prolong}|not renew yet|not renewed yet|{/still} {have/has} not {/yet/yet been} {signed/extended/resigned/signed again/prolonged/renewed yet}|{still/} {have/has} yet to {sign/extend/prolong}|have not renewed|has not renewed|did not renew|do not renew|not yet renewed|have not yet renewed|never renewed|failed to renew|fail to renew|yet to renew|have yet to renew|still have to renew|let it lapse|{no/and no/but no/without a/without any/without} {renewal/extension/new contract} {since/yet/since then/so far}|let their contract lapse|let the contract lapse|past their end date|past the end date|past end date|past contract end|past their contract end|past their expiry|past expiry|past their expiry date|overdue for renewal|overdue renewal|overdue on renewal|contract is over|contracts are over|contracts are already over|contract is already over|contract has run out|contracts have run out|contract is finished|contracts are finished|long expired|behind on renewal|without renewing|not have renewed',
    none: 'never had a contract|never signed a contract',
    endless:
      'open ended|open ended contract|contract is open ended|evergreen|evergreen contract|indefinite contract|contract without end|unlimited contract',
  },
  known: {
    with: 'with|{with/have/has/having/got/we have/we have got/we hold} {both/both a/both an}|we have|we have got|we hold|having|who have|that have|which have|has|have|with known|with a known',
    without:
      'without|with no|{but/and} {no/without/with no/missing/lacking}|have no|has no|having no|have not got|have not got {a/an/any}|has not got {a/an/any}|{no/not} {have/has/having}|have not|has not got|missing|lacking|no|do not have|does not have|without known|with unknown|unknown|without any|no known|we do not know|we do not know the|do not know|do not know the|we do not have|we have no|we lack|lack|lacks|there is no|blank|not having|nobody knows|we are missing|sans|w o|minus an|an empty|empty|with an empty|without a known|have not given us|has not given us|never gave us|did not give us|with a blank',
  },
  events: {
    ordered:
      'ordered|order|bought|buy|purchased|purchase|placed an order|placed order|order from us|spent|spend with us|place an order|placed',
    'replied:not':
      'non responder|non repliers|non respondent|{owe/owes/owing/owed} us {an answer/a reply/a response/answers/replies/an rsvp}|{still to/yet to} {answer/reply/respond/get back to us/come back to us}',
    was_active: 'was active|were active|been active|active|logged in|activity|been seen',
    'was_contacted:not':
      'received nothing|got nothing|heard nothing|received no message|got no message|received no mail|got no mail|got no email|received no email|had no contact|no contact|without contact|without any contact|nothing from us|not a word from us',
    'was_active:not': 'inactive|been inactive|quiet|gone quiet|been quiet|gone silent|been silent|silent',
    was_contacted:
      'contacted|reminded|been reminded|notified|been notified|contact|heard from us|hear from us|heard of us|written to|wrote to|write to|reached out to|messaged|emailed|mailed|spoken to|talked to|been contacted|received anything|got anything from us|received anything from us|received a message|received an email|got an email|received mail|reach out to|been in touch with|in touch with|be in touch with|touched base with|made contact with|had contact with|approached|pinged|got a message|heard anything from us|hear anything from us|got any message|received any message|received a mail from us|sent anything to|sent anything|get anything from us|got a mail',
    got_message: 'received|got the message|got the email|got our message|got our email',
    opened_message:
      'opened|open|read our message|read our email|read the email|read the message|read|opened one of our emails|opened one of our messages|opened something|open one of our emails|opened any|looked at our message|looked at our email|looked at our mail|viewed',
    clicked_link: 'clicked|click|clicked on|clicked through|tapped',
    replied:
      'replied|reply|answered|answer|responded|respond|got back to us|get back to us|heard back from|heard back|come back to us|came back to us|heard from|hear from|hear back from|written back|wrote back|been in touch|reacted|react|response|reply from|got back|get back|come back to us|came back to us|gave an answer|given an answer|sent an answer',
    said_yes:
      '{said/say/says/answered/replied/responded} yes|accepted|{gave/given} {us/} {a yes/their ok/the green light}|were {interested/positive}|was interested|{said/say} they {want/wanted/would like/are happy} to renew',
    said_no:
      '{said/say/says/answered/replied/responded} no|declined|refused|rejected|turned us down|turned {it/the offer} down|{said/say} they {do not want to renew/are not interested}|were not interested',
    asked_question:
      'asked {a/us a/some/any} {question/questions}|asked questions|asked us something|had {a question/questions}',
    asked_for_call:
      '{asked for/wanted/requested/asked us for} {a call/a callback/a call back/a phone call}|wanted to be called|asked {us/} to {be called/call/call them/call back}',
    sent_complaint: 'complained|made a complaint|were unhappy|was unhappy|complain',
  },
  reach: {
    'reachable:yes':
      'reachable|can be reached|can reach|contactable|we can reach|able to reach|reach|get hold of|get through to|a way to reach|within reach|get to',
    'reachable:no':
      'unreachable|not reachable|can not be reached|can not reach|not be reached|not contactable|we can not reach|can not we reach|not reach|no way to reach|out of reach|not get hold of|can not get hold of',
    'email:no':
      '{no/without/without a/have no/has no/missing/lacking} contact {email/e mail/email address/mail address}|{no/but no/and no/without an/with no/have no/has no/lacking an/missing an} {email/e mail/email address/e mail address/mail address} {on file/on record/on the file/in the file/}|can not be emailed|not be emailed|can not be mailed|can not email|can not be sent an email|no way to email',
    'whatsapp:no': 'can not be whatsapped|can not whatsapp|no way to whatsapp',
    'phone:no':
      '{no/but no/and no/without a/with no/have no/has no/lacking a/missing a} {phone number/mobile number/cell number/phone/mobile/telephone number}',
    opted_out:
      'said stop|do not want to hear from us|do not want to hear from us any more|asked not to be contacted|asked us not to contact them|asked us not to write|with an opt out|on the opt out list|on our opt out list|on the suppression list|on our suppression list|do not want messages|do not want our messages|do not want to be contacted|do not want to receive|on the do not contact list|suppressed|opt out|opt outs|do not wish to be contacted|does not want to hear from us|told us to stop|asked us to stop|stopped us|revoked consent|withdrew consent|withdrew their consent|opted out|have opted out|has opted out|unsubscribed|have unsubscribed|who unsubscribed|who opted out|opted out of marketing|opted out of our marketing|opted out of everything|opted out of emails|opted out of our emails|opted out of messages|have unsubscribed from us|do not want marketing|said no to marketing',
    consent:
      'marketing consent|consent|consented|opted in|opt in|gave consent|given consent|agreed to marketing|gave us consent',
  },
  typeWords: {
    Gym: 'fitness|fitness club|fitness centre|fitness center|health club|fitness studio|fitness place|workout place|gymnasium',
    Hotel: 'resort|hotel and resort',
    Mall: 'shopping mall|shopping centre|shopping center|department store',
    Retail:
      'shop|store|outlet|retailer|boutique|retail store|retail shop|{clothes/clothing/fashion/apparel} {shop/store/boutique/outlet}',
    Restaurant: 'eatery|diner|bistro|dining|resto|steakhouse|canteen',
    Café: 'coffee shop|coffeehouse|cafe|cafeteria',
    Bar: 'pub|rooftop bar',
    Club: 'night club|nightclub',
    Office: 'office building|coworking space',
    Spa: 'wellness centre|wellness center',
    'Serviced Residence':
      'serviced apartment|residence|aparthotel|apartment hotel|serviced residence|serviced apartments|residences|long stay|extended stay|apartment',
    'Beach Club': 'beachclub',
  },
  naming: {
    name: 'called|named|name contains|name containing|name includes|name including|name has|name is|names contain|name with|whose name contains|whose names contain|with the name|by the name of',
    owner:
      'owned by|managed by|looked after by|handled by|assigned to|belonging to|account manager is|account manager|owner is|owner|whose account manager is',
  },
  nouns: {
    customer:
      'customer|client|account|site|property|location|venue|company|business|contract|subscription|subscriber|place|establishment|one|people|contact|guest|partner|member|user|hotelier|team|agreement|portfolio|estate|outlet|branch|folk|crowd|fan|lover|clientele|customer base|client base|patron|deal|book|book of business|territory|patch|hotel base|base|operator|operation|chain account|shopper|buyer|consumer|spender|purchaser|clients|accountholder|household|reader',
    everybody:
      'anything|anyone|anybody|all|every|everyone|everybody|everything|each|any|entire|whole|all of|every single|all our|all my|all the|everywhere',
  },
} satisfies Partial<Lexicon>;
