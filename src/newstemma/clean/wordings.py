"""The wordings of residue: a table of reasons, each with the ways in which pages say it.

A wording stands on a line of its own, which a backslash carries on, and is anchored at the first word of the line that
it fits. <Names> in angle brackets stand for classes of words. What would also fit the opening of a paragraph asks for
capitals, a colon, a missing end mark, a whole line, or the absence of anybody who says it.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["CLASSES", "OPENERS", "WORDINGS", "Wording"]

_LONG = 200  # words of a box of links in one line; a whole article may stand in one line, too, but is longer

CLASSES = {
    "<sharing>": r"(?:share|tweets?|e-?mail|print|pin(?: it)?|save|comments?|copy|link|like|follow|post|reddit"
    r"|messenger|bookmark|pinterest|flipboard|<network>|\d{1,6}|on|this)",
    "<name>": r"[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|de|da|van|von|al|bin|el|der)){1,4}",
    "<network>": r"(?:facebook|twitter|x|instagram|youtube|telegram|whatsapp|tiktok|linkedin|threads|bluesky"
    r"|mastodon|snapchat|spotify|google(?: news)?|apple (?:news|podcasts))",
    "<agency>": r"(?:AP|AFP|EPA|PA|Reuters|Bloomberg|Getty(?: Images)?|Xinhua|Shutterstock|Alamy|Anadolu|ANI|PTI|DPA"
    r"|dpa|TASS|Sputnik|Rex(?: Features)?|SWNS|Splash News|WENN|Corbis|Unsplash|Wikimedia(?: Commons)?|Agencies"
    r"|Associated Press|iStock|File|The [A-Z]\w+(?: [A-Z]\w+)+)",
    "<pictures>": r"(?:Reuters|AFP|EPA|PA|Rex(?: Features)?|Alamy|Splash News|Shutterstock|SWNS(?:\.com)?"
    r"|WENN(?:\.com)?|Xposure|Handout|Supplied)",
    "<first>": r"(?:originally|first) (?:published|appeared|posted) (?:on|in|at|by|here)\b",
    "<credit>": r"(?:photos?|images?|pictures?|pic|(?:picture|photo|image) credits?|image source|video|photograph"
    r"|graphic|illustration|screenshots?|credits?|caption|source)",
    "<picture>": r"(?:photo|photograph|picture|image|footage|grab|shot|video|pic)s?",
    "<player>": r"(?:video|photos?|images?|gallery|slideshow|audio|play|replay|autoplay|listen|close|embed|share"
    r"|interactive|graphic|\d+ of \d+|\d+ ?/ ?\d+|\d{1,2}:\d\d|x|\||/|(?:current|remaining) time|duration|loaded"
    r"|\d+%|(?:un)?mute|full ?screen|stream type|seek to live|now playing:?|up next|watch(?: live)?)",
    "<page>": r"(?:article|story|post|piece|page|column|feature)",
    "<list>": r"(?:stories|story|articles?|coverage|content|topics?|links?|news|video|reading|posts?)",
    "<media>": r"(?:newsletters?|podcasts?|mailing list|inbox|(?:our|<network>)(?: [\w.-]+){0,3} channels?"
    r"|(?:news|push|breaking|e-?mail) (?:alerts|notifications|updates))",
    "<policy>": r"(?:polic(?:y|ies)|standards|guidelines|principles|terms)",
    "<footer>": r"(?:terms(?: (?:of (?:use|service|sale)|(?:and|&) conditions))?|privacy(?: (?:policy|notice\
        |statement))?"
    r"|cookies?(?: (?:policy|settings|preferences|notice))?|contact(?: us)?|about(?: us)?|advertise(?: with us)?\
        |careers"
    r"|jobs|help|faqs?|site ?map|accessibility|corrections|ad ?choices|imprint|subscribe|(?:log|sign) ?in|register"
    r"|my account|home|search|menu|newsletters?|rss|do not sell (?:or share )?my (?:personal )?(?:information|data))",
    "<role>": r"(?:correspondent|reporter|editor|writer|staff|columnist|producer|photographer|journalist\
        |contributor)s?",
    "<label>": r"(?:(?:first|originally|last) )?(?:published|posted|updated|modified|uploaded)",
    "<clock>": r"\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?",
    "<zone>": r"\(?(?:utc|gmt|[bm]st|ces?t|[ecmp][sd]?t|ist|local time)\)?",
    "<ago>": r"\d{1,3} ?(?:s|sec(?:ond)?s?|m|min(?:ute)?s?|h|hrs?|hours?|d|days?|w|weeks?|months?|years?)(?: ago)?",
    "<day>": r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
    r"(?:\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d)",
    "<join>": r"(?:subscribe|register|donate|(?:log|sign) ?in|sign ?up|become a (?:member|subscriber))",
}
"""What stands for names in the wordings; a class may use those below it."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Ways to say one thing, one a line, for lines of up to `words` words.

    `cased` asks for the capitals as written, `unended` for a line without an end mark, and `unsaid` for one without
    quotation marks and words of saying: calls to the reader are residue, those that somebody is reported to have made
    are not.
    """

    reason: str
    words: int
    text: str
    cased: bool = False
    unended: bool = False
    unsaid: bool = False


WORDINGS = (
    Wording("separator", 20, r"""
        [^\w“”"]*(?:_[^\w“”"]*)*$
        (?:[-–—]\s?(?:ends?|30)\s?[-–—]|ends)$
        """),
    Wording("advertisement", 14, r"""
        (?:(?:skip )?advertisements?|advert|ad|sponsored|promoted)$
        (?:sponsored|promoted|paid|partner|branded) (?:content|post|stor(?:y|ies)|links?|feature)(?: (?:by\
            |from) .{1,40})?$
        (?:(?:advertisement|ad)\b[\s–—-]*)?(?:story|article|report|text|content) (?:continues|resumes) (?:below\
            |after)\b.{0,40}$
        (?:(?:advertisement|ad)\b[\s–—-]*)?continue reading(?: below| the (?:main )?(?:story|article))?$
        (?:ad|advert(?:isement)?) (?:feedback|choices|disclosure)$
        (?:report|remove|hide|close|skip) (?:this |the |all )?(?:ads?|adverts?|advertisements?)$
        (?:scroll|swipe) (?:down )?(?:for|to) [^.]{1,40}$
        """),
    Wording("advertisement", 40, r"""
        .{2,60}\b(?:earns?|receives?|gets?|contains?) .{0,30}\b(?:commission|affiliate links?)\b.{0,100}$
        """, unsaid=True),
    Wording("photo credit", 80, r"""
        (?:enlarge this image|view gallery|(?:image|media) caption|image copyright)\b
        \(?(?:photos?|images?|pictures?|pictured)\)?$
        .{0,600}\b(?:toggle|hide) caption\b
        pictured(?: (?:above|below|here|left|right))?\s*:\s*\S
        """),
    Wording("video player", _LONG, r"""
        (?:JUST WATCHED|MUST WATCH|NOW PLAYING|UP NEXT|CLOSE |Skip in Skip|Replay More Videos|Media playback)
        (?:Play [Vv]ideo|Unable to play|Video \d+:\d\d|Watch [Vv]ideo|Chat with us in)
        """, cased=True),
    Wording("video player", 10, r"""
        <player>(?:\s+<player>)*$
        (?:listen to|hear|watch) (?:this|the) (?:article|story|episode|audio|video|report)(?: \d{1,2}:\d\d)?\W*$
        (?:play|watch|hide|show|toggle|mute|pause|expand|enlarge) (?:(?:the|this|full) )?(?:captions?|image\
            |live ?stream|transcript|slideshow|video)$
        loading(?: (?:the )?(?:player|video|content|comments|more))?\W*$
        """),
    Wording("video player", 30, r"""
        video player\b.{0,60}$
        (?:this|the) (?:video|content|media|audio|player)\b.{0,20}\b(?:can ?not be (?:played|loaded|displayed)\
            |could not be loaded|is loading)\b.{0,60}$
        (?:this|the) (?:video|content|media|audio|player) is (?:not|un|no longer) ?(?:currently )?(?:available\
            |supported)\b.{0,60}$
        (?:(?:it looks like|sorry,) )?your (?:browser|device) (?:does|is|has|cannot|must)\b.{0,120}$
        (?:to .{2,60})?\b(?:please )?(?:you (?:need to|must) )?(?:enable|turn on|activate) (?:javascript\
            |cookies)\b.{0,80}$
        """, unsaid=True),
    Wording("embed", 12, r"""
        (?:view|see) (?:this|more|the) .{1,30} on <network>\W*$
        (?:skip|end of|end) (?:past )?(?:of )?(?:<network>|embedded) (?:post|content|tweet|video)s?\b.{0,60}$
        (?:allow|accept) <network> content\W*$
        """),
    Wording("photo credit", 14, r"""
        [(\[]{0,2}<credit>(?: (?:by|credit|courtesy(?: of)?|via))?\s*(?:[:/|©]|\.{2,3}|…)\s*(?:[^.]\
            |\.(?=\S)){1,120}\.?[)\]]?$
        """),
    Wording("photo credit", 12, r"""
        \(?<credit> (?:by|courtesy of) [^.]{1,80}\)?$
        (?:stock|file|library|archive|handout|undated|screen) ?<picture>\b[^.]{0,80}$
        """, unended=True),
    Wording("photo credit", 80, r"""
        (?:Image|Photo|Picture|Media|Video) (?:source|caption|credit|copyright)(?:[,:]| [A-Z])
        (?:FILE|File)(?: (?:PHOTO|photo|IMAGE|image|PICTURE|picture|FOOTAGE|footage))?\s*(?:[–—:]|- ?\w).{8,}$
        """, cased=True),
    Wording("photo credit", 14, r"""
        (?:[A-Z][a-z]+ )?[Cc]ourtesy(?: of)?:? [A-Z@].{1,60}$
        <name> ?[/|] ?(?:(?:The |the )?[A-Z][\w.&'’-]*[ /,]*){1,5}(?:via [A-Z][\w ]{1,30})?$
        [A-Z]{2,4} (?:PHOTO|Photo|photo|Images?) ?[/:-] ?[A-Z].{1,60}$
        """, cased=True, unended=True),
    Wording("photo credit", 6, r"""
        (?:(?:\w+ )?(?:via|/) ?)?(?:AP|AFP|EPA|PTI|ANI|PA|Reuters|REUTERS|Getty(?: Images)?|ASSOCIATED PRESS|Alamy\
            |Shutterstock|iStock|Unsplash)\.?$
        """, cased=True),
    Wording("photo credit", 70, r"""
        (?:AP: ?Associated Press|Getty(?: Images)?(?: ?- ?\w+)?|AFP or licensors|Press Association) ["'“‘\w]
        <pictures>(?: ?[/-] ?\w+)? (?!(?:[A-Z]\w+ )?(?:[Rr]eported|[Ss]aid|[Ss]ays)\b)(?=(?:\S+\s+){5})["'“‘]?[A-Z]
        (?:Twitter|Facebook|Instagram|[Gg]oogle|YouTube|Corbis|Mega|Caters) (?:The|A|An|He|She|They|This|These) [a-z]
        (?:Facebook )?(?:Twitter )Pinterest [A-Z]
        """, cased=True, unended=True),
    Wording("related link", 30, r"""\[[^\[\]]{12,200}[^.\]]\]$"""),
    Wording("related link", 40, r"""
        [\[(]?\s*(?:(?:read|see|watch) (?:more|also|next|this)|also (?:read|see|watch)|now read|must[ -]read\
            |don['’]?t miss|read)\s*[:»>→|]
        [\[(]?\s*related(?: <list>)?\s*[:»>→|]
        (?:recommended|further reading|click here|in pictures|in case you missed it)\s*[:»>→|]
        more (?:stories|on this(?: story)?|from [^.:]{1,40})\s*[:»>→|]
        (?:tags?|topics?|tagged(?: (?:with|in|as))?|filed under|categor(?:y|ies)|keywords?|posted in|hashtags)\s*[:\
            |]\s*\S
        """),
    Wording("related link", 14, r"""
        (?:read|see|learn|find out) more(?: (?:here|at|about|on|from)\b[^.]{0,80})?\s*[.…»>:]*$
        (?:(?:more|also) (?:on|from|in) [^.]{1,60}|keep reading|you (?:may|might) also (?:like\
            |be interested in))\s*[.…»>:]*$
        (?:read|see|view|get|watch|hear)(?: (?:the|our|this))? (?:full|whole|complete|entire|original\
            |rest of the) <list>\b.{0,40}$
        (?:click|tap) (?:here|below|the link)\b.{0,80}$
        (?:next|previous|prev)(?: (?:article|story|post|page|gallery|video))$
        in this (?:article|story|section|series)\W*$
        (?:explore|browse|discover|view|see) (?:more|all)(?: (?:on|in|from|about|of|our|the|<list>)\b.{0,40})?$
        (?:back|return|skip|jump) to (?:the )?(?:top|home ?page|main content|content|navigation)$
        (?:filed|posted) (?:under|in) [^.]{1,60}$
        """, unsaid=True),
    Wording("related link", 25, r"""
        (?:more|watch|listen|video|live|opinion|analysis|photos|in depth|explainer|exclusive)\s*:\s*\S
        .{8,} (?:read more|full story|watch now)\s*[»>→…]*$
        """, unended=True),
    Wording("related link", 12, r"""
        more (?:stories|news|headlines|coverage|videos?)(?: (?:from|on|in|about|like) [^.]{1,40})?$
        """, unended=True),
    Wording("related link", _LONG, r"""
        MOST (?:READ|POPULAR|VIEWED|SHARED|WATCHED)|TRENDING|TOP STORIES
        Most (?:[Rr]ead|[Pp]opular|[Vv]iewed)(?: [Ii]n [A-Z]\w*)?\s*(?:$|[:A-Z'"“‘])
        (?:Trending(?: [Nn]ow)?|Top [Ss]tories)\s*(?:$|:)
        (?:Related|RELATED)(?:\s*:| (?:Stories|Articles|Content|Coverage|Topics|Links|News|Video)\b)
        RELATED (?:STORIES|ARTICLES|CONTENT|COVERAGE|TOPICS|LINKS|NEWS|VIDEO)\b
        (?:More|MORE) (?:Stories|STORIES|News|NEWS)\b|Recommended (?:Stories|[Ff]or [Yy]ou)
        """, cased=True),
    Wording("share line", 20, r"""
        read or share this story|share (?:this|on|via|your)\b(?!.*[.] )|(?:tweet|e-?mail|print) this
        share the (?:article|story|post|link|news|page|love)\b(?!.*[.] )
        (?:copy (?:the )?link|link copied)\b
        """, unsaid=True),
    Wording("share line", 16, r"""
        (?=.*[a-z])(?:<sharing>(?!\w)[\s|/·•,+]*)+$
        (?:[\d.,]+ ?[km]?\+? (?:shares?|likes?|comments?|views|retweets?|reposts?|reactions?)[\s|/·•,+]*)+$
        (?:click|tap|press) to (?:share|e-?mail|print|tweet|copy|follow|expand|enlarge|view|zoom)\b.{0,60}$
        (?:save|print|bookmark|e-?mail|gift|cite|republish) (?:this |the )?<page>$
        """),
    Wording("reader comment", 10, r"""
        (?:(?:like|reply|report|share|flag|edit|delete)[\s|·•]+)+(?:\d+[\s|·•]+)?<ago>$|reply(?: to .{1,30})?$
        comments?\s*\(?\d[\d,.]*k?\)?$|(?:see|view|show|load|read|hide) (?:all |more |\d+ )*comments?$
        """),
    Wording("newsletter", 80, r"""
        newsletters? sign[ -]?up|sign[ -]?up (?:to|for|here|now|today)\b
        subscribed? (?:to|now|here|today|for|our|us)\b
        subscribe\W*$|thank you for (?:subscribing|signing)|could not subscribe|enter your e-?mail|invalid e-?mail
        view all [^.]{0,40}newsletters|want (?:more|the (?:latest|best))\b[^.]*\?|never miss (?:a|another) story
        (?:get|receive) (?:the|our|all|daily|breaking|a)\b.{0,120}\b(?:inbox|newsletters?|e-?mails?|updates|alerts)\b
        (?:join|download) our (?:app|channel|newsletter|mailing|whatsapp|telegram)
        """, unsaid=True),
    Wording("subscription", 40, r"""
        already (?:an? )?(?:\w+ )?(?:subscribed|subscriber|member|registered|have an account)\b.{0,60}$
        (?:this|the) <page> is (?:\w+ )?(?:for|available to|exclusive to|reserved for) (?:\w+ ){0,3}(?:subscribers\
            |members)\b
        to (?:continue|keep|read|access|view|unlock|enjoy|comment)\b.{0,60}(?:,|\bplease|\byou (?:must|need to\
            |have to)) <join>\b
        you(?: have|['’]ve)\b.{0,40}\b(?:articles?|stories)\b.{0,20}\b(?:left|remaining|this (?:month|week)|limit)\b
        (?:please )?support(?! (?:for|among|from|was|is|has|in|of|grew|fell|came)\b).{0,80}\b(?:journalism|newsroom\
            |from as little as|donat\w+|contribut\w+|subscri\w+)\b
        (?:please )?(?:donate|subscribe|join) (?:now|today|here)\b|help us (?:keep|continue|fund|report)\b
        become an? (?:\w+ ){0,3}(?:member|subscriber|supporter|patron)\b
        (?:get )?(?:unlimited|full|complimentary|premium|digital) (?:digital )?access\b
        by (?:signing up|subscribing|clicking|registering|continuing|submitting|providing\
            |entering)\b.{0,100}\b(?:agree|consent|accept|<policy>)\b
        (?:(?:log|sign) ?in|you must be (?:logged|signed) in|register) to (?:comment|post|reply|continue|read|view\
            |save)\b
        """, unsaid=True),
    Wording("channel plug", 25, r"""
        (?:follow|like|find|join|check|watch|visit)\b.{0,120}\b(?:on|our|at) <network>\b.{0,80}$
        (?:connect|catch|message|add|stay)\b.{0,120}\b(?:on|our|at) <network>\b.{0,80}$
        add .{2,60}\bas (?:a|your) preferred source\b
        """, unended=True),
    Wording("channel plug", 30, r"""
        (?:follow|find|join|check|visit|connect with|contact) (?:us|me|our|@)(?:\b|\s|$).{0,160}$
        like us on\b
        (?:follow|listen to|find|like) .{0,80} on (?:our )?<network>\b.{0,60}$
        (?:subscribe|watch)\b.{0,80} our <network>\b.{0,60}$
        (?:download|get) (?:the|our) (?:[\w.-]+ ){0,4}app\b
        (?:follow|join|listen to|subscribe|hear|watch|check out|find|tune in to)\b.{0,120}\b<media>
        (?:stay|keep) (?:up[ -]to[ -]date|informed|updated|connected|in touch|tuned)\b.{0,120}$
        for (?:more|all|the latest)\b.{0,80}[,:] (?:please )?(?:follow|visit|join|subscribe|sign up|download|check\
            |go to|click|see our)\b
        you can (?:also )?(?:follow|find|listen to|hear)\b.{0,80}(?:@\w|\bpodcast\b|\b<network>\b).{0,40}$
        """, unsaid=True),
    Wording("channel plug", 14, r"""
        [^“”"]{2,60}\bon <network>(?: at)?:? ?@\w+\.?$
        (?:<network>|website|e-?mail|web|tel(?:ephone)?|phone)\s*:\s*[@\w+]\S*$
        """),
    Wording("link", 20, r"""
        (?:(?:https?://|www\.|pic\.twitter\.com/|t\.co/)\S+(?:\s+|$))+$
        (?:[#@]\w+\s*)+$
        """),
    Wording("syndication notice", 60, r"""
        ["“(]?this (?:post|article|story|piece|report|content|column|news)(?: [\w’']+){0,4} <first>
        ["“(]?the (?:post|article|piece|column)(?: [\w’']+){0,4} <first>
        ["“(]?(?:was )?<first>
        the post .{3,200} appeared first on\b
        this (?:story|article) (?:has (?:not )?been|was) (?:auto-?generated|published from|(?:edited|produced) by)
        \(?with (?:agency )?inputs?\b
        """),
    Wording("update notice", 50, r"""
        this is a (?:developing|breaking|live)(?: news)? (?:story|blog)\b
        (?:please )?(?:check|come) back (?:for|soon|later)\b.{0,60}$
        more (?:details? )?to follow\W*$
        this <page> (?:has been|was|is being|will be) (?:(?:last|later) )?(?:updated|corrected|amended|edited\
            |clarified|revised)\b
        an earlier version of this (?:<page>|headline|report)\b
        """, unsaid=True),
    Wording("contributor credit", 45, r"""
        [—–(\[*-]{0,3}\s*(?:with )?additional (?:reporting|research|writing|editing|contributions?) (?:by|from) \S
        [—–(\[*-]{0,3}\s*with (?:assistance|contributions?|reporting) (?:by|from) \S
        [(\[](?:reporting|writing|editing|compiled) by .{3,240}[)\]]\.?$
        (?:reporting|writing) by [^;]{3,80};
        (?!.*[“"]).{3,160}\bcontributed to this (?:report|article|story|post|piece)\b.{0,60}$
        (?!.*[“"]).{3,160}\bcontributed (?:to )?(?:the )?reporting\b.{0,60}$
        """),
    Wording("contributor credit", 14, r"""
        [—–*-]{0,3}\s*(?:reporting|writing|editing|research|contributions?|compiled|photography) (?:by|from) \S
        (?:edited|written|compiled|produced|translated|reported|reviewed|posted|published) by\s*:?\s+\S
        """, unended=True),
    Wording("contributor credit", 12, r"""
        [—–-]{1,2}\s*With [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)+(?: and .{1,60})?$
        """, cased=True),
    Wording("contributor credit", 30, r"""
        <name>(?:,? and <name>)? reported from [A-Z][\w.’-]*(?: [A-Z]\w+){0,2}(?:,? (?:and|with) <name> (?:from\
            |in) [A-Z].{1,40})?\.?$
        """, cased=True),
    Wording("byline", 14, r"""
        (?:(?:By|BY) )?<name>(?:,? (?:and|&) <name>)*,\s(?:[\w&’'/-]+ ){0,4}(?:<role>|[A-Z]\w+[Ww]riter|Correspondent\
            |Editor|Reporter)(?: (?:in|at|for|of) [A-Z].{1,30})?$
        """, cased=True, unended=True),
    Wording("byline", 24, r"""
        <name> is (?:a|an|the) (?:[\w’'-]+ ){0,4}<role> (?:for|at\
            |with) (?:[Tt]he )?[A-Z][\w’'-]*(?: [A-Z]\w*){0,3}(?:,? (?:covering|based in|focus(?:s)?ing on\
                |who covers)\b.{0,100})?\.?$
        <name> (?:covers|reports on|writes about) .{2,80}\bfor (?:[Tt]he )?[A-Z][\w’'-]*(?: [A-Z]\w*){0,3}\.?$
        """, cased=True),
    Wording("date line", 12, r"""
        (?:<label>\s*(?::|on|at)?\s*)?<clock>\s?<zone>\W*$|<label>\s*(?::|at)?\s*<clock>(?:,? (?:on )?<day>.{0,30})?$
        (?:<label>\s*:?\s*)?\d{1,3} (?:sec(?:ond)?|min(?:ute)?|hour|hr|day|week|month|year)s? ago$
        <label>\s*(?::|on|at|\|)?\s*<day>.{0,50}$
        """, unended=True),
    Wording("reading time", 8, r"""
        (?:estimated )?read(?:ing)? time\s*:?\s*\d{1,3}\b.{0,20}$
        \d{1,3}[ -]?min(?:ute)?s?[ -]read(?:ing)?(?: time)?$
        """),
    Wording("reader call", 60, r"""
        we pay (?:you )?(?:cash )?for your (?:stories|videos|pictures)
        do you have (?:a|any) (?:story|tips?|news|information)\b
        (?:got|have) (?:a )?(?:news )?(?:tips?|a story)\b|to contact the (?:author|reporter|editor|writer)
        (?:e-?mail|contact|reach|write to) (?:us|the (?:author|reporter|writer)|our)\b
        (?:let us know|tell us|share your (?:thoughts|views)|join the (?:conversation|discussion)|have your say)\b
        (?:leave a (?:comment|reply)|what do you think\s*(?:\?|$))|(?:post|add) (?:a )?comments?$
        comments (?:are|have been) (?:now )?(?:closed|disabled)
        (?:were|are|have|did|do|has) (?:you|your)\b[^?]{2,120}\?.{0,80}\b(?:e-?mail|call|contact|tell|text|whatsapp\
            |let us know|send|write to|get in touch)\b
        .{2,60} (?:is|was|covers|writes|has) .{4,400}\s\S{1,60}@\S{1,60}\.\w{2,12}\.?$
        .{2,60}\b(?:can|may) be (?:reached|contacted) (?:at|on|via|by)\b.{0,60}(?:@|\d{3})
        (?:e-?mail|contact)\b.{0,60}\s\S{1,60}@\S{1,60}\.\w+.{0,40}$
        \S{1,60}@\S{1,60}\.\w{2,12}$
        """, unsaid=True),
    Wording("legal notice", 60, r"""
        copyright (?:©|\(c\)|(?:19|20)\d\d|by |of )|©|\(c\) (?:19|20)|all rights reserved
        this material may not be (?:published|reproduced)
        (?:we|this (?:web ?)?(?:site|page)|our (?:web ?)?sites?)(?: and our (?:\d+ )?partners)? (?:uses?|stores?\
            |places?|sets?) .{0,60}\bcookies\b
        (?:accept|reject|manage|allow|decline) (?:all|(?:all |my )?(?:cookies?|preferences|consent))$
        (?:reproduction|republication|redistribution|retransmission|unauthori[sz]ed)\b.{0,120}\b(?:prohibited\
            |permission|forbidden|not permitted)\b
        .{2,40} (?:is|are) not responsible for the content\b
        (?:(?:read|see|view|learn|find out)(?: more)?(?: about)? )?our\b.{0,60}\b<policy>(?:\s*:.{0,80}|\.)?$
        (?:spotted|seen|noticed|found|see) (?:an? )?(?:error|mistake|typo)s?\b.{0,80}$|(?:report\
            |suggest) an? (?:error|correction|typo)\b
        """, unsaid=True),
    Wording("legal notice", 30, r"""
        (?:<footer>[\s|·•,/-]+){2,}<footer>$|(?:privacy|cookie) (?:policy|notice|settings)$|terms (?:of (?:use\
            |service)|(?:and|&) conditions)$
        """),
    Wording("ticker", 30, r"""
        (?=.*\d(?:\.\d|%))(?:\$?[A-Z]{1,6}(?:[:/.][A-Z]{1,6})?\s+[\d,.]+%?(?:\s+[(+▲▼−-]*[\d,.]+%?\)?)*(?:\s+|$))+$
        \(?[A-Z]{2,8}\s?:\s?[A-Z][A-Z.]{0,5}\)?$
        """, cased=True),
    Wording("weather", 8, r"""[^.°]{0,40}[-−]?\d{1,3} ?°[^.]{0,40}$""", unended=True),
    Wording("section label", 3, r"""
        (?:featured|headlines|breaking news|top news|latest(?: news)?|editor(?:['’]?s['’]?|s['’])? picks?|(?:us|uk\
            |world) news)$
        """),
)  # fmt: skip

OPENERS = r"""
    (?:read (?:more|also|next)|see also|also read|now read|recommended(?: for you)?|further reading|more stories)\s*:?$
    (?:read|see|watch) also\s*:?$|also (?:on|in|from) [^.]{1,40}\s*:?$|in this (?:story|article)\s*:?$
    related(?: <list>)?\s*:?$|(?:editor(?:['’]?s['’]?|s['’])? picks|don['’]t miss|up next|popular(?: now\
        | stories)?)\s*:?$
    (?:more (?:on|from) [^.]{1,40}|(?:most|more) (?:read|popular|viewed|shared|news|stories)(?: (?:in|on\
        |from) [^.]{1,30})?)\s*:?$
    (?:trending(?: (?:now|stories))?|top stories|latest(?: (?:news|stories|headlines)))\s*:?$
    you (?:may|might) also (?:like|be interested in)\s*:?$
    """
"""Lines that do nothing but announce links."""
