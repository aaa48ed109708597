import { defineRules } from "../define-rule.ts";

const NDR =
  "https://learn.microsoft.com/en-us/exchange/mail-flow/non-delivery-reports-and-bounce-messages/non-delivery-reports-and-bounce-messages";
const GMAIL = "https://support.google.com/mail/answer/6596";
const OBSERVED = "observed: reports written for people";

/**
 * The sentences that reports put in front of people, in the languages of the large services. Asked for replies too,
 * because some systems quote nothing else.
 */
export const notices = defineRules({
  name: "notices",
  providers: null,
  tier: "generic-text",
  rules: [
    {
      id: "notices/full-or-busy",
      cause: "mailbox_full",
      probability: 0.9,
      otherCauses: [{ cause: "recipient_rate_limited", probability: 0.08 }],
      when: { text: /(?:inbox|mailbox) is full, or it's getting too much mail|recipient inbox full/i },
      source: GMAIL,
      examples: [
        "Your message couldn't be delivered to jane@example.com. Their inbox is full, or it's getting too much mail right now.",
      ],
    },
    {
      id: "notices/domain-not-found",
      cause: "domain_not_found",
      probability: 0.95,
      when: {
        text: [
          /because the domain [^ ]{1,260} couldn't be found/i,
          /the domain [^ ]{1,260} (?:couldn't|wasn't|could not be) found/i,
          /weil die domain [^ ]{1,260} nicht gefunden/i,
          /parce que le domaine [^ ]{1,260} (?:est introuvable|n'a pas)/i,
          /porque no se (?:ha encontrado|encontró) el dominio/i,
          /perché (?:non è stato possibile trovare )?il dominio [^ ]{1,260} (?:non|introvabile)/i,
          /porque o domínio [^ ]{1,260} não foi encontrado/i,
        ],
      },
      source: GMAIL,
      examples: [
        "Your message wasn't delivered to jane@no-such.example because the domain no-such.example couldn't be found. Check for typos or unnecessary spaces and try again.",
        "Ihre Nachricht wurde nicht zugestellt, weil die Domain no-such.example nicht gefunden wurde.",
      ],
    },
    {
      id: "notices/sender-invalid-translated",
      cause: "sender_address_invalid",
      probability: 0.9,
      when: {
        text: [
          /absender(?:adresse|domain|domäne)?\b[^.;]{0,60}(?:existiert nicht|ungültig|unbekannt|unzulässig|nicht (?:gefunden|vorhanden|verifizier|auflösbar|gültig))/i,
          /exp[ée]diteur\b[^.;]{0,60}(?:inconnu|invalide|inexistant|introuvable|n'existe pas)/i,
          /remitente\b[^.;]{0,60}(?:desconocid|inv[áa]lid|no (?:existe|v[áa]lid)|inexistente)/i,
          /mittente\b[^.;]{0,60}(?:sconosciut|non (?:valid|esist)|inesistente)/i,
          /remetente\b[^.;]{0,60}(?:desconhecid|inv[áa]lid|n[ãa]o existe|inexistente)/i,
          /afzender\b[^.;]{0,60}(?:onbekend|ongeldig|bestaat niet)|nadawc[ay]\b[^.;]{0,60}(?:nieznan|nie istnieje)/i,
          /отправител[^.;]{0,60}(?:не существует|не найден|неизвестен)/i,
        ],
      },
      source: OBSERVED,
      examples: [
        "550 5.1.8 Absenderadresse existiert nicht",
        "550 Adresse de l'expéditeur inconnue",
        "550 5.1.8 El dominio del remitente no existe",
      ],
    },
    {
      id: "notices/sender-blocked-translated",
      cause: "sender_blocked_by_recipient",
      probability: 0.8,
      otherCauses: [{ cause: "policy_rejected", probability: 0.15 }],
      when: {
        text: [
          /absender(?:adresse|domain|domäne)?\b[^.;]{0,60}(?:gesperrt|blockiert|abgelehnt|abgewiesen|nicht (?:erlaubt|akzeptiert|zugelassen|erwünscht)|schwarze|blacklist|sperrliste)/i,
          /vom empfänger (?:gesperrt|blockiert|abgelehnt|verweigert)/i,
          /exp[ée]diteur\b[^.;]{0,60}(?:bloqu|refus|rejet|interdit|(?:non|pas) autoris|liste noire)/i,
          /remitente\b[^.;]{0,60}(?:bloquead|rechazad|no (?:está )?(?:permitid|autorizad)|lista negra)/i,
          /mittente\b[^.;]{0,60}(?:bloccat|rifiutat|respint|non (?:è )?(?:autorizzat|consentit|ammess)|lista nera)/i,
          /remetente\b[^.;]{0,60}(?:bloquead|rejeitad|recusad|n[ãa]o (?:está )?(?:permitid|autorizad)|lista negra)/i,
          /afzender\b[^.;]{0,60}(?:geblokkeerd|geweigerd|niet toegestaan|zwarte lijst)/i,
          /nadawc[ay]\b[^.;]{0,60}(?:zablokowan|odrzucon)|отправител[^.;]{0,60}(?:заблокирован|отклон|ч[её]рн)/i,
        ],
      },
      source: OBSERVED,
      examples: [
        "550 Absender wurde vom Empfänger gesperrt",
        "550 expéditeur refusé",
        "550 Remitente bloqueado por el destinatario",
        "550 mittente rifiutato",
      ],
    },
    {
      id: "notices/blocklist-translated",
      cause: "ip_blocklisted_private",
      probability: 0.6,
      otherCauses: [
        { cause: "ip_blocklisted", probability: 0.2 },
        { cause: "domain_blocklisted", probability: 0.1 },
      ],
      when: {
        text: [
          /\bip\b[^.;]{0,60}(?:gesperrt|blockiert|schwarze|sperrliste)|schwarzen? liste|sperrliste|\bip\b[^.;]{0,60}zablokowan/i,
          /\blistes? noires?\b|\bip\b[^.;]{0,60}(?:bloqu[ée]e?|refus[ée]e?|rejet[ée]e?)\b/i,
          /\blistas? negras?\b|\bip\b[^.;]{0,60}(?:bloquead|rechazad|rejeitad)/i,
          /\blist[ae] ner[ae]\b|\bip\b[^.;]{0,60}(?:bloccat|rifiutat)|zwarte lijst|czarn(?:ej|a) li(?:ście|scie|sta)|ч[её]рн\S{1,3} спис/i,
        ],
      },
      source: OBSERVED,
      examples: [
        "550 5.7.1 La dirección IP 192.0.2.10 está en una lista negra",
        "554 Ihre IP 192.0.2.10 ist gesperrt",
        "554 votre adresse IP figure sur une liste noire",
        "550 5.5.0 Adresse IP source bloquee pour incident de spam",
        "554 5.7.1 Twoj adres IP 192.0.2.10 jest zablokowany",
      ],
    },
    {
      id: "notices/relay-translated",
      cause: "relay_denied",
      probability: 0.88,
      when: {
        text: [
          /\brelay(?:ing)?\b[^.;]{0,40}(?:nicht (?:erlaubt|gestattet|zugelassen)|verweigert|abgelehnt|verboten|gesperrt)/i,
          /(?:nicht (?:erlaubt|gestattet|zugelassen)|verweigert|abgelehnt|verboten)[^.;]{0,20}\brelay/i,
          /relais[^.;]{0,40}(?:refus|interdit|non autoris|pas autoris)|relay[^.;]{0,30}(?:refus[ée]|interdit|non consentito|non autorizzato|rechazado|no permitido|denegado|negado|geweigerd|niet toegestaan)/i,
        ],
      },
      source: OBSERVED,
      examples: [
        "550 Weiterleitung nicht erlaubt (Relay)",
        "550 Relais refusé pour ce domaine",
        "550 relay no permitido",
      ],
    },
    {
      id: "notices/domain-not-found-translated",
      cause: "domain_not_found",
      probability: 0.85,
      when: {
        text: [
          /\b(?:empf(?:ä|ae)nger)?(?:domain|domäne)\b[^.;]{0,40}(?:existiert nicht|unbekannt|nicht (?:gefunden|vorhanden|auflösbar))/i,
          /(?:domaine|dominio|domínio)\b[^.;]{0,40}(?:inconnu|inexistant|introuvable|n'existe pas|no existe|inexistente|sconosciuto|non esiste|inesistente|não existe|desconhecido)/i,
          /\bdomein\b[^.;]{0,40}(?:bestaat niet|onbekend)|домен[^.;]{0,30}не (?:существует|найден)/i,
        ],
      },
      source: OBSERVED,
      examples: ["550 Domäne des Empfängers existiert nicht", "550 domaine du destinataire inconnu"],
    },
    {
      id: "notices/rate-translated",
      cause: "rate_limited",
      probability: 0.85,
      when: {
        text: [
          /zu viele (?:e-?mails|mails|nachrichten|sendungen)/i,
          /trop (?:de|d') ?(?:messages|mails|e-?mails|courriels)|demasiados (?:mensajes|correos)|troppi messaggi|troppe (?:e-?mail|mail)/i,
          /muitas mensagens|te veel (?:berichten|e-?mails)|för många meddelanden|zbyt wiele wiadomości|слишком много (?:писем|сообщений)/i,
        ],
      },
      source: OBSERVED,
      examples: ["450 Zu viele Nachrichten in kurzer Zeit", "421 trop de messages"],
    },
    {
      id: "notices/log-in-translated",
      cause: "smtp_auth_required",
      probability: 0.85,
      when: {
        text: [
          /(?:anmeldung|authentifizierung|smtp-auth)\b[^.;:]{0,30}(?:erforderlich|nötig|notwendig|benötigt|fehlgeschlagen)/i,
          /authentification\b[^.;:]{0,30}(?:requise|nécessaire|obligatoire|échou)|autenticaci[óo]n\b[^.;:]{0,30}(?:requerida|necesaria|fall)/i,
          /autenticazione\b[^.;:]{0,30}(?:richiesta|necessaria|fallita)|autenticaç[ãa]o\b[^.;:]{0,30}(?:necess|requerida|falhou)/i,
        ],
      },
      source: OBSERVED,
      examples: [
        "550 Anmeldung erforderlich: bitte SMTP-Authentifizierung einschalten",
        "530 authentification requise",
      ],
    },
    {
      id: "notices/address-not-found",
      cause: "recipient_unknown",
      probability: 0.95,
      when: {
        text: [
          /(?:the )?(?:e-?mail )?address (?:you entered )?(?:couldn't|could not|wasn't|was not) (?:be )?found/i,
          /address not found|(?:wasn't|was not) found (?:at|in) [a-z0-9.-]{3,260}/i,
          /the (?:e-?mail )?account does not exist at the organi[sz]ation/i,
          /e-?mail address was not found in the recipient's e-?mail system|unknown to address/i,
          /using outdated address info/i,
        ],
      },
      source: NDR,
      examples: [
        "Your message wasn't delivered to nobody@example.com because the address couldn't be found, or is unable to receive mail.",
        "nobody wasn't found at contoso.example.",
        "The e-mail account does not exist at the organization this message was sent to. Check the e-mail address, or contact the recipient directly to find out the correct address.",
        "The email address you entered couldn't be found. Please check the recipient's email address and try to resend the message.",
        "Action Required Recipient Unknown To address",
      ],
    },
    {
      id: "notices/address-not-found-de",
      cause: "recipient_unknown",
      probability: 0.95,
      when: {
        text: [
          /adresse nicht gefunden/i,
          /(?:e-?mail-?)?adresse[^;]{0,60}(?:nicht gefunden|existiert nicht|unbekannt|nicht bekannt|ist ungültig)/i,
          /(?:empf(?:ä|ae)nger|benutzer|teilnehmer|nutzer|postfach|konto|mailbox)\b[^.;]{0,40}(?:unbekannt|existiert (?:hier |bei uns )?nicht|nicht (?:gefunden|vorhanden|bekannt|existent)|gibt es (?:hier |bei uns )?nicht|ungültig)/i,
          /wurde (?:in|bei|unter) [a-z0-9.-]{3,260} nicht gefunden/i,
          /unbekannte (?:an-adresse|empf(?:ä|ae)nger|benutzer|adresse)/i,
          /unbekannter (?:empf(?:ä|ae)nger|benutzer)|unknown (?:recipient|user)[^.;]{0,10}unbekannt/i,
        ],
      },
      source: OBSERVED,
      examples: [
        "niemand wurde in contoso.example nicht gefunden.",
        "Die Nachricht wurde nicht zugestellt, weil die Adresse nicht gefunden wurde oder keine E-Mails empfangen kann.",
        "550 5.1.1 Benutzer unbekannt",
        "550 Empfaenger existiert nicht",
        "554 Empfaenger existiert hier nicht",
        "Die eingegebene E-Mail-Adresse konnte nicht gefunden werden.",
      ],
    },
    {
      id: "notices/address-not-found-fr",
      cause: "recipient_unknown",
      probability: 0.94,
      when: {
        text: [
          /adresse introuvable/i,
          /(?:adresse|destinataire|utilisateur|bo[iî]te|compte)\b[^;]{0,60}(?:introuvable|inconnue?\b|n'existe pas|inexistante?|n'a pas été trouvée?\b|est invalide)/i,
          /adresse à inconnue|(?:utilisateur|destinataire) inconnu/i,
          /n'a pas été trouvée? (?:à|dans|sur|chez) /i,
        ],
      },
      source: OBSERVED,
      examples: [
        "Votre message n'a pas été distribué à personne@example.com, car l'adresse est introuvable ou ne peut pas recevoir de messages.",
        "550 5.1.1 utilisateur inconnu",
      ],
    },
    {
      id: "notices/address-not-found-es-pt",
      cause: "recipient_unknown",
      probability: 0.94,
      when: {
        text: [
          /no se ha encontrado la dirección/i,
          /no se (?:ha )?encontr(?:ó|ado) (?:[^ ;]{1,64} )?(?:en|a|el) /i,
          /(?:direcci[oó]n|destinatario|usuario|buz[oó]n|cuenta)\b[^;]{0,60}(?:no existe|desconocid[oa]|no se (?:ha )?(?:encontr|pudo encontrar)|no encontrad[oa]|inexistente|no v[aá]lid[oa]|inv[aá]lid[oa])/i,
          /(?:endere[cç]o|destinat[aá]rio|usu[aá]rio|conta|caixa)\b[^;]{0,60}(?:n[ãa]o (?:foi )?encontrad[oa]|n[ãa]o existe|inexistente|desconhecid[oa]|inv[aá]lid[oa])/i,
          /não foi encontrad[oa] em/i,
        ],
      },
      source: OBSERVED,
      examples: [
        "550 El usuario no existe",
        "No se encontró a nadie en contoso.example",
        "550 5.1.1 usuario desconocido",
        "O endereço nao@example.com não foi encontrado ou não pode receber e-mails.",
        "550 5.1.1 Usuario inexistente: ninguem@example.com",
      ],
    },
    {
      id: "notices/address-not-found-it",
      cause: "recipient_unknown",
      probability: 0.94,
      when: {
        text: [
          /indirizzo non trovato|impossibile trovare/i,
          /(?:indirizzo|destinatario|utente|casella|account)\b[^;]{0,60}(?:non trovato|non esiste|inesistente|sconosciut[oa]|non valido|non (?:è stato|stata) trovat[oa])/i,
        ],
      },
      source: OBSERVED,
      examples: [
        "Il messaggio non è stato recapitato perché l'indirizzo non è stato trovato o non può ricevere posta.",
        "550 5.1.1 utente inesistente",
      ],
    },
    {
      id: "notices/address-not-found-north-and-east",
      cause: "recipient_unknown",
      probability: 0.94,
      when: {
        text: [
          /adres niet gevonden/i,
          /(?:adres|ontvanger|geadresseerde|gebruiker|mailbox|postvak|account)\b[^;]{0,60}(?:niet gevonden|bestaat niet|onbekend|niet bekend|ongeldig)/i,
          /is niet gevonden (?:bij|in|op)|onbekende? (?:aan-adres|ontvanger|gebruiker)/i,
          /adressen hittades inte/i,
          /(?:adressen|mottagaren?|användaren?|kontot|brevlådan)\b[^;]{0,60}(?:hittades inte|finns inte|okänd|existerar inte|är ogiltig)/i,
          /hittades inte (?:på|hos|i) |okänd (?:till-adress|mottagare|användare)/i,
          /(?:adres|adresat|użytkownik|uzytkownik|konto|skrzynka|odbiorca)\b[^;]{0,60}(?:nie istnieje|nieznany|nie znaleziono|nie został znaleziony)/i,
          /nie znaleziono adresu/i,
          /(?:адрес|пользователь|получатель|ящик)[^;]{0,60}(?:не найден|не существует|неизвестен|отсутствует)/i,
          /adresát[^.;]{0,40}(?:neexistuje|nenalezen)/i,
          /(?:bruger|modtager|mottaker|bruker|vastaanottaja|osoite)[a-z]{0,3}\b[^.;]{0,50}(?:findes ikke|ukendt|finnes ikke|ukjent|tuntematon|ei löyt|ei ole olemassa)/i,
        ],
      },
      source: OBSERVED,
      examples: [
        "550 5.1.1 Gebruiker onbekend",
        "niemand is niet gevonden bij contoso.example.",
        "550 5.1.1 Okänd mottagare",
        "ingen hittades inte på contoso.example.",
        "550 Użytkownik nie istnieje",
        "550 Пользователь не найден",
      ],
    },
    {
      id: "notices/mailbox-full-translated",
      cause: "mailbox_full",
      probability: 0.95,
      when: {
        text: [
          /(?:postfach|posteingang|mailbox|e-mail-konto|speicher)\b[^.;]{0,50}\b(?:voll|überfüllt|überschritten|erschöpft)/i,
          /(?:kontingent|speicherplatz|speichergrenze|speicherlimit|quota)\b[^.;]{0,30}(?:überschritten|erschöpft|voll)/i,
          /bo[iî]te (?:de réception |aux lettres |mail )?[^.;]{0,40}\b(?:est )?pleine/i,
          /(?:quota|espace)[^.;]{0,30}d[eé]pass[eé]/i,
          /(?:buz[oó]n|bandeja|casilla|cuota)\b[^.;]{0,40}(?:llen[oa]|excedid[oa]|superad[oa]|sin espacio)/i,
          /(?:casella|posta in arrivo|cassetta)\b[^.;]{0,40}\b(?:è )?pien[ao]/i,
          /(?:caixa|cota)\b[^.;]{0,40}(?:chei[ao]|lotad[ao]|excedid[ao])/i,
          /(?:postvak|mailbox|inbox)\b[^.;]{0,40}\bvol\b/i,
          /(?:postlåda|brevlåda|inkorg)[a-z]{0,3}\b[^.;]{0,40}\bfull\b/i,
          /skrzynka[^.;]{0,40}(?:pe[lł]na|przepe[lł]niona)/i,
          /(?:ящик|почтовый ящик)[^.;]{0,40}(?:переполнен|заполнен)|schránka[^.;]{0,30}plná/i,
          /postkass[a-z]{0,3}[^.;]{0,30}full/i,
        ],
      },
      source: OBSERVED,
      examples: [
        "550 5.2.2 Das Postfach ist voll",
        "La boîte de réception du destinataire est pleine",
        "El buzón del destinatario está lleno",
        "La casella di posta del destinatario è piena",
        "A caixa de correio do destinatário está cheia",
        "Het postvak van de ontvanger is vol",
        "Mottagarens postlåda är full",
      ],
    },
    {
      id: "notices/disabled-translated",
      cause: "recipient_disabled",
      probability: 0.93,
      when: {
        text: [
          /(?:postfach|konto|mailbox|benutzer|empf(?:ä|ae)nger)\b[^.;]{0,40}(?:gesperrt|deaktiviert|inaktiv|stillgelegt|geschlossen|abgeschaltet)/i,
          /(?:compte|bo[iî]te|adresse(?! ip))\b[^.;]{0,40}(?:d[eé]sactiv[eé]e?|suspendue?|ferm[eé]e?|bloqu[eé]e?|inacti(?:f|ve))/i,
          /(?:cuenta|buz[oó]n)\b[^.;]{0,40}(?:desactivad[oa]|suspendid[oa]|inactiv[oa]|cancelad[oa]|bloquead[oa])/i,
          /(?:casella|account|utenza)\b[^.;]{0,40}(?:disattivat[oa]|sospes[oa]|disabilitat[oa]|chius[oa]|inattiv[oa])/i,
          /(?:conta|caixa)\b[^.;]{0,40}(?:desativad[oa]|suspens[oa]|inativ[oa]|bloquead[oa])/i,
          /(?:account|postvak|mailbox)\b[^.;]{0,40}(?:geblokkeerd|uitgeschakeld|gedeactiveerd|opgeheven|gesloten)/i,
          /(?:konto|skrzynka)\b[^.;]{0,40}(?:zablokowan|nieaktywn|zawieszon)/i,
          /(?:ящик|аккаунт)[^.;]{0,40}(?:заблокирован|отключ[её]н)/i,
        ],
      },
      source: OBSERVED,
      examples: [
        "550 5.2.1 Postfach gesperrt",
        "550 compte suspendu",
        "550 5.2.1 La cuenta está desactivada",
        "550 account sospeso: casella disattivata",
      ],
    },
    {
      id: "notices/too-large-translated",
      cause: "message_too_large",
      probability: 0.95,
      when: {
        text: [
          /(?:nachricht|mail|anhang)\b[^.;]{0,40}(?:zu gro(?:ß|ss)|überschreitet|größenbeschränkung)/i,
          /(?:message|courriel|pièce jointe)\b[^.;]{0,40}trop (?:volumineux|gros|grand|lourd)/i,
          /(?:mensaje|correo|adjunto)\b[^.;]{0,40}(?:demasiado grande|excede|supera)/i,
          /(?:messaggio|allegato)\b[^.;]{0,40}(?:troppo grande|supera|eccede)/i,
          /(?:mensagem|anexo)\b[^.;]{0,40}(?:muito grande|excede|ultrapassa)/i,
          /(?:bericht|bijlage)\b[^.;]{0,40}te groot|meddelandet\b[^.;]{0,30}för stort/i,
          /wiadomo(?:ść|sc)[^.;]{0,40}za du[żz]a/i,
        ],
      },
      source: OBSERVED,
      examples: [
        "550 Die Nachricht ist zu groß",
        "Votre message est trop volumineux",
        "El mensaje es demasiado grande para el servidor",
        "Meddelandet är för stort",
      ],
    },
    {
      id: "notices/attachment-translated",
      cause: "attachment_policy",
      probability: 0.93,
      when: {
        text: [
          /(?:unzulässig|verboten|gesperrt|blockiert|nicht (?:erlaubt|zugelassen|zulässig|gestattet))\w{0,4} [^.;]{0,30}anh[aä]ng/i,
          /anh[aä]ng(?:e|en|s)?\b[^.;]{0,60}(?:nicht (?:erlaubt|zulässig|zugelassen|gestattet|akzeptiert|angenommen)|blockiert|gesperrt|verboten|unzulässig|abgelehnt)/i,
          /pi[eè]ces? jointes?\b[^.;]{0,60}(?:interdit|non autoris|pas autoris|bloqu|refus)/i,
          /(?:adjunto|anexo)s?\b[^.;]{0,60}(?:no (?:está |están )?permitid|n[ãa]o permitid|prohibid|proibid|bloquead|rechazad|rejeitad)/i,
          /allegat[oi]\b[^.;]{0,60}(?:non (?:consentit|permess|ammess)|vietat|bloccat|rifiutat)/i,
          /bijlagen?\b[^.;]{0,60}(?:niet toegestaan|geblokkeerd|verboden|geweigerd)|bilag(?:an|or)\b[^.;]{0,40}(?:inte tillåt|blockerad)/i,
          /za[łl][ąa]cznik[^.;]{0,40}(?:niedozwolon|zablokowan)|添付ファイル[^。]{0,30}(?:禁止|許可されて|拒否|ブロック)/i,
        ],
      },
      source: OBSERVED,
      examples: [
        "Ihre E-Mail wurde nicht zugestellt, da sie einen unzulässigen Dateianhang enthält.",
        "550 Anhänge vom Typ EXE sind nicht erlaubt",
        "550 pièce jointe non autorisée",
        "550 adjunto no permitido: factura.exe",
        "550 allegato bloccato",
        "550 bijlage niet toegestaan",
      ],
    },
    {
      id: "notices/spam-translated",
      cause: "spam_content",
      probability: 0.9,
      when: {
        text: [
          /als spam (?:erkannt|eingestuft|abgelehnt|klassifiziert|markiert|aangemerkt|geweigerd)/i,
          /spam-?(?:verdacht|verdächtig)/i,
          /(?:considéré|identifié|détecté)e? comme (?:du )?(?:spam|pourriel|indésirable)/i,
          /(?:considerado|identificado|clasificado|marcado) como (?:spam|correo no deseado)/i,
          /(?:identificato|considerato|classificato|rilevato) come (?:spam|posta indesiderata)/i,
          /(?:considerad[ao]|identificad[ao]|classificad[ao]) como (?:spam|lixo)|som skräppost/i,
          /jako spam|как спам|迷惑メール|スパム/i,
        ],
      },
      source: OBSERVED,
      examples: [
        "550 5.7.1 Diese E-Mail wurde als Spam eingestuft",
        "554 Message considéré comme spam",
        "550 Mensaje clasificado como spam",
        "550 Messaggio identificato come spam",
      ],
    },
    {
      id: "notices/suspected-as-spam",
      cause: "spam_content",
      probability: 0.78,
      otherCauses: [
        { cause: "ip_blocklisted", probability: 0.1 },
        { cause: "reputation_low", probability: 0.08 },
      ],
      when: {
        text: [
          /suspects your message is spam/i,
          /vermutet, dass (?:es sich bei )?ihre[r]? nachricht[^.]{0,30}spam/i,
          /pense que votre message est du (?:courrier indésirable|spam)/i,
          /sospecha que (?:su|el) mensaje es (?:correo no deseado|spam)/i,
          /sospetta che il messaggio sia (?:spam|posta)/i,
          /suspeita que (?:sua|a) mensagem (?:seja|é) (?:spam|lixo)/i,
        ],
      },
      source: NDR,
      examples: ["contoso.example suspects your message is spam and rejected it."],
    },
    {
      id: "notices/mail-flow-rule",
      cause: "policy_rule_recipient",
      probability: 0.94,
      when: {
        text: [
          /(?:mail flow|transport) rule\b[^;]{0,80}(?:has |have |was |were )?(?:blocked|rejected|refused)/i,
          /nachrichtenflussregel\b[^;]{0,80}(?:blockiert|abgelehnt)|règle de flux (?:de messagerie|de courrier|des messages)[^;]{0,80}bloqué/i,
          /regla de flujo de correo[^;]{0,80}bloque|regola (?:personalizzata )?del flusso di posta[^;]{0,80}bloccat/i,
          /regra de fluxo de (?:e-?mails?|correio)[^;]{0,80}bloque|e-mailstroomregel[^;]{0,80}geblokkeerd/i,
        ],
      },
      source:
        "https://learn.microsoft.com/en-us/exchange/troubleshoot/email-delivery/ndr/fix-error-code-550-5-7-1-in-exchange-online",
      examples: ["A custom mail flow rule created by an admin at example.com has blocked your message."],
    },
    {
      id: "notices/recipients-do-not-accept-sender",
      cause: "sender_blocked_by_recipient",
      probability: 0.9,
      when: {
        text: /(?:they|he|she|the recipients?|the users?) (?:are|is) not accepting (?:any )?(?:e-?)?(?:mail|messages) from\b/i,
      },
      source: OBSERVED,
      examples: [
        "Your mail to the following recipients could not be delivered because they are not accepting mail from jane@example.com:",
      ],
    },
    {
      id: "notices/not-allowed-to-send",
      cause: "recipient_restricted",
      probability: 0.93,
      when: {
        text: [
          /only accepts messages from people in its organi[sz]ation|allowed senders list, and your/i,
          /you (?:do not|don't) have (?:the )?permission to send to (?:this recipient|it|the)/i,
          /delivery to this (?:address|recipient|group) is restricted|isn't allowed to send to/i,
          /isn't set up to receive messages from|weren't delivered because the group/i,
          /ihnen fehlt die berechtigung/i,
          /nimmt nur (?:interne|angemeldete|bekannte|eigene|ausgewählte)|nur (?:interne|angemeldete|berechtigte) absender/i,
          /sie (?:haben keine berechtigung|sind nicht berechtigt)[^.;]{0,40}(?:senden|zu senden)/i,
          /vous n'(?:êtes pas autorisée?|avez pas l'autorisation)[^.;]{0,30}(?:envoyer|écrire)/i,
          /no tiene permiso para enviar/i,
          /non (?:si dispone|hai|dispone)[^.;]{0,20}autorizzazion[^.;]{0,20}invia/i,
          /não tem permissão para enviar|u bent niet gemachtigd|du har inte behörighet/i,
        ],
      },
      source: NDR,
      examples: [
        "The group Sales only accepts messages from people in its organization or on its allowed senders list, and your email address isn't on the list.",
        "You do not have permission to send to this recipient. For assistance, contact your system administrator.",
        "Your message can't be delivered because delivery to this address is restricted.",
        "Sie sind nicht berechtigt, an diesen Empfänger zu senden.",
      ],
    },
    {
      id: "notices/mailbox-cannot-accept-now",
      cause: "mailbox_full",
      probability: 0.94,
      when: {
        text: [
          /mailbox is full and can't accept messages|recipient storage full/i,
          /is larger than the current system limit or the recipient's mailbox is full/i,
        ],
      },
      source: NDR,
      examples: [
        "The recipient's mailbox is full and can't accept messages now.",
        "Recipient storage full, try again another time.",
      ],
    },
    {
      id: "notices/too-large",
      cause: "message_too_large",
      probability: 0.95,
      when: {
        text: [
          /larger than the size limit|message was larger than/i,
          /too large to (?:send|be delivered|deliver)|size of your message/i,
          /exceeds the recipient's size limit|exceeds? the (?:maximum )?(?:allowed )?(?:message )?size/i,
        ],
      },
      source: NDR,
      examples: [
        "Your message is larger than the size limit for messages.",
        "523 the message size exceeds the recipient's size limit",
      ],
    },
    {
      id: "notices/gave-up",
      cause: "delivery_expired",
      probability: 0.85,
      when: {
        text: [
          /attempts to deliver your message were unsuccessful and we stopped trying|we gave up/i,
          /tried to deliver your message[^.;]{0,40}but (?:it|we)/i,
          /keine? zustellung[^.;]{0,30}(?:möglich|innerhalb)|konnte (?:trotz|nach) mehrere[nr] versuche/i,
        ],
      },
      source: NDR,
      examples: ["Several attempts to deliver your message were unsuccessful and we stopped trying."],
    },
    {
      id: "notices/no-connection-accepted",
      cause: "host_unreachable",
      probability: 0.93,
      when: {
        text: [
          /recipient server did not accept our requests to connect/i,
          /server (?:couldn't|could not|can't) be (?:reached|contacted)/i,
          /connection to (?:the )?recipient('s)? server/i,
        ],
      },
      source: GMAIL,
      examples: [
        "The recipient server did not accept our requests to connect. Learn more at https://support.google.com/mail/answer/7720 [mx.example.com 192.0.2.25: timed out]",
      ],
    },
    {
      id: "notices/communication-failure",
      cause: "network_error",
      probability: 0.8,
      when: { text: /communication failure occurred during the delivery/i },
      source: NDR,
      examples: [
        "A communication failure occurred during the delivery of this message. Please try to resend the message later.",
      ],
    },
    {
      id: "notices/rejected-by-settings",
      cause: "policy_rejected",
      probability: 0.72,
      otherCauses: [{ cause: "policy_rule_recipient", probability: 0.2 }],
      when: {
        text: [
          /security or policy settings at/i,
          /rejected (?:your message )?(?:by|because of) (?:the )?(?:recipient's )?email (?:server|system)'s (?:security|policy)/i,
          /your message was rejected by the recipient(?:'s)? e-?mail system/i,
        ],
      },
      source: NDR,
      examples: ["Security or policy settings at contoso.example have rejected your message."],
    },
  ],
});
