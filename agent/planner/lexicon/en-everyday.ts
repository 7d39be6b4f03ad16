/** More everyday words, and those that are a letter away from a word of the lexicon: right as they stand. */
export const EVERYDAY: ReadonlySet<string> = new Set(
  `
  able absence accent accept accessed according accurate achieve across action activate actively actual additional
  advance advantage advert advice affair afford agency agree airline alias alive almost alone amazing american
  amount angle anniversary annoyed apartment apology appeal appear apply appoint appreciate approach approve
  approver argue arrange arrive article artist aspect assist assume attach attempt attend attract audience audio
  author automated avoid await award aware awful background backup badge baked bakery balance ballpark band bank
  bargain basement basket bath battery beauty become becomes becoming bedroom beer behave belief bench benefit beta
  beyond birth birthday black blame blank blind block blow blue board boarding boat bonus booked booking booth
  border bother bottle bottom boutique brand brave bread breakdown breaking bright bring broad brochure brought
  brown brunch budget buffet build built bunch bundle bundling burger busy butcher butter button caches cake
  calculate caller calm camera campus cancel candle capable capital carpet casino casual catalogue cater catering
  cause ceiling celebrate central century ceremony certain chair challenge champagne chance change changed channel
  charge charges charity charm chart chase chat cheap check cheese chicken chief choice choose chore chores church
  cinema circle claim claiming clams class classic classical clean clear client climate clinic clock clone clothes
  coach coast cocktail code coding coffee collect collected collection collections collector colour combine comfort
  comment commit common compare compete competition compiler complain complex compliant concept concern concert
  condition conducted conference confident confirm conform conforms confuse congress connect connecting consider
  consistent constant constants construct constructs consult consume consumed consumes contain contained content
  contest context continue continuing contrast control controlled convention conventions conversion conversions
  converted converting convince cookies copy correct correctly cost costa couch council counter country county
  courage cousin cover coverage crash crazy create credit crew crime crisis critical crowd cruise culture cupboard
  curious currency current curry curtain custom cycle damage dance dancer danger dark data dear debate debt decade
  decide declare declared decor decrease defining degree delay delicious deliver demand demo deny depend deposit
  depth describe design desk dessert detail detected develop developed device dialogue diamond diet differ
  difference differences dining direction directions directly director directories dirty disco discover discuss dish
  disk display distance district divide doctor document dollar domestic doubt download downside dozen dramatic draw
  dream dress drink drop dropping drum dutch dynamic eager earn ease easier economy edge edit editor educate effect
  effort either elect elegant element elevator else embassy emerge emotion emphasis empire employ employee empty
  enable encoding encourage energy engage engine engineer enjoy enormous ensure enter enters entertain entrance
  equal equipment error escape especially essential establish estimate evaluate event evidence exact exam example
  exceeded excessive excessively exchange excited executed executing execution exercise exhibit exist exit exiting
  exits expand expanded expansion expansions expect expected expects experience expert explain explore exported
  expose exposing express extend extending extent extra extreme facility factor factory fail failing fair faith
  familiar famous fancy fantastic farm fashion fault favor favour favourite feature feedback feeling female fence
  festival fiction field fight figure filed fill film filter final finance find finger finish fire firm fish fitness
  flag flat flavour flexible flight float flood flour flow flower flying focus folder folding follow followed foot
  football force forecast forest forever forgot form format formats formatting formula fortune forum forward found
  foundation fourth framework franchise free freedom freeze freezer frequent fresh fridge fried front fruit fuel
  fund funny furnished furniture future gallery gamble game garage garden gate gather gender general generate
  generation generator generators generous genre gentle gesture ghost giant glad glass goal golden golf goods govern
  graceful grade gradual grand grant grateful great greatest greek green grill grocery ground group grow growth
  guarantee guard guess guide guitar habit half hall handed handle handler handlers happen harbour hardly harmful
  head health healthy heating height helpful hesitate hidden highlight highway history hobby homepage honest honour
  hoping horizon horror hospital host hosted hostel hotline household housing huge human humour hungry hurry hurt
  ideal identify identity illegal image imagine immediate impact imply import importing impress improve include
  inclusion income incoming increase indeed indicate indoor industry infinite influence inform initial initiate
  inquire inside insist inspect inspire install instance instead institute instruct instrument insurance intend
  intense intent intentional interest internal internet interval interview introduce invented invest invite
  invocation invoice involve issue jazz join joke journal journey judge juice junior justice karaoke keen keyboard
  kitchen knife knock known label labour lack lakewood lamp landlord landmark language laptop large laser latter
  laugh launch laundry layer layers leader leading lease leather lecture legacy legal leisure length lesson letter
  level leverage library licence lift lighting limit link liquid list listen literally liters loan lobby local
  locale locales locate locating lock locked logger logic logo lounge lovely lower loyal luck lucky luggage luxury
  lyrics machine magazine magic main maintain major majority maker male manage manner manual margin marina mark
  marry mass massage master match matches material matter maximum mayor meal mean meaning measure meat media median
  medical medicine melody member memory mention menu merge merit mess metal method middle midnight mild military
  mind mini minor mirror miss mission mistake mixture mobile mode model models modern modest moment monitor mood
  moon moral motel motion motor mountain mouth movement movie museum musical musician mute mystery nation native natural
  nature navy negation negative neighbour nervous network neutral newcomer nobody noise noisy normal notation notice
  novel nowhere nuclear object observe obtain obvious occasion occupy occur ocean offence office official often
  olive onion onions opera operate opinion oppose option orange orchestra ordinary organ organic origin ought ounces
  outcome outdoor outline output outside oven overcome overdue overlook overridden overview overwrite owed oxygen
  pace package page pain paint palace panel panic pants paper parade parent parking parse parses partner party pass
  passage passenger passion passive past pasta path paths patient pattern pause payment peace peak peer penalty
  people pepper perceive perfect perform performant perfume period permit person persuade pesos phase phone photo
  phrase piano picnic picture piece pillow pilot pink pinned pint pints pitch pizza plain planet planner plant
  plants plastic plate platform played player playing pleasure plenty plug pocket poem poet poison policy politics
  poll poor popular population portion portrait position positions positive possess post poster potato pound powder
  power practice praise pray precious prefer premium prepare presence present preserve preserved preserves preset
  press pressure pretty prevent prevents pride prime print priority prison privacy prize problem process produce
  product profession profile profit programme progress project promise promote prompt proof proper properly propose
  proposed protect proud prove provide provider providers provides province public pull pump punish purchase pure
  purple purpose purse pursue puzzle qualify quality quantity quarrel queen queue quick quiet quit quote radio rail
  rain raise random range rapid rare rate rather ratio reach react readable reader realise reality reason rebate
  recall receipt recent recipe recommend record recover recruit reduce refer referred reflect reflected reform
  refresh refund refuse regard register regret regular reject relate related relation relax release relevant
  reliable relief religion reluctant rely remain remark remember remind reminded remote remove renaming render
  rendered rendering rent repair repeat repeated replace reply report represent request require requires rescue
  research reserve reserved resident resist resolve resort resource respect respected respective respond responsive
  rest restore restrict rests result retail retain retained retire retrying return reused reveal revenue review
  revise reward rewritten rhythm rich ride right ring rise risk river road robot rock role roll romantic roof
  rooftop rotation rough round route router routine royal rubber rubles rude rugby ruin rule rumour rush safe safety
  salad salary sale salt sample sand satisfy sauce sausage save saving savings scale scan scared scene schedule
  scheme scholar science scope score scream screen script search season seat secret section sector secure seek
  select selector selectors self sender senior sense sentence separate sequence sequences series serious serve
  server service session settle severe shade shadow shake shape share shares sharing sharp sheet shelf shell shift
  shine shipped shipping shirt shock shoot shopping shore shot shots shout shower shown shrink shut sick side sided
  sight sign signal silence silent silly silver similar simple simplifies simplify simulated singer single sink
  sister situation situations skill skin sleep slice slide slight slip slope slow small smart smile smoke smooth
  snack soap social soft software soil solar soldier sole solid solution solve somebody somehow song sorry sort soul
  sound soup source southwest space span spare sparks speaker special specific specified specifier speech speed
  spell spelling spend spice spirit split splits splitting spoil sport spot spread spring square stable stack
  stadium staff stage stair stake stale stamp stand standard stands stare staring state statement station statistic
  statue status steady steak steaks steal steam steel steep step stick sting stock stole stomach stone store storing
  storm story stove straight strange stranger strategy stream street strength stress stretch strict strike string
  strip stripped stroke strong structure struggle student studio study style subject submit suburb succeed success
  such sudden suffer sugar suggest suit suite suites sunshine super superset supper supply support suppose suppress
  surface surprise surround survive suspect sweet swim switch symbol system table tackle tactic tail talent tank
  tape target task taste taxi teach team tear technique teenager television temple tempo tenant tend tennis tension
  tent term terminal terrace terrible territory terror text thank theatre theme theory thick thief thing think
  thirsty thorough thought thread threat throw thrown tick ticket tidy timer timers tiny tire tires title toast
  tobacco toilet tone tongue tool topic total touch tour tourist towel tower trace track tracking trade tradition
  traffic train transfer transform translate transport travel treasure treat treating tree trees trend trial tribe
  trick trimming trip trouble truck true trust truth tube tune tunnel turn tutor twin twist type typical ugly
  umbrella unable uncle under understand uniform union unique unit unite universe university unless until unusual
  update upgrade upper upset urban urge urgent usage useful usual vacation valid valley value vanish variety various
  vary vast vegan vegetable vegetarian vehicle vendor venture version victim video view village violin virginia
  virtual visible vision visit visitor vital vivid vocal voice volume volunteer vote voyage wage waist waiter wake
  walk walked wall wander wanting warm warn wash washing waste watch water wave weak wealth weapon wear weather
  webinar website wedding weekend weight welcome wheel whereas while whisper white whole whose wide wider width wife
  wild willing wind window wine wing winner wire wise wish witness wonder wooden wool word worker workshop world
  worry worse worth wound wrap wrist write writing wrong yacht yard yellow yoga young youth zero
  `
    .trim()
    .split(/\s+/),
);
