import { defineRules } from "../define-rule.ts";

const ROUTER = "https://help.hcl-software.com/domino/14.0.0/admin/conf_mailrouting_c.html";

/** What Domino's router says, in the languages it is sold in: the server's own language decides, not the mail's. */
export const domino = defineRules({
  name: "domino",
  providers: null,
  tier: "provider-text",
  rules: [
    {
      id: "domino/mail-file-full",
      cause: "mailbox_full",
      probability: 0.95,
      when: {
        text: [
          /(?:mail ?file|mail database|database)\b[^.;]{0,40}(?:exceed\w{0,3}|over|reached) (?:its |the |their )?(?:disk |size |space )?(?:quota|limit)/i,
          /(?:mail-?datei|mail-?datenbank)\b[^.;]{0,60}(?:quot|größe|speicherplatz|überschr|voll)/i,
          /(?:fichier courrier|base (?:courrier|de courrier))\b[^.;]{0,60}(?:quota|dépass|plein)/i,
          /(?:archivo|base de datos) de correo\b[^.;]{0,60}(?:cuota|excedid|límite|llen)/i,
          /(?:file|database) (?:di )?posta\b[^.;]{0,60}(?:quota|limite|super)/i,
          /(?:arquivo|banco de dados) de correio\b[^.;]{0,60}(?:cota|limite|exced)/i,
        ],
      },
      source: ROUTER,
      examples: [
        "Cannot route mail to user jane. Unable to deliver message because the mail file of the recipient exceeded its quota",
        "Maildatei hat die zulässige Größe überschritten",
        "Le fichier courrier a dépassé son quota",
      ],
    },
    {
      id: "domino/not-in-directory",
      cause: "recipient_unknown",
      probability: 0.95,
      when: {
        text: [
          /\bnicht (?:im|in der|in dem|in einem|in)\b[^.;]{0,50}(?:verzeichnis|adre(?:ß|ss)buch|directory|namensliste)/i,
          /(?:ne figure pas|n'est pas (?:répertoriée?|listée?|inscrite?|enregistrée?)|non répertoriée?|introuvable|absente?)[^.;]{0,30}(?:dans|de|du)\b[^.;]{0,40}(?:annuaire|carnet|répertoire|directory)/i,
          /no (?:aparece|figura|está|se encuentra|consta|listado) [^.;]{0,30}\b(?:en|el|la)\b[^.;]{0,40}(?:directorio|libreta|agenda|directory)/i,
          /non (?:è )?(?:elencat[oa]|presente|trovat[oa]|inclus[oa]|registrat[oa])\b[^.;]{0,20}\bn(?:ella|el|ell')\b ?[^.;]{0,30}(?:rubrica|directory|elenco|indirizzario)/i,
          /não (?:está )?(?:listad[oa]|consta|relacionad[oa]|incluíd[oa]|registrad[oa])\b[^.;]{0,20}\b(?:no|na)\b[^.;]{0,30}(?:diretório|catálogo|directory|agenda)/i,
          /niet (?:vermeld|opgenomen|aanwezig|weergegeven)\b[^.;]{0,20}\bin\b[^.;]{0,40}(?:adresboek|directory|adreslijst)/i,
          /(?:finns inte|inte (?:listad|upptagen|med))\b[^.;]{0,20}\bi\b[^.;]{0,40}(?:katalog|adressbok|directory)/i,
          /(?:ディレクトリ|アドレス帳)[^。]{0,20}(?:リスト|登録|記載|見つか|存在)[^。]{0,12}(?:ません|いない|ない)/i,
          /(?:未列[于在入出]|不在|没有列[在入出]|未在)[^。]{0,30}(?:目录|通讯录|通訊錄)/i,
          /nie (?:ma|figuruje|występuje|jest (?:wymieniony|zarejestrowany))\b[^.;]{0,20}\bw\b[^.;]{0,40}(?:katalog|książ)/i,
          /(?:ikke|ikkje) (?:opført|oppført|registreret|registrert)\b[^.;]{0,20}\bi\b[^.;]{0,40}(?:katalog|adresse|directory)/i,
        ],
      },
      source: ROUTER,
      examples: [
        "Benutzer niemand (niemand@example.com) nicht im Domino-Verzeichnis aufgeführt",
        "Der Empfänger ist nicht in einem öffentlichen Adressbuch verzeichnet",
        "L'utilisateur personne (personne@example.com) ne figure pas dans l'annuaire Domino",
        "El usuario nadie (nadie@example.com) no aparece en el directorio de Domino",
        "L'utente nessuno (nessuno@example.com) non è elencato nella directory Domino",
        "O usuário ninguem (ninguem@example.com) não está listado no diretório do Domino",
        "Gebruiker niemand (niemand@example.com) niet vermeld in Domino Directory",
        "ユーザー nobody (nobody@example.com) は Domino ディレクトリに登録されていません",
        "用户 nobody (nobody@example.com) 未列在 Domino 目录中",
      ],
    },
    {
      id: "domino/no-route",
      cause: "no_route",
      probability: 0.8,
      otherCauses: [{ cause: "domain_not_found", probability: 0.12 }],
      when: {
        text: [
          /\bkeine (?:route|weiterleitung|leitweg)\b|\bkein (?:leitweg|pfad|weg)\b/i,
          /\baucun(?:e)? (?:route|chemin|itinéraire|routage)\b/i,
          /\b(?:ninguna|no (?:se (?:ha )?encontr(?:ó|ado)|hay|existe)) (?:[^.;]{0,20} )?ruta\b/i,
          /\bnessun(?:a)? (?:percorso|instradamento|route|rotta)\b|\bnenhuma rota\b|\bgeen route\b|\bingen (?:väg|rutt|route|rute)\b/i,
          /(?:ルート|経路)が?(?:見つかり|あり|存在し)ません|找不到[^。]{0,20}(?:路由|路径)/i,
        ],
      },
      source: ROUTER,
      examples: [
        "Keine Route gefunden zur Domäne EXAMPLE von Server CN=Mail01/O=EXAMPLE. Überprüfen Sie die Server-, Verbindungs- und Domänendokumente im Domino-Verzeichnis.",
        "Aucune route trouvée vers le domaine EXAMPLE",
        "No se encontró ninguna ruta al dominio EXAMPLE",
        "Nessun percorso trovato per il dominio EXAMPLE",
      ],
    },
    {
      id: "domino/loop",
      cause: "routing_loop",
      probability: 0.94,
      when: {
        text: [
          /(?:maximale? (?:anzahl (?:der |an )?)?(?:hops|teilstrecken|sprünge)|mail-?schleife|endlosschleife|schleife (?:beim|in|im|erkannt))/i,
          /nombre (?:maximal|maximum) de (?:sauts|relais)|boucle de (?:routage|messagerie)|en boucle\b/i,
          /bucle de (?:enrutamiento|correo)|número máximo de saltos|loop di instradamento|numero massimo di (?:hop|salti)/i,
          /loop de roteamento|número máximo de (?:saltos|hops)|ループしてい|最大ホップ/i,
        ],
      },
      source: ROUTER,
      examples: [
        "Maximale Anzahl der Hops überschritten. Nachricht befindet sich wahrscheinlich in einer Schleife.",
        "Le nombre maximal de sauts est dépassé",
      ],
    },
    {
      id: "domino/several-matches",
      cause: "recipient_ambiguous",
      probability: 0.93,
      when: {
        text: [
          /not unique\. several matches|nicht eindeutig|n'est pas unique|no es (?:único|inequívoco)|non è (?:univoco|unico)|não é (?:exclusivo|único)|niet uniek|一意ではありません/i,
        ],
      },
      source: ROUTER,
      examples: [
        "User jane (jane@example.com) not unique. Several matches found in Domino Directory.",
        "Benutzer jane nicht eindeutig. Mehrere Übereinstimmungen im Domino-Verzeichnis gefunden.",
      ],
    },
  ],
});
