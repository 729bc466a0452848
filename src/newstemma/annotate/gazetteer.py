"""Small word lists of English news: given names, titles, roles, countries, cities, heads of organisations.

Written from general knowledge; a list only tips the scale where the text itself leaves a name undecided.
"""

from __future__ import annotations

__all__ = [
    "ADJECTIVAL",
    "ADJECTIVES",
    "AGENCIES",
    "ALIASES",
    "CALENDAR",
    "CALENDAR_NAMES",
    "CITIES",
    "COLLECTIVES",
    "COMPANY_SUFFIXES",
    "COUNTRY_OF",
    "DEMONYMS",
    "FEMALE_NAMES",
    "FEMALE_WORDS",
    "FORMS_OF_ADDRESS",
    "HONORIFICS",
    "KNOWN_ORGANIZATIONS",
    "MALE_NAMES",
    "MALE_WORDS",
    "NAME_SUFFIXES",
    "NEWS_MEDIA",
    "OPENERS",
    "ORGANIZATION_HEADS",
    "ORGANIZATION_NOUNS",
    "PARTICLES",
    "PARTISANS",
    "PLACES",
    "PLACE_HEADS",
    "PLACE_LEADS",
    "PLATFORMS",
    "PLURAL_OPENERS",
    "REGIONS",
    "ROLES",
    "SPEECH_VERBS",
    "SPOKESPERSONS",
    "TITLES",
    "TITLE_MODIFIERS",
]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _phrases(text: str) -> frozenset[str]:
    return frozenset(" ".join(part.split()) for part in text.split(","))


MALE_NAMES = _words(
    """aaron abdul abraham adam adrian ahmad ahmed akira alan albert alejandro alex alexander alexei alfred ali allan
    allen alvin amir anders andre andrea andreas andrei andrés andrew andy angelo anthony antoine anton antonio
    antónio arnold arthur asif austin barack barry ben benedict benjamin bernard bernie bill billy bob bobby
    boris brad bradley brandon brendan brent brett brian bruce bruno bryan byron caleb calvin carl carlos chad
    charles charlie chester chris christian christopher chuck clarence claude clayton clifford clint colin conor
    corey craig curtis dale damian dan daniel danny darren daryl dave david dean dennis derek desmond devin
    diego dieter dmitry dominic don donald doug douglas drew duane dustin dwight dylan earl ed eddie edgar
    eduardo edward edwin elias elijah elliott emil emmanuel enrique eric erik ernest ethan eugene evan fabio
    felipe felix fernando francis francisco frank franklin fred frederick gabriel gareth garrett gary gavin gene
    geoff geoffrey george gerald gerard gilbert giorgio giovanni giuseppe glen glenn gordon graham grant greg
    gregory guillermo gustavo guy hamid hans harold harry harvey hasan hassan hector henri henry herbert herman
    hiroshi howard hugh hugo hussein ian ibrahim igor isaac ismail ivan jack jackson jacob jacques jake jalen
    jamal james jamie jared jason javier jay jeff jeffrey jeremy jerome jerry jesse jesus jim jimmy joachim joe
    joel johan john johnny jon jonas jonathan jordan jorge jose josé joseph josh joshua juan julian julio justin
    kareem karl keith kenneth ken kenji kevin khalid kirk klaus kurt kyle lars larry lawrence lee leo leon
    leonard lewis liam lindsey lloyd logan louis lucas luis luiz luke mahmoud malcolm manuel marc marcel marco
    marcus mario mark marshall martin marvin mateo matt matteo matthew maurice max melvin michael michel miguel
    mike mikhail mitch mitchell mohamed mohammad mohammed moses muhammad mustafa nathan nathaniel neil nelson
    nicholas nick nicolas nigel noah noel norman oleg oliver olivier omar orlando oscar oswald otto owen pablo
    patrick paul pavel pedro perry pete peter phil philip phillip pierre rafael rahul raj ralph ramon randall
    randy rashid raul ray raymond recep reginald rex ricardo richard rick ricky rob robert roberto rodney
    rodrigo roger roland roman ron ronald ross roy rudolf rudy rupert russell ryan salman sam samuel santiago
    scott sean sebastian sergei sergey sergio seth shane shaun shawn shinzo sidney simon spencer stanley stefan
    stephane stephen steve steven stewart stuart sven tariq ted terence terry theodore thomas tim timothy toby
    todd tom tommy tony travis trevor tyler umar victor vincent vladimir volodymyr wade wallace walter warren
    wayne wendell wesley wilfred will william winston wolfgang xavier xi yasser yoshihide yuri yusuf zachary
    art august bud carter chase chip clay cliff clive cole cooper forrest gerd gunnar hank heath hunter ingmar jan jens
    jonah kai lance mason miles nils olaf ove parker pat per pip rich rod rory rusty rune sandy sven tor ward woody"""
)
FEMALE_NAMES = _words(
    """abigail adriana agnes aisha alexandra alexandria alice alicia alison allison alyssa amanda amber amelia amina
    amy ana anastasia andrea angela angelina anita anna anne annette annie april ariana ashley audrey barbara
    beatrice becky bella bernadette beth betsy betty beverly bianca bonnie brenda brianna bridget brittany
    camila candace carla carly carmen carol carolina caroline carrie catherine cecilia celeste charlotte chelsea
    cheryl chloe christina christine claire clara claudia colleen condoleezza connie corinne courtney cristina
    crystal cynthia daisy dana danielle dawn deborah debbie debra denise diana diane dolores donna doris dorothy
    edith eileen elaine eleanor elena elisabeth elise elizabeth ella ellen emily emma erica erin esther eva
    evelyn faith fatima fiona florence frances gabriela gail gemma genevieve georgia gertrude gina giorgia
    gladys gloria grace greta hannah hazel heather heidi helen helena hilary hillary holly imelda ines ingrid
    irene iris isabel isabella ivanka jackie jacqueline jane janet janice jasmine jean jeanette jeanne jenna
    jennifer jenny jessica jill joan joanna joanne jocelyn jodie josephine joy joyce juanita judith judy julia
    juliana julie june kaitlan kamala karen karine karoline kate katherine kathleen kathryn kathy katie kay
    kayla kelly kellyanne kim kimberly kristen kristi kristin kristina lara laura lauren leah leila lena leslie
    leticia lillian lily linda lisa liz liza lois loretta lori lorraine louise lucia lucy lydia lynn mabel
    madeleine madison maggie malala malia margaret maria mariam marie marilyn marina marine marion marjorie
    marlene martha mary maryam matilda maureen maxine megan meghan melania melanie melissa mercedes meredith mia
    michelle mildred miranda molly monica muriel nadia nancy naomi natalia natalie natasha nicola nicole nikki
    nina nora norma olga olivia pam pamela patricia patty paula pauline penelope penny phyllis priscilla priti
    priya rachel raquel rebecca renee rhonda rita roberta robin rosa rosalind rose rosemary roxanne ruth sabrina
    sally samantha sandra sara sarah sasha selena shannon sharon sheila shelly sheryl shirley silvia simone
    sofia sonia sophia sophie stacey stella stephanie sue susan susanna suzanne sylvia tamara tanya tara teresa
    tessa theresa tiffany tina tracy tricia ursula valerie vanessa vera veronica victoria violet virginia vivian
    wanda wendy whitney winifred yolanda yvette yvonne zoe ada astrid birgit constance eve felicity freya ginger hedda
    hope honor ida ingeborg inga ivy jade jonna liv mabel may merit mercy mette nell opal olive patience pearl pip poppy
    prudence ruby sigrid signe sky solveig thea tove ulla una"""
)
MALE_WORDS = _words(
    """mr sir lord king prince duke baron father son brother husband grandfather uncle nephew chairman spokesman
    congressman businessman fisherman fireman policeman councilman assemblyman alderman cameraman gentleman boy
    man imam monsignor pope widower salesman stepfather alhaji señor sheikh sultan emperor grandson"""
)
FEMALE_WORDS = _words(
    """mrs ms miss madam lady dame queen princess duchess baroness mother daughter sister wife grandmother aunt niece
    chairwoman spokeswoman congresswoman businesswoman policewoman councilwoman assemblywoman girl woman actress
    widow nun hajiya señora heiress stepmother granddaughter empress waitress"""
)

# Stripped from names; say something about the person but belong to no name.
HONORIFICS = _words(
    """mr mrs ms miss mx dr prof sir madam dame lord lady baron baroness sheikh sheik alhaji alhaja hajiya mallam malam
    imam rabbi fr rev reverend monsignor pope saint señor señora don doña monsieur madame herr frau hon
    honourable honorable shri smt datuk tan tun chief king queen prince princess duke duchess emperor sultan
    emir ayatollah archbishop bishop cardinal father brother sister mother"""
)
# A capital word of these before a name is an office; "Secretary of State Jane Roe", "Sgt. Roe".
TITLES = _words(
    """president premier chancellor minister secretary ambassador senator sen representative rep congressman
    congresswoman governor gov mayor councilman councilwoman councillor councilor alderman commissioner sheriff
    judge justice magistrate prosecutor attorney solicitor general gen colonel col major maj captain capt
    lieutenant lt sergeant sgt corporal cpl admiral adm commander cmdr commodore marshal officer detective
    inspector superintendent constable chief director chairman chairwoman chair chairperson ceo cfo cto coo
    spokesman spokeswoman spokesperson professor prof doctor coach manager editor correspondent reporter analyst
    economist lawyer counsel speaker leader whip mp mep delegate envoy undersecretary treasurer comptroller
    deputy administrator executive founder cofounder co-founder principal dean provost rector bishop archbishop
    cardinal pastor secretary-general director-general attorney-general vice-president governor-general
    presidenta pm fm taoiseach mullah ayatollah candidate nominee activist author actor actress singer historian
    scientist researcher expert developer engineer nurse student firefighter lawmaker legislator assemblyman
    assemblywoman superintendent dr surgeon agent ranger pilot"""
)
# Words that stand before or inside an office: "acting deputy foreign minister".
TITLE_MODIFIERS = _words(
    """vice deputy assistant associate senior chief acting interim former ex ex-president late then outgoing incoming
    prime foreign interior finance defense defence health justice home labor labour trade energy education
    agriculture transport transportation commerce treasury information culture environment justice first second
    lead general press communications attorney managing executive lieutenant state federal county district city
    police fire house senate presidential vice-presidential supreme court high appeals majority minority
    parliamentary opposition government campaign company national local regional military security intelligence
    homeland democratic republican conservative liberal digital consumer political business science sports club
    party union staff brigadier major rear us u.s uk un eu longtime veteran top special"""
)
# People by what they do: "the law professor", "a company spokesman".
ROLES = TITLES | _words(
    """spokespeople attorney advocate adviser advisor aide ally official boss head owner resident neighbor neighbour
    witness victim survivor suspect defendant plaintiff farmer teacher worker driver pastor priest veteran
    soldier fighter militant insider billionaire businessman businesswoman entrepreneur investor banker trader
    consultant pollster strategist columnist journalist blogger presenter host anchor commentator critic scholar
    academic fellow psychologist biologist physicist chemist geologist climatologist epidemiologist virologist
    ecologist engineer architect designer physician doctor surgeon nurse paramedic midwife therapist athlete
    player striker goalkeeper captain midfielder quarterback swimmer runner cyclist champion father mother son
    daughter brother sister wife husband widow parent uncle aunt grandmother grandfather cousin friend colleague
    teenager boy girl man woman politician statesman diplomat negotiator mediator monarch king queen prince
    princess pope politician member organizer organiser campaigner volunteer leader whistleblower contractor
    developer hacker landlord tenant artist musician novelist poet playwright filmmaker comedian singer dancer
    actor chef baker fisherman fisher skipper sailor hunter ranger keeper warden guard inmate prisoner mogul
    tycoon magnate curator librarian archivist"""
)
SPOKESPERSONS = _words("spokesman spokeswoman spokesperson spokespeople spokesmen spokeswomen")

ORGANIZATION_HEADS = _words(
    """academy administration agency airlines airways alliance army assembly associates association authority bank
    board brigade bureau cabinet campaign caucus center centre chamber church clinic club coalition college
    command commission committee company conference confederation congress consortium consulate convention
    cooperative corporation corps council court department directorate division embassy exchange federation
    fellowship firm force forces forum foundation front fund government group guard guild hospital house
    industries institute institution international journal laboratories laboratory league legislature library
    magazine media militia ministry mission movement museum navy network news newspaper observatory office opera
    orchestra organisation organization parliament partners partnership party police post presidency press
    program programme project reserve school secretariat senate service services society studios symphony
    syndicate systems technologies task times trust tribune tribunal union unit university watch works workers
    brothers motors pharmaceuticals holdings ventures capital solutions herald gazette chronicle observer
    telegraph guardian review today tv radio broadcasting communications energy enforcement oil gas airlines
    railways railway transit cathedral mosque synagogue temple studios records bros games insurance financial
    zoo theater theatre securities investments analytics labs lab force commissioner's advisory campaign"""
)
COMPANY_SUFFIXES = _words(
    "inc incorporated corp corporation co company ltd limited llc llp plc ag sa nv gmbh spa pty lp"
)
NAME_SUFFIXES = _words("jr sr ii iii iv")
PARTICLES = _words(
    "de del della der den des di do dos da das du el la le les van von zu zum af av ben bin ibn al y e abu ul ter"
)
PARTISANS = _words("republican democrat democratic labour conservative tory independent socialist libertarian liberal")
# Adjectives with a capital that name no one: of faiths, continents, eras.
ADJECTIVES = _words(
    """Islamic Islamist Christian Muslim Jewish Catholic Protestant Buddhist Hindu Sikh Arab Arabic Kurdish African
    Asian Latino Hispanic Western Eastern Northern Southern Soviet Nazi Communist Marxist Victorian Hispanic
    Caucasian Nordic Jihadist Salafist Shiite Shia Sunni Orthodox Evangelical Mormon Latin Central Internet"""
)
PLACE_HEADS = _words(
    """avenue bay beach borough boulevard bridge canal canyon cape castle channel city coast county creek desert
    district drive falls field forest fort gulf harbor harbour heights hill hills island islands isle lake lane
    mountain mountains ocean park peninsula plaza port prairie province region reservoir ridge river road sea
    square strait street territory town township valley village airport station"""
)
# Words that begin names of places: "Port Lyle", "Lake Osk".
PLACE_LEADS = _words("port lake mount mt fort ft cape san santa saint st isle gulf bay el los las")
# Nouns for the nominals that an organisation is called by after its name.
ORGANIZATION_NOUNS = _words(
    """company firm corporation group organization organisation agency bank network newspaper paper magazine station
    broadcaster campaign party union association charity nonprofit council committee commission department
    ministry court university college school hospital club team league bureau board startup start-up retailer
    carrier airline automaker carmaker manufacturer insurer lender brokerage publisher conglomerate institute
    institution think-tank watchdog regulator movement militia army military police coalition alliance
    foundation museum church government administration parliament legislature senate utility operator developer
    site website platform outlet zoo clinic theater theatre"""
)
# Bodies that carry the name of their country, city or leader: "the Freedonian government", "the Roe administration".
COLLECTIVES = _words(
    """government authorities officials military army navy police presidency parliament administration campaign cabinet
    embassy militants rebels troops forces prosecutors lawmakers intelligence executives team lawyers regulators
    delegation"""
)
KNOWN_ORGANIZATIONS = _phrases(
    """Congress, Senate, House, House of Representatives, White House, Pentagon, Kremlin, Capitol, Capitol Hill,
    Treasury, State Department, Justice Department, Supreme Court, Federal Reserve, Fed, United Nations, UN,
    U.N., European Union, EU, NATO, Nato, World Bank, World Health Organization, Red Cross, Red Crescent,
    Amnesty International, Human Rights Watch, Greenpeace, Twitter, Facebook, Google, YouTube, Instagram,
    TikTok, WhatsApp, Telegram, Reddit, Microsoft, Apple, Amazon, Tesla, Reuters, Bloomberg, Associated Press,
    AP, AFP, Agence France-Presse, BBC, CNN, NBC, CBS, ABC, Fox News, MSNBC, CNBC, NPR, PBS, Guardian, Politico,
    Axios, Al Jazeera, New York Times, Washington Post, Wall Street Journal, USA Today, Los Angeles Times, FBI,
    CIA, ICE, IRS, NASA, EPA, FDA, CDC, Interpol, Hamas, Hezbollah, Taliban, ISIS, Islamic State, Labour, GOP,
    Downing Street, Whitehall, Scotland Yard, Vatican, Wall Street, Democrats, Republicans, Tories,
    Conservatives, Boeing, Airbus, Walmart, Ford, Toyota, Samsung, Sony, Netflix, Disney, Uber, Goldman Sachs,
    JPMorgan Chase, HSBC, Barclays"""
)

# Whom a story cites far more often than it tells of them.
NEWS_MEDIA = _phrases(
    """Reuters, Bloomberg, Associated Press, AP, AFP, Agence France-Presse, BBC, CNN, NBC, CBS, ABC, ABC News, NBC News,
    CBS News, Fox News, MSNBC, CNBC, NPR, PBS, Guardian, Politico, Axios, Al Jazeera, New York Times, Washington Post,
    Wall Street Journal, USA Today, Los Angeles Times, Sky News, ITV"""
)

AGENCIES = _phrases("Reuters, AP, AFP, EPA, PA, UPI, ANI, Getty, Getty Images, Associated Press, Alamy, Shutterstock")
PLATFORMS = _phrases(
    """Twitter, X, Facebook, Instagram, YouTube, TikTok, Telegram, Truth Social, Reddit, Snapchat, WhatsApp, LinkedIn,
    Tumblr, Periscope, Weibo, Bluesky, Threads"""
)

# Demonym or other adjective of a state, and the state; the first of a state is its usual adjective.
_STATES = """Afghan Afghanistan|Albanian Albania|Algerian Algeria|American United States|Angolan Angola|
Argentine Argentina|Argentinian Argentina|Armenian Armenia|Australian Australia|Austrian Austria|Azerbaijani Azerbaijan|
Bahraini Bahrain|Bangladeshi Bangladesh|Belarusian Belarus|Belgian Belgium|Beninese Benin|Bolivian Bolivia|
Bosnian Bosnia|Brazilian Brazil|British Britain|Bulgarian Bulgaria|Burmese Myanmar|Cambodian Cambodia|
Cameroonian Cameroon|Canadian Canada|Chadian Chad|Chilean Chile|Chinese China|Colombian Colombia|
Congolese Congo|Costa-Rican Costa Rica|Croatian Croatia|Cuban Cuba|Cypriot Cyprus|Czech Czech Republic|
Danish Denmark|Dominican Dominican Republic|Dutch Netherlands|Ecuadorian Ecuador|Egyptian Egypt|English England|
Salvadoran El Salvador|Salvadorean El Salvador|Eritrean Eritrea|Estonian Estonia|Ethiopian Ethiopia|
European Europe|Filipino Philippines|Philippine Philippines|Finnish Finland|French France|Gambian Gambia|
Georgian Georgia|German Germany|Ghanaian Ghana|Greek Greece|Guatemalan Guatemala|Guinean Guinea|Haitian Haiti|
Honduran Honduras|Hungarian Hungary|Icelandic Iceland|Indian India|Indonesian Indonesia|Iranian Iran|Iraqi Iraq|
Irish Ireland|Israeli Israel|Italian Italy|Ivorian Ivory Coast|Jamaican Jamaica|Japanese Japan|Jordanian Jordan|
Kazakh Kazakhstan|Kenyan Kenya|Korean Korea|South-Korean South Korea|North-Korean North Korea|Kosovar Kosovo|
Kuwaiti Kuwait|Kyrgyz Kyrgyzstan|Laotian Laos|Latvian Latvia|Lebanese Lebanon|Liberian Liberia|Libyan Libya|
Lithuanian Lithuania|Macedonian Macedonia|Malawian Malawi|Malaysian Malaysia|Malian Mali|Maltese Malta|
Mexican Mexico|Moldovan Moldova|Mongolian Mongolia|Moroccan Morocco|Mozambican Mozambique|Namibian Namibia|
Nepalese Nepal|Nepali Nepal|Nicaraguan Nicaragua|Nigerian Nigeria|Nigerien Niger|Norwegian Norway|Omani Oman|
Pakistani Pakistan|Palestinian Palestine|Panamanian Panama|Paraguayan Paraguay|Peruvian Peru|Polish Poland|
Portuguese Portugal|Qatari Qatar|Romanian Romania|Russian Russia|Rwandan Rwanda|Saudi Saudi Arabia|
Scottish Scotland|Senegalese Senegal|Serbian Serbia|Singaporean Singapore|Slovak Slovakia|Slovenian Slovenia|
Somali Somalia|South-African South Africa|Spanish Spain|Sri-Lankan Sri Lanka|Sudanese Sudan|Swedish Sweden|
Swiss Switzerland|Syrian Syria|Taiwanese Taiwan|Tajik Tajikistan|Tanzanian Tanzania|Thai Thailand|Togolese Togo|
Tunisian Tunisia|Turkish Turkey|Ugandan Uganda|Ukrainian Ukraine|Emirati United Arab Emirates|Uruguayan Uruguay|
Uzbek Uzbekistan|Venezuelan Venezuela|Vietnamese Vietnam|Welsh Wales|Yemeni Yemen|Zambian Zambia|
Zimbabwean Zimbabwe"""
COUNTRY_OF = {
    adjective.replace("-", " "): state
    for adjective, state in (line.strip().split(" ", 1) for line in _STATES.replace("\n", "").split("|"))
}
DEMONYMS = frozenset(COUNTRY_OF)

REGIONS = _phrases(
    """Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut, Delaware, Florida, Georgia, Hawaii,
    Idaho, Illinois, Indiana, Iowa, Kansas, Kentucky, Louisiana, Maine, Maryland, Massachusetts, Michigan,
    Minnesota, Mississippi, Missouri, Montana, Nebraska, Nevada, New Hampshire, New Jersey, New Mexico, New
    York, North Carolina, North Dakota, Ohio, Oklahoma, Oregon, Pennsylvania, Rhode Island, South Carolina,
    South Dakota, Tennessee, Texas, Utah, Vermont, Virginia, Washington, West Virginia, Wisconsin, Wyoming,
    Puerto Rico, Ontario, Quebec, Alberta, British Columbia, Scotland, Wales, England, Northern Ireland,
    Catalonia, Bavaria, Crimea, Gaza, West Bank, Kashmir, Tibet, Xinjiang, Hong Kong, Africa, Asia, Europe,
    Latin America, North America, South America, Central America, Middle East, Caribbean, Balkans, Scandinavia,
    Antarctica, Arctic, Pacific, Atlantic, Mediterranean, Darfur, Western Europe, Eastern Europe, East Africa,
    West Africa, Southeast Asia, Greenland"""
)
CITIES = _phrases(
    """Abuja, Accra, Addis Ababa, Algiers, Amman, Amsterdam, Ankara, Athens, Atlanta, Auckland, Austin, Baghdad,
    Baltimore, Bangkok, Barcelona, Beijing, Beirut, Belfast, Belgrade, Berlin, Bern, Bogota, Bogotá, Boston,
    Brasilia, Brussels, Bucharest, Budapest, Buenos Aires, Cairo, Canberra, Cape Town, Caracas, Cardiff,
    Charlotte, Chicago, Cincinnati, Cleveland, Copenhagen, Dakar, Dallas, Damascus, Delhi, Denver, Detroit,
    Dhaka, Doha, Dubai, Dublin, Edinburgh, Fort Worth, Frankfurt, Geneva, Glasgow, Guatemala City, Hamburg,
    Hanoi, Harare, Havana, Helsinki, Hiroshima, Honolulu, Houston, Indianapolis, Islamabad, Istanbul, Jakarta,
    Jerusalem, Johannesburg, Kabul, Kampala, Karachi, Kathmandu, Khartoum, Kiev, Kigali, Kinshasa, Kuala Lumpur,
    Kyiv, Lagos, Lahore, Las Vegas, Lima, Lisbon, Liverpool, London, Los Angeles, Luxembourg, Madrid, Managua,
    Manchester, Manila, Melbourne, Memphis, Mexico City, Miami, Milan, Milwaukee, Minneapolis, Mogadishu,
    Montreal, Moscow, Mumbai, Munich, Nairobi, Naples, Nashville, New Delhi, New Orleans, New York City, Niamey,
    Oakland, Oslo, Ottawa, Palermo, Panama City, Paris, Philadelphia, Phoenix, Pittsburgh, Prague, Pretoria,
    Pyongyang, Quito, Rio de Janeiro, Riyadh, Rome, Sacramento, San Diego, San Francisco, San Juan, San
    Salvador, Santiago, Sarajevo, Seattle, Seoul, Shanghai, Singapore, Sofia, St. Louis, Stockholm, Strasbourg,
    Sydney, Taipei, Tehran, Tel Aviv, Tokyo, Toronto, Tripoli, Tunis, Vancouver, Venice, Vienna, Warsaw,
    Washington DC, Washington D.C., Wellington, Zurich, Brooklyn, Manhattan, Hollywood, Silicon Valley,
    Guantanamo Bay, Guantánamo Bay, The Hague, Vatican City"""
)
ALIASES = {
    "US": "United States", "U.S.": "United States", "U.S": "United States", "USA": "United States",
    "U.S.A.": "United States", "America": "United States", "United States of America": "United States",
    "UK": "United Kingdom", "U.K.": "United Kingdom", "U.K": "United Kingdom", "Britain": "United Kingdom",
    "Great Britain": "United Kingdom", "UN": "United Nations", "U.N.": "United Nations", "U.N": "United Nations",
    "EU": "European Union", "E.U.": "European Union", "UAE": "United Arab Emirates", "DRC": "Congo",
    "GOP": "Republican Party", "AP": "Associated Press", "Fed": "Federal Reserve",
}  # fmt: skip
"""Names in print, and the one under which they count as the same."""
PLACES = frozenset(COUNTRY_OF.values()) | REGIONS | CITIES | _words("US U.S. U.S USA UK U.K. UAE Holland") | {
    "United Kingdom", "United States of America", "America", "Great Britain", "Botswana", "Burundi", "Madagascar",
    "Sierra Leone", "South Sudan", "Vatican", "New Zealand", "Papua New Guinea", "Fiji", "Bahamas", "Barbados",
}  # fmt: skip

CALENDAR = _words(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug
    sep sept oct nov dec christmas easter ramadan thanksgiving halloween"""
)
# Of these, what is also a given name.
CALENDAR_NAMES = _words("jan april may june august sun")
# Words that open sentences with a capital and are no names.
OPENERS = _words(
    """a about above according across add added adding additional after again against ago ahead all almost alone along
    already also although always amid among an and another any anybody anyone anything apart apparently are
    around as aside ask asked asking at away back based be because been before behind being believe below beside
    besides better between beyond big both breaking but by call called can citing click clearly come compared
    concerning congratulations consider contact continue contrary could currently data day days dear declaring
    describing despite details did do does doing done don't down due during each earlier early either else
    elsewhere enough especially etc even eventually ever every everybody everyone everything except experts
    explaining facing far few fewer finally find first five follow followed following for former formerly four
    from full further gone good got great had half has have having he hello help her here hers herself hi high
    him himself his how however i if image images in include including indeed inside instead into is isn't it
    its itself just keep know known last late later least less let let's like likely listen little long look
    looking lots made mainly make making many may maybe me mean meanwhile might mine more moreover most mostly
    much must my near nearby nearly neither never new news next nine no nobody none nor not note nothing now
    nowhere of off officials often oh ok okay old on once one only onto open or other others otherwise our ours
    out outside over overall own part partly past people perhaps photo photos pictured please plus police
    possibly previous previously probably question questions quite rather read really recall recent recently
    regarding related remember reportedly right same saying says second see seen set seven several shall share
    she should similarly since six small so some somebody someone something sometimes soon speaking sources
    source still stop subscribe such suddenly sure take taken tell ten than thank thanks that that's the their
    them themselves then there there's thereafter therefore these they they're thing things think third this
    those though three through throughout thus till to today together tomorrow tonight too toward towards try
    twelve twenty two under underneath unfortunately unless unlike until up update updated upon us use used
    using usually various very via video wait want was watch we we're week weeks welcome well were what what's
    whatever when whenever where whereas wherever whether which while who who's whoever whole whom whose why
    will with within without won't would wow write writing written yes yesterday yet you you're young your yours"""
)
# Nouns that often open sentences of news; inside a name their capital counts.
PLURAL_OPENERS = _words(
    """analysts critics authorities lawmakers prosecutors residents relatives parents scientists researchers
    investigators advocates activists experts supporters opponents insurgents migrants workers students women
    men children girls boys families hackers executives lawyers attorneys voters investors tens hundreds
    thousands millions billions dozens scores credit advertisement newsletter sign featured enlarge screenshot"""
)
SPEECH_VERBS = _words(
    """said says say added adds add told tells tell wrote writes write asked asks noted notes explained explains argued
    argues warned warns claimed claims insisted insists stated states tweeted tweets announced announces
    confirmed confirms denied denies acknowledged acknowledges admitted admits suggested suggests predicted
    predicts declared declares replied replies responded responds recalled recalls continued continues concluded
    concludes urged urges called calls testified testifies quipped joked reported reports posted remarked
    observed stressed emphasized emphasised reiterated believes believed thinks thought hopes hoped vowed vows
    pledged promised promises demanded disclosed revealed reveals commented complained cautioned described"""
)
FORMS_OF_ADDRESS = TITLES | HONORIFICS
"""Words that stand before a person's name."""
ADJECTIVAL = DEMONYMS | ADJECTIVES
"""Capitalised adjectives: what they stand for has another name."""
