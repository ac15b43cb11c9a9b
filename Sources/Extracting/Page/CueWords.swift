/// The words by which class names tell what a box holds, in the languages web developers name classes in. Two words
/// of a name are also looked up written together: `read-more` and `readMore` are `readmore`.
enum CueWords {
    static let table: HashTable<Cues> = {
        var table: [UInt64: Cues] = [:]
        for (cue, words) in lists {
            for word in words.split(whereSeparator: \.isWhitespace) {
                table[WordHash.of(word), default: []].formUnion(cue)
            }
        }
        return HashTable(table)
    }()

    /// Hashes of the words for sizes of screens, which stand before a colon.
    static let screens = Set(
        "xs sm md lg xl xxl s m l mobile phone tablet laptop desktop wide small medium large landscape"
            .split(separator: " ").map(WordHash.of))

    private static let lists: [(Cues, String)] = [
        (
            .storyBody,
            """
            articlebody articlecontent articletext articlecopy articlemain storybody storycontent storytext storycopy
            entrycontent entrybody entrytext postcontent postbody posttext postentry newsbody newstext newscontent
            newsdetail newsdetails bodytext textbody bodycontent contentbody contenttext richtext artikelbody
            artikeltext artikelinhalt fliesstext texto textonoticia cuerponoticia cuerpo corponoticia corpo corps
            articlecorps contenuarticle testoarticolo bodycopy fulltext mainbody maintext blogcontent blogbody
            singlecontent detailbody detailcontent detailtext articledetail articledetails contentdetail storydetail
            """
        ),
        (
            .story,
            """
            article story post entry news artikel articulo articolo noticia beitrag meldung nota blog hentry
            newsarticle blogposting
            """
        ),
        (
            .related,
            """
            related relatedposts relatedarticles relatedcontent relatednews relatedstories relatedlinks relatedtopics
            recommend recommended recommendation recommendations recirc recirculation readmore readalso readnext
            seealso alsoread morestories morenews morearticles moreon morefrom morelike nextarticle nextpost prevpost
            nextstory upnext nextprev prevnext previousnext postnav postnavigation articlenavigation teaser teasers teaserlist trending popular mostread mostpopular mostviewed mostshared
            latest latestnews similar suggested suggestions verwandt verwandte weiterlesen mehrzumthema
            lesenauch auchinteressant meistgelesen empfehlungen empfehlung relacionado relacionados relacionada
            relacionadas correlati correlate associes alireaussi lireaussi leesook gerelateerd veja vejatambem leiamais
            saibamais onward linkbox linklist crosslink crosslinks toplinks boxlinks articlelinks
            editorspicks editorpicks inlinerelated relatedbox storylist newslist articlelist postlist
            jetpackrelatedposts mightlike maylike alsolike furtherreading furtherstories dontmiss yarpp outbrain taboola nrelate revcontent zergnet dable plista recommender
            aktuelles topstories topnews
            """
        ),
        (.other, "no not has with without enabled disabled"),
        (.teaser, "teaser teasers teaserlist teaserbox featured lead promo promobox promos promotion promoted"),
        (
            .advertisement,
            """
            ad ads advert adverts advertisement advertising advertorial adslot adbox adunit adcontainer adwrapper
            adsense adblock banner banners sponsor sponsored sponsors werbung anzeige anzeigen publicidad publicite publicidade pubblicita reklam reklama reklame affiliate
            affiliates affiliation commerce shopping dfp gpt teads googleads
            """
        ),
        (
            .share,
            """
            share sharing shares sharebar sharebox sharebuttons sharedaddy sharetools social socials socialmedia
            socialshare socialbar sociallinks addthis addtoany articletools toolbar toolbox tools print printbutton
            bookmark bookmarks shariff teilen compartir partager condividi
            """
        ),
        (
            .comment,
            """
            comment comments commentlist commentform commentthread commentsection commentarea disqus respond reply
            replies kommentar kommentare commentaires comentario comentarios commenti yorum yorumlar reacties forum
            livefyre fbcomments discussion userreviews conversation spotim
            """
        ),
        (
            .navigation,
            """
            nav navi navbar navigation menu menus mainmenu submenu breadcrumb breadcrumbs pagination pager paging
            masthead topbar siteheader skiplink skiplinks skip jump sitenav tabs toc tableofcontents
            """
        ),
        (
            .byline,
            """
            byline bylines author authors authorinfo authorbox authorbio authorname aboutauthor bio biography writer
            writtenby autor autoren autore auteur autores redacteur reporter journalist contributor contributors vcard
            postedby
            """
        ),
        (
            .date,
            """
            date dates datetime dateline timestamp pubdate publishdate published publishedat publishdate entrydate
            postdate posteddate postedon datum fecha zeit lastupdated updated modified uhrzeit entrymeta postmeta singlepostmeta postmetadata entrymetadata
            articlemeta storymeta metadata
            """
        ),
        (
            .tags,
            """
            tag tags taglist tagcloud tagslist posttags articletags entrytags keywords topics topiclist hashtags
            categories category cats labels etiquetas schlagworte schlagwort themen filedunder catlinks
            """
        ),
        (
            .caption,
            """
            caption captions figcaption imagecaption wpcaption captiontext photocaption credit credits imagecredit
            photocredit copyrightinfo bildunterschrift bildtext legende imgcaption mediacaption picturecaption
            imagedescription cutline imgdescription imagetext phototext imageinfo imginfo picturetext
            """
        ),
        (
            .media,
            """
            gallery galleries slideshow slider carousel video videos player videoplayer mediaplayer audioplayer
            lightbox bildergalerie fotostrecke galeria galerie swiper slick jwplayer brightcove podcast podcasts
            """
        ),
        (
            .follow,
            """
            newsletter newsletters subscribe subscription subscriptions subscriber signup signin login register
            registration paywall donate donation donations membership mailchimp optin followus follow appdownload
            abo abonnement abonnieren paidcontent plusbox supportus
            """
        ),
        (
            .standfirst,
            """
            standfirst lede lead leadtext leadin dek deck subtitle subheadline subhead subheading intro introtext
            introduction summary abstract excerpt chapo chapeau entradilla bajada sommario sottotitolo vorspann
            ingress manchet anriss articleteaser newsteaser leadteaser articleintro articlesummary articlelead articledescription
            storysummary perex podtitulek
            """
        ),
        (
            .hidden,
            """
            hidden hide dnone displaynone ishidden uhidden invisible offscreen printonly offleft
            """
        ),
        (
            .unseen,
            """
            sronly visuallyhidden screenreader screenreadertext screenreaderonly elementinvisible assistivetext
            visuallyhide
            """
        ),
        (
            .aside,
            """
            aside sidebar sidebars rightrail rightcol rightcolumn leftcol leftcolumn leftrail siderail infobox
            factbox faktenbox hintergrund inset pullquote pullout sidebox marginalia sidecontent rail
            """
        ),
        (
            .copyright,
            """
            copyright copyrights disclaimer legal imprint impressum license licence rights
            """
        ),
        (
            .embed,
            """
            embed embeds tweet twittertweet twitter instagrammedia instagram facebookpost tiktokembed fbpost embedded
            """
        ),
        (
            .notice,
            """
            cookie cookies cookiebanner consent gdpr cmp modal popup popups overlay dialog tooltip
            interstitial alert adblocker warning
            """
        ),
        (
            .footer,
            "footer foot sitefooter pagefooter bottombar colophon pagebottom rodape fusszeile stopka altbilgi piedepagina"
        ),
        (.title, "headline title entrytitle posttitle articletitle storytitle storyheadline articleheadline titulo"),
        (
            .widget,
            """
            widget widgets poll polls quiz survey rating ratings vote votes ticker weather wetter stockticker
            textwidget counter calendar search searchform searchbox readingtime readtime reactions emoji audioversion
            """
        ),
    ]
}
