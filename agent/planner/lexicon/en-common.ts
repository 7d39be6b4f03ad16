// Everyday words of four letters and more that are right as they stand: none of them is a misspelt name or verb.
export const COMMON: ReadonlySet<string> = new Set(
  `rest boss busy waiting call calls called meet meeting trip leave colleague friend friends family music song songs
  playlist speaker speakers player players sound volume light lights room rooms floor door window water food drink
  coffee lunch dinner breakfast night morning today week weeks year years hour hours minute minutes later soon never
  always often sometimes maybe perhaps about above below behind beside between beyond during while until unless though
  although because since where when what which whose whom there here again back front left right high long short wide
  deep hard soft fast slow early late cold warm cool dark bright clean dirty full half part piece thing things stuff
  place places side city town world land beach pool lake river hill view park street road corner station airport port
  train plane taxi boat ship drive ride walk swim climb fall jump turn move stand wait stay keep hold take give gave
  take took make made bring come came goes went gone seem feel felt think thought know knew known hope hoped want wish
  need must should could would might shall will does done doing being been were have having said says tell told talk
  talks talked speak spoke asked asks answer word words name names number numbers date dates time times money price
  cost bill bills paid free sale sold sell sells deal deals cheap rich poor large little big tiny huge great good
  better best worse worst nice fine okay sure true false real fake happy angry upset lost lose lover lovers fans star
  stars rated rating review reviews news paper book books page pages line lines card cards case cases file files form
  test plan plans idea ideas reason problem issue issues error fault broken fixed fixing repair works worked working
  office team teams staff crew people person man woman kids kid child children guest guests lady sister brother mother
  father owner lead leads head heads hand hands face eyes body heart mind life lives love loved live lived hate
  open opens opened close closed start starts stop stops begin began ends ended finish last first next second third
  both each many much more most less least some none same other others another such only just even ever also very too
  quite rather really almost nearly well away down over under into onto upon with without within from this that these
  those them they their your yours ours mine himself herself itself ourselves anyone someone everyone nobody nothing
  something anything everything somewhere anywhere then than thus hence like unlike near nearby close next past ago
  gold silver bronze plus premium basic lite light pure royal grand summer winter spring autumn season weather rain
  snow sunny market brand-new holiday weekend festival party event events promo offer offers gift gifts discount voucher
  price-list upgrade update updates version system systems server servers network wifi router routers cable screen
  screens tablet phone phones internet online offline password login user users admin manager director chef waiter
  reception lobby terrace garden rooftop kitchen spa sauna ballroom lounge bars pools elevator basement parking
  trail trails marathon race races runner runners bike bikes tent tents shoe shoes boot boots jacket shirt order orders
  item items goods store stock return returns among amongst except gone lite mini high-end story stories photo photos
  manages handle handles handled looks cares owner owners serve serves served given gives carry carries carrying rated
  stored noted entered listed marked labelled labeled flagged spring autumn monthly yearly weekly daily annual pending
  remaining former older younger newer active inactive local global foreign regional national central downtown suburb
  suburban coastal inland urban rural island islands village villages north south east west northern southern eastern
  western upper lower inner outer main side near nearest further farther closest same similar different various several
  few many lots couple pair dozen double triple single multiple mixed complete partial entire whole separate joint
  public private official personal special general common normal usual typical rare certain likely unlikely possible
  impossible available missing broken working wrong right correct incorrect true better best worse worst happy unhappy
  satisfied dissatisfied angry loyal difficult easy important urgent critical potential prospective existing current
  previous recent latest early earlier late later soon sooner yesterday today tomorrow tonight morning noon evening`.split(
    /\s+/,
  ),
);
