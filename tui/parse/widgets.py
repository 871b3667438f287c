"""What pages say around an article, by language: buttons, boxes, section heads.

Each table maps a category (the rule's name in `Dropped.rule`) to phrases as they are printed on
news sites, folded as `fold` folds a line: lower case, straight apostrophes, numbers as `#`, no
marks at either end. A phrase matches a whole line; each `*` stands for anything, a few words long,
and one at the end of several words for nothing too.
Lines longer than `LONGEST` are never widgets: prose is not judged by its first words.
Sources: the default strings of WordPress, Ghost, Drupal, Disqus, AddThis, OneTrust and Didomi in
the seven languages, and what newspapers print in the same places.
"""

import re
from functools import cache, lru_cache

LONGEST = 90
"""Code points; the longest line that can be a widget."""

PHRASES: dict[str, dict[str, str]] = {
    "share": {
        "fr": "partager|partager cet article|partager l'article|partagez|partagez cet article|"
        "partager sur *|partager via *|partager par *|envoyer par *|envoyer à un ami|"
        "copier le lien|lien copié|imprimer|imprimer l'article|enregistrer|sauvegarder|"
        "ajouter à vos favoris|ajouter aux favoris|cliquez pour partager *|cliquer pour *|"
        "offrir cet article|offrir l'article|# partages|suivez-nous|suivez-nous sur *|"
        "nous suivre|suivre|suivre sur *|réagir|sauvegarder l'article|envoyer|"
        "favoris|voir tous les articles *|google actualités|suivre sur google *|épingler|"
        "j'aime chargement|j'aime",
        "en": "share|share this|share this article|share this story|share this post|share on *|"
        "share via *|share by *|share with *|share article|share full article|share page|"
        "copy link|copy this link|link copied|link copied *|copied|print|print this *|"
        "print article|email|email this *|e-mail|send|save|save article|save this *|"
        "saved|tweet|tweet this|pin|pin it|post|bookmark|click to *|click here to share *|"
        "gift this article|gift article|give this article|# shares|# share|shares|"
        "follow|follow us|follow us on *|following|facebook|twitter|x|linkedin|whatsapp|"
        "instagram|youtube|telegram|messenger|reddit|pinterest|tumblr|flipboard|bluesky|"
        "threads|mastodon|tiktok|snapchat|pocket|xing|rss|mail|sms|text message|"
        "x (twitter)|twitter / x|whatsapp *channel|like|like us on *|google news|"
        "view all posts *|follow on *|find us on *|add to *|add us on *|open in *|"
        "share on facebook *|google+|vk|viber|line|stumbleupon|digg|"
        "(button)|button|image|photo|video|thumbnail|logo|icon|avatar|"
        "like loading|wordpress|"
        "share options|show more sharing options|show more|show less|see more|toggle *",
        "de": "teilen|artikel teilen|diesen artikel teilen|beitrag teilen|teilen auf *|"
        "auf * teilen|teilen via *|per mail *|per e-mail *|per whatsapp *|drucken|"
        "artikel drucken|merken|artikel merken|speichern|link kopieren|link kopiert|"
        "folgen|folgen sie uns *|folge uns *|in pocket speichern|zur merkliste *|"
        "artikel anhören|artikel vorlesen|schließen|feedback|vorlesen|verschenken|"
        "artikel verschenken|auf facebook *|auf twitter *|auf x *|auf whatsapp *|"
        "auf linkedin *|twittern|versenden|kopieren|e-mail *schicken|mehr anzeigen",
        "es": "compartir|compartir en *|comparte|compartir este artículo|comparte este *|"
        "compartir por *|copiar enlace|enlace copiado|imprimir|guardar|enviar|"
        "enviar por *|síguenos|síguenos en *|seguir|haz clic para *",
        "it": "condividi|condividi su *|condividi questo *|condividi via *|copia link|"
        "copia il link|link copiato|stampa|salva|invia|seguici|seguici su *|segui|"
        "fai clic *|regala questo articolo",
        "pt": "compartilhar|compartilhe|compartilhar no *|compartilhe *|partilhar|"
        "partilhar *|copiar link|link copiado|imprimir|salvar|guardar|siga-nos *|"
        "siga *|seguir|clique para *",
        "nl": "delen|deel|deel dit *|deel op *|deel via *|delen op *|delen via *|"
        "kopieer link|link gekopieerd|printen|bewaren|volg ons *|opslaan|klik om *",
    },
    "subscription": {
        "fr": "s'abonner|abonnez-vous|abonnez-vous *|s'abonner à *|s'abonner au *|abonné|"
        "abonnés|réservé aux abonnés|article réservé aux abonnés|s'inscrire|"
        "inscrivez-vous|inscrivez-vous *|je m'abonne|je m'inscris|déjà abonné *|"
        "newsletter|newsletters|la newsletter *|recevez *newsletter*|recevoir *|recevez *|"
        "abonnement en cours|abonnement|abonnements|votre adresse e-mail|votre adresse mail|"
        "adresse e-mail|votre email|quelque chose s'est mal passé|une erreur s'est produite|"
        "merci de votre inscription *|merci pour votre inscription *|votre inscription *|"
        "se connecter|connexion|connectez-vous|connectez-vous *|se déconnecter|mon compte|"
        "créer un compte|mot de passe *|lire le journal|"
        "soutenez-nous *|faire un don|faites un don|je fais un don|soutenir *|vérifiez votre *|"
        "consultez votre boîte *|offrez un abonnement|gérer mon abonnement|"
        "* dans votre boîte mail|* dans votre boîte mail *|* dans votre boîte aux lettres *|"
        "pour continuer votre lecture*|pour continuer la lecture*|pour continuer à lire *|"
        "il vous reste # *|lisez plus d'articles *|pour lire la suite *|la suite est réservée *",
        "en": "subscribe|subscribe now|subscribe to *|subscribe for *|subscribe today|sign up|"
        "sign up for *|sign up to *|sign up now|sign up here *|sign in|sign in to *|log in|"
        "log in to *|login|log out|sign out|register|register now|register to *|"
        "create account|create an account|create a free *|my account|your account|"
        "newsletter|newsletters|our newsletter|newsletter sign*|get our *|"
        "get the latest *|get unlimited *|get the * newsletter|join our *|join the conversation|"
        "you've been subscribed|something went wrong|please try again *|an error occurred|"
        "an error has occurred *|"
        "email address|your email|your email address|enter your email *|already a subscriber *|"
        "already a member *|already subscribed *|become a member *|become a subscriber *|"
        "support us|donate|donate now|support our *|make a donation|"
        "check your inbox *|great! check *|thank you for *subscribing *|thanks for subscribing *|"
        "thank you for signing up *|success|error|loading|submit|unsubscribe *|"
        "you can unsubscribe *|no spam *|no thanks|view subscription *|manage subscription *|"
        "* in your inbox|* to your inbox|* in your inbox *|* to your inbox *|subscribe from *|"
        "subscriber only *|subscribers only *|premium|premium content|exclusive|manage account|"
        "this content is reserved *|this article is for subscribers *|watch live|listen live|"
        "to continue reading*|to keep reading*|continue reading with *|to read the rest *|"
        "to read the full *|to read this *article *|"
        "try it free *|try free *|start your free *|free trial *|invalid email *",
        "de": "abonnieren|jetzt abonnieren|abo|abonnement|anmelden|jetzt anmelden|abmelden|"
        "registrieren|jetzt registrieren|einloggen|login|newsletter|newsletter abonnieren|"
        "unser newsletter|zum newsletter *|melden sie sich *|mein konto|konto erstellen|"
        "ihre e-mail-adresse|e-mail-adresse|passwort vergessen|abo abschließen *|"
        "jetzt abo *|jetzt testen *|bereits abonnent *|sie haben bereits *|jetzt lesen *|"
        "melde dich *|abonnieren sie *|abonniere *|nur für abonnenten *|"
        "* in ihr postfach|* in ihrem postfach|"
        "jetzt kostenlos *|jetzt weiterlesen *|weiterlesen mit *",
        "es": "suscríbete|suscríbete *|suscribirse|suscribirse *|suscríbase *|iniciar sesión|"
        "inicia sesión|regístrate|regístrate *|registrarse|newsletter|boletín|boletines|"
        "recibe *|mi cuenta|cerrar sesión|tu correo *|hazte socio *|hazte premium *|"
        "* en tu correo|* en tu bandeja *|"
        "algo salió mal *|apúntate *|solo para suscriptores *|contenido exclusivo *",
        "it": "abbonati|abbonati *|iscriviti|iscriviti *|accedi|registrati|registrati *|"
        "newsletter|la newsletter *|ricevi *|il mio account|esci|la tua email|sostienici *|"
        "* nella tua casella *|"
        "hai già un abbonamento *|sei già abbonato *|qualcosa è andato storto *",
        "pt": "assine|assine *|assinar|subscreva|subscreva *|subscrever|inscreva-se|"
        "inscreva-se *|entrar|iniciar sessão|cadastre-se *|newsletter|newsletters|"
        "receba *|minha conta|a minha conta|já é assinante *|seu e-mail|algo deu errado *",
        "nl": "abonneren|abonneer|abonneer je *|word abonnee *|aanmelden|inloggen|"
        "registreren|nieuwsbrief|schrijf je in *|mijn account|uitloggen|al abonnee *|"
        "* in je inbox|* in je mailbox|"
        "meld je aan *|ontvang *|je e-mailadres|er is iets misgegaan *|er ging iets mis *",
    },
    "cookies": {
        "fr": "accepter|tout accepter|refuser|tout refuser|accepter et *|accepter les cookies|"
        "gérer les cookies|paramétrer les cookies|paramétrer|personnaliser|"
        "continuer sans accepter *|nous utilisons des cookies *|ce site utilise *|"
        "gestion des cookies|gérer mes *|politique de cookies|en savoir plus",
        "en": "accept|accept all|accept cookies|accept all cookies|reject all|decline|"
        "manage cookies|cookie settings|cookie preferences|cookie policy|cookies|"
        "we use cookies *|this site uses cookies *|this website uses cookies *|"
        "by continuing *|privacy settings|manage preferences|manage options|got it|"
        "i agree|agree|learn more|privacy preference center|ok|manage consent *|"
        "your privacy *|do not sell *|this is a modal window *",
        "de": "akzeptieren|alle akzeptieren|ablehnen|alle ablehnen|cookie-einstellungen|"
        "cookies verwalten|wir verwenden cookies *|diese website verwendet *|einstellungen|"
        "zustimmen|zustimmen und *|privatsphäre *|datenschutzeinstellungen|mehr erfahren|"
        "empfohlener redaktioneller inhalt|externen inhalt anzeigen *|externer inhalt|"
        "ich bin damit einverstanden *|ich habe die datenschutz*",
        "es": "aceptar|aceptar todo|aceptar todas *|aceptar y *|rechazar|rechazar todo|"
        "configurar cookies|utilizamos cookies *|más información|gestionar cookies",
        "it": "accetta|accetta tutto|accetta tutti *|accetta e *|rifiuta|rifiuta tutto|"
        "questo sito utilizza *|gestisci i cookie|preferenze cookie|maggiori informazioni",
        "pt": "aceitar|aceitar todos *|aceitar tudo|rejeitar|recusar|usamos cookies *|"
        "utilizamos cookies *|configurações de cookies|saiba mais",
        "nl": "accepteren|alles accepteren|weigeren|wij gebruiken cookies *|"
        "we gebruiken cookies *|cookie-instellingen|meer informatie|akkoord",
    },
    "advertisement": {
        "fr": "publicité|publicités|annonce|passer la publicité|la suite après *publicité|"
        "la suite après cette publicité|lire la suite après *|contenu sponsorisé|sponsorisé|"
        "partenaire|contenu partenaire|publi-rédactionnel|fermer la publicité",
        "en": "advertisement|advertisements|advertising|ad|ads|sponsored|sponsored content|"
        "sponsored by *|sponsored stories|promoted|promoted content|paid content|"
        "paid partnership *|advertisement *|skip ad|skip advert|skip advertisement|"
        "article continues below *|story continues below *|continue reading below *|"
        "continue reading the main story|story continues|article continues after *|"
        "scroll to continue *|report ad|report this ad|partner content|affiliate links|"
        "content continues below *|remove ads|recommended by|from our partners|around the web|"
        "taboola|outbrain|powered by *",
        "de": "anzeige|anzeigen|werbung|werbung *lesen|gesponsert|advertorial|reklame|"
        "reklame *|ende der werbung|weiterlesen nach der anzeige|"
        "der artikel geht * weiter|artikel unten weiterlesen|sonderveröffentlichung",
        "es": "publicidad|anuncio|anuncios|patrocinado|contenido patrocinado|"
        "sigue leyendo *|continúa después de la publicidad",
        "it": "pubblicità|annuncio|sponsorizzato|contenuto sponsorizzato|advertising|"
        "continua a leggere dopo *|l'articolo continua dopo *",
        "pt": "publicidade|anúncio|patrocinado|conteúdo patrocinado|continua após *|"
        "continua depois da publicidade|pub",
        "nl": "advertentie|advertenties|gesponsord|lees verder na *|lees verder onder *|"
        "artikel gaat verder *|reclame|tekst loopt door *",
    },
    "navigation": {
        "fr": "accueil|menu|rechercher|recherche|aller au contenu|aller au contenu principal|"
        "aller à la navigation|retour|retour en haut|haut de page|fermer|ouvrir|précédent|"
        "suivant|article précédent|article suivant|sommaire|rubriques|lire plus|"
        "afficher plus|afficher moins|voir plus|voir tout|tout voir|plus d'articles|"
        "lire la suite|lire l'article|écouter|écouter l'article|temps de lecture *|"
        "lecture # min|# min|# min de lecture|# minutes de lecture|# mn|découvrir|"
        "en direct|vidéo|vidéos|podcasts|mots-clés *|mots clés *|étiquettes *|tags *|tag|"
        "thèmes *|thématiques *|catégories|catégorie|archives|dossier|dossiers|"
        "plan du site|en continu|à la une|dernières actualités|agrandir|zoom|"
        "agrandir l'image|voir les photos|voir la vidéo|écoutez cet article|"
        "temps de lecture|lire dans l'app|passer au contenu|signaler une erreur *|"
        "ouvrir le menu|fermer le menu|écrit par|publié dans *",
        "en": "home|menu|search|skip to content|skip to main content|skip to *|"
        "jump to *|close|open|back|back to top|top|previous|next|previous article|"
        "next article|previous post|next post|prev|contents|table of contents|sections|"
        "read more|read more *|load more|show all|view all|see all|view more|more|all|"
        "view all *|see all *|listen|listen to this article *|listen to article|watch now|watch|"
        "play|pause|mute|live|live tv|reading time *|# min read|# minute read|# mins read|"
        "# min|# minutes read|estimated reading time *|estimated read time|"
        "tags|tags *|tagged *|topics|topics *|categories|categories *|category|archives|"
        "filed under *|posted in *|filed to *|in this article|explore more *|"
        "site map|sitemap|latest|latest news|trending|trending now|breaking news|"
        "edition|editions|videos|podcasts|gallery|view gallery|image #|# of #|# / #|"
        "image # of #|enlarge|enlarge image|full screen|fullscreen|open gallery|"
        "video player *|play video|now playing|up next|expand|collapse|view comments|"
        "search for *|search this *|more options|settings|language|english|français|"
        "deutsch|español|expand menu|main menu|main navigation|navigation|breadcrumb*|"
        "you are here *|change edition|report a correction *|report an error *|"
        "report a typo|about the author|author|authors|written by|by|published|updated|"
        "comments off *|leave this field *|skip navigation|page # of #|video|your browser *|"
        "javascript *|please enable *|credit|caption|hide caption|toggle caption|# shares *",
        "de": "startseite|menü|suche|suchen|zum inhalt *|zum inhalt springen|zur navigation *|"
        "nach oben|zurück|weiter|vorheriger artikel|nächster artikel|schließen|mehr|"
        "mehr lesen|weiterlesen|alle anzeigen|inhalt|inhaltsverzeichnis|lesezeit *|"
        "# min lesezeit|# min|# minuten lesezeit|themen|themen *|schlagwörter *|"
        "schlagworte *|tags *|kategorien|video|videos|podcasts|eilmeldung|live|bild #|"
        "# von #|vollbild|bilderstrecke|zur bilderstrecke|galerie|jetzt anhören|"
        "zur startseite|themenseiten *|hauptnavigation|mehr zu *themen *|korrektur melden|"
        "fehler melden *|anhören|von|detailsuche|stellenmarkt|pfeil *|artikel|seite # von #",
        "es": "inicio|portada|menú|buscar|ir al contenido *|saltar al contenido|volver arriba|"
        "volver|cerrar|anterior|siguiente|leer más|ver más|ver todo|más|vídeos|etiquetas *|"
        "temas *|archivado en *|tiempo de lectura *|# min|# minutos de lectura|"
        "última hora|en directo|ampliar|escuchar|por|galería",
        "it": "home|menu|menù|cerca|vai al contenuto *|torna su|chiudi|precedente|"
        "successivo|leggi tutto|leggi di più|vedi tutti|altro|video|tag *|argomenti *|"
        "tempo di lettura *|# min|# minuti di lettura|ultime notizie|ultim'ora|ascolta|di",
        "pt": "início|menu|busca|buscar|pesquisar|ir para o conteúdo *|voltar|voltar ao topo|"
        "fechar|anterior|próximo|próxima|leia mais|ver mais|ver todos|mais|vídeos|"
        "tags *|tópicos *|tempo de leitura *|# min|# min de leitura|últimas notícias|ouvir",
        "nl": "home|menu|zoeken|ga naar *|naar de inhoud *|terug|terug naar boven|sluiten|"
        "vorige|volgende|lees meer|lees verder|meer|alles bekijken|video's|tags *|"
        "onderwerpen *|leestijd *|# min|# minuten leestijd|laatste nieuws|beluister *|door",
    },
    "comments": {
        "fr": "commentaires|commentaire|# commentaires|# commentaire|les commentaires|"
        "commentaires *|commenter|laisser un commentaire|laissez un commentaire|"
        "ajouter un commentaire|voir les commentaires|lire les commentaires|réactions|"
        "# réactions|vos réactions|poster un commentaire|publier un commentaire|"
        "déposer un commentaire|répondre|laisser une réponse|annuler la réponse|"
        "votre adresse e-mail ne sera pas publiée *|commentaires fermés *|"
        "rejoignez la discussion *|soyez le premier à *",
        "en": "comments|comment|# comments|# comment|no comments|no comments yet|add comment|"
        "add a comment|leave a comment|leave a reply|post a comment|post comment|"
        "write a comment|view comments|view # comments|show comments|read comments|"
        "read the comments|be the first to comment *|comments are closed *|"
        "join the discussion *|cancel reply|reply|your email address will not be published *|"
        "comments are *|comments (#|comments section|discussion|# replies|# responses|"
        "start the conversation *|report comment|what do you think *|responses|reader comments",
        "de": "kommentare|kommentar|# kommentare|# kommentar|kommentar schreiben|"
        "kommentar verfassen|kommentieren|kommentare anzeigen|kommentare lesen|"
        "schreiben sie einen kommentar|schreibe einen kommentar|antworten|leserkommentare|"
        "diskutieren sie *|zu den kommentaren *|kommentarübersicht|debatte|mitdiskutieren|"
        "keine kommentare *|antwort abbrechen|deine e-mail-adresse wird nicht *",
        "es": "comentarios|# comentarios|comentar|deja un comentario|dejar un comentario|"
        "escribe un comentario|ver comentarios|ver los comentarios|responder|deja una respuesta|"
        "cancelar la respuesta|tu dirección de correo electrónico no será publicada *",
        "it": "commenti|# commenti|commenta|lascia un commento|scrivi un commento|"
        "aggiungi un commento|leggi i commenti|rispondi|annulla risposta",
        "pt": "comentários|# comentários|comentar|deixe um comentário|deixe uma resposta|"
        "ver comentários|responder|deixe seu comentário|cancelar resposta",
        "nl": "reacties|# reacties|reageer|reageren|reactie plaatsen|laat een reactie achter|"
        "geef een reactie|plaats een reactie|bekijk reacties",
    },
    "related": {
        "fr": "lire aussi|à lire aussi|à lire également|lire également|lisez aussi|"
        "sur le même sujet|sur le même thème|dans la même rubrique|articles liés|"
        "articles similaires|articles connexes|à voir aussi|voir aussi|à découvrir|"
        "à lire|à lire ensuite|pour aller plus loin|nos derniers articles|"
        "les plus lus|les plus lues|les articles les plus lus|les plus consultés|"
        "dans l'actualité|plus d'infos|sujets associés|thèmes associés|nos recommandations|"
        "vous aimerez aussi|vous pourriez aussi aimer|ces articles peuvent vous intéresser|"
        "recommandé pour vous|notre sélection|à ne pas manquer|derniers articles|"
        "articles récents|la rédaction vous conseille|la rédaction vous recommande|"
        "plus sur ce sujet|sur le même sujet *|du même auteur|le plus lu|"
        "nos autres articles|dans le même dossier|contenus associés|articles recommandés",
        "en": "related|related articles|related stories|related posts|related content|"
        "related news|related topics|related coverage|related reading|related links|"
        "read also|also read|see also|read next|up next|more stories|more from *|"
        "more on this story|more on this|more on this topic|more in *|more like this|"
        "more news|more articles|you may also like|you might also like|"
        "you may also be interested in|you may be interested in|recommended|"
        "recommended for you|recommended stories|recommended reading|further reading|"
        "most read|most popular|most viewed|most shared|top stories|trending stories|"
        "popular|popular now|popular posts|popular articles|"
        "latest stories|latest posts|latest articles|recent posts|recent articles|"
        "other stories|editor's picks|editors' picks|what to read next|don't miss|"
        "must read|must reads|in other news|also on *|similar articles|keep reading|"
        "more to explore|today's top stories|more top stories|more coverage|"
        "read more stories|best of *|suggested *|you may like|stories you may like|"
        "more by *|more headlines|in case you missed it|featured|featured stories",
        "de": "lesen sie auch|auch interessant|mehr zum thema|zum thema|verwandte artikel|"
        "ähnliche artikel|verwandte themen|weitere artikel|weitere themen|meistgelesen|"
        "meistgelesene artikel|das könnte sie auch interessieren *|weitere nachrichten|"
        "das könnte dich auch interessieren *|das könnte sie interessieren *|empfehlungen|"
        "lesetipps|mehr aus *|mehr von *|mehr zu *|lesen sie mehr *|passend dazu|"
        "empfohlen|neueste artikel|aktuelle artikel|neueste beiträge|top-themen|"
        "beliebte artikel|unsere empfehlungen|weiterführende links|links zum thema|"
        "lesen sie hier *|weitere meldungen|meist gelesen|newsticker|aktuell auf *",
        "es": "lea también|lee también|leer también|te puede interesar|más noticias|"
        "te recomendamos|noticias relacionadas|artículos relacionados|relacionado|"
        "relacionados|relacionadas|más leídas|lo más leído|lo más visto|más información|"
        "también te puede interesar|ver también|puede interesarte|en otras noticias|"
        "quizás te interese|más sobre *|otras noticias|además|recomendados",
        "it": "leggi anche|articoli correlati|correlati|potrebbe interessarti|"
        "potrebbe interessarti anche|potrebbero interessarti|ti potrebbe interessare|"
        "ti potrebbero interessare|i più letti|più letti|altre notizie|vedi anche|"
        "per approfondire|consigliati|da leggere|notizie correlate|ultimi articoli",
        "pt": "leia também|veja também|notícias relacionadas|artigos relacionados|"
        "relacionadas|relacionados|mais lidas|mais lidos|as mais lidas|mais notícias|"
        "saiba mais|recomendado para você|você pode gostar|recomendadas|últimas",
        "nl": "lees ook|zie ook|gerelateerde artikelen|gerelateerd|meer over *|"
        "meest gelezen|ook interessant|aanbevolen|meer nieuws|andere artikelen|"
        "bekijk ook|verder lezen|meer artikelen",
    },
    "footer": {
        "fr": "mentions légales|conditions générales *|cgu|cgv|politique de confidentialité|"
        "tous droits réservés *|qui sommes-nous *|à propos|à propos de *|contact|"
        "contactez-nous|nous contacter|publicité et *|droits réservés|"
        "reproduction interdite *|toute reproduction *|données personnelles|confidentialité",
        "en": "terms|terms of use|terms of service|terms and conditions|terms & conditions|"
        "privacy|privacy policy|privacy notice|legal notice|legal|disclaimer|contact|"
        "contact us|about|about us|careers|jobs|press|advertise|advertise with us|"
        "copyright *|all rights reserved *|help|help center|faq|feedback|"
        "accessibility|corrections|imprint|terms *|your privacy choices|ad choices|"
        "adchoices|do not sell my *|syndication|licensing|rights & permissions|"
        "download the app *|download our app *|get the app|app store|google play|"
        "newsroom|masthead|editorial policy|editorial guidelines|code of ethics|sponsorship",
        "de": "impressum|datenschutz|datenschutzerklärung|agb|nutzungsbedingungen|kontakt|"
        "über uns|mediadaten|alle rechte vorbehalten *|karriere|barrierefreiheit|"
        "nutzungsbasierte *|hilfe|rss-feed|jobs|utiq *",
        "es": "aviso legal|política de privacidad|política de cookies|términos *|contacto|"
        "quiénes somos|todos los derechos reservados *|condiciones de uso|publicidad",
        "it": "note legali|informativa privacy|termini *|contatti|chi siamo|"
        "tutti i diritti riservati *|riproduzione riservata *|condizioni d'uso",
        "pt": "política de privacidade|termos de uso|termos *|contato|contacto|quem somos|"
        "todos os direitos reservados *|expediente|fale conosco",
        "nl": "privacybeleid|privacy *|algemene voorwaarden|contact|over ons|"
        "alle rechten voorbehouden *|gebruiksvoorwaarden|colofon|disclaimer",
    },
}
"""Category, language and phrases; the categories are tried in this order."""

READ_ALSO = re.compile(
    r"(?:(?:à\s+)?lire\s+(?:aussi|également|ensuite)|lisez\s+aussi|à\s+lire|voir\s+aussi|"
    r"sur\s+le\s+même\s+(?:sujet|thème)|read\s+(?:also|more|next)|also\s+read|see\s+also|"
    r"related(?:\s+(?:articles?|stor(?:y|ies)))?|more\s+on\s+this|recommended|"
    r"lesen\s+sie\s+auch|lesen\s+sie\s+(?:hier|dazu|mehr)|auch\s+interessant|mehr\s+zum\s+thema|"
    r"le[ae]\s+también|leer\s+también|te\s+puede\s+interesar|leggi\s+anche|"
    r"leia\s+(?:também|mais)|veja\s+também|lees\s+ook|zie\s+ook|les\s+også|læs\s+også|"
    r"läs\s+(?:också|även|mer))"
    r"\s*(?:[:>»|→–—-]+|\s*\.\.\.)\s*",
    re.IGNORECASE,
)
"""The head of a line that leads to another piece: "Lire aussi : …"."""

ENDINGS = frozenset({"comments", "footer"})
"""Categories that stand after the article and not inside it."""

_DIGITS = re.compile(r"\d[\d.,\u00a0\u202f ]*(?<=\d)[kKmM]?\b|\d")


def word_set(table: str) -> frozenset[str]:
    """Return the words of a table that is written as one text."""
    return frozenset(table.split())


def fold(line: str) -> str:
    """Return `line` as the phrases are written; empty for a line longer than `LONGEST`."""
    if len(line) > LONGEST:
        return ""
    text = line.strip().casefold().replace("’", "'").replace("`", "'")
    text = _DIGITS.sub("#", text.replace(": ", " ").replace(" :", ""))
    head, tail = text[:1] == "#", text[-1:] == "#"
    text = _bare(text)
    text = f"{'# ' if head else ''}{text}{' #' if tail else ''}"
    return " ".join(text.split())


def _bare(text: str) -> str:
    """Return `text` without the marks and spaces at its edges."""
    start, end = 0, len(text)
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return text[start:end]


@cache
def _tables() -> tuple[dict[str, str], dict[str, tuple[tuple[tuple[str, ...], str], ...]]]:
    """Return the phrases without a star, and the others, as their parts, by their first word.

    A phrase that begins with a star stands under the first word after it and the space before.
    """
    whole: dict[str, str] = {}
    parted: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for category, languages in PHRASES.items():
        for phrase in "|".join(languages.values()).split("|"):
            if phrase.endswith(" *") and phrase.count(" ") > 1:
                whole.setdefault(phrase[:-2], category)
            if "*" in phrase:
                parts = tuple(phrase.split("*"))
                first = parts[0].split(" ")[0] or " " + parts[1].split(" ")[1]
                parted.setdefault(first, []).append((parts, category))
            else:
                whole.setdefault(phrase, category)
    return whole, {word: tuple(rows) for word, rows in parted.items()}


def widget(line: str) -> str | None:
    """Return the category of `line` where all of it is a widget, else None."""
    return _widget(line) if len(line) <= _LONGEST_RIGHTS else None


@lru_cache(maxsize=4096)
def _widget(line: str) -> str | None:
    if _RIGHTS.match(line.strip()):
        return "footer"
    folded = fold(line)
    if not folded:
        return None
    whole, parted = _tables()
    if found := whole.get(folded):
        return found
    if found := whole.get(_COUNT.sub("", folded)):
        return found
    words = folded.split(" ")
    for word in (words[0], *(f" {word}" for word in words[1:])):
        for parts, category in parted.get(word, ()):
            if _fits(folded, parts):
                return category
    return _row(words, whole)


def is_phrase(line: str) -> bool:
    """Tell whether all of `line` is one phrase of the tables, with nothing of its own."""
    return fold(line) in _tables()[0]


def _row(words: list[str], whole: dict[str, str]) -> str | None:
    """Return the category of the last of several widgets on one line, None where more is on it."""
    category, start, count = None, 0, 0
    while start < len(words):
        for end in range(min(len(words), start + _PHRASE), start, -1):
            if found := whole.get(" ".join(words[start:end])):
                category, start, count = found, end, count + 1
                break
        else:
            return None
    return category if count >= _ROW else None


_PHRASE, _ROW = 5, 2
"""The most words of a phrase that stands in a row; the least phrases that are one."""


def _fits(folded: str, parts: tuple[str, ...]) -> bool:
    """Tell whether the parts stand in `folded` in order, with little between them."""
    if not folded.startswith(parts[0]) or len(folded) > sum(map(len, parts)) + _TAIL:
        return False
    place = len(parts[0])
    for part in parts[1:-1]:
        found = folded.find(part, place)
        if found < 0:
            return False
        place = found + len(part)
    return folded.endswith(parts[-1]) and len(folded) - len(parts[-1]) >= place


_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright\b).*(?:\b(?:19|20)\d\d\b|rights|droits|rechte|derechos|diritti|direitos)",
    re.IGNORECASE,
)
"""A copyright with its year or its reservation; without them it may be a photograph's."""
_LONGEST_RIGHTS = 200
_COUNT = re.compile(r"^# | ?\(?#\)?$")
_TAIL = 60
"""Code points that the stars of a phrase may stand for."""
