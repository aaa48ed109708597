import type { MessageWords } from "./languages.ts";

export const french: MessageWords = {
  subjectToThem: "Votre serveur refuse les messages pour {recipient}",
  subjectToUs: "Notre message à {recipient} a été refusé",
  greeting: "Bonjour,",
  happenedToThem: "un message pour {recipient} nous est revenu. Votre système de messagerie l'a refusé :",
  happenedToUs: "mon message à {recipient} m'est revenu. Voici la réponse du serveur de destination :",
  theAddress: "cette adresse",
  labels: {
    recipient: "Destinataire",
    sender: "Expéditeur",
    time: "Heure",
    messageId: "Message-ID",
    server: "Serveur",
    reply: "Réponse",
  },
  kinds: {
    directory:
      "C'est la réponse du blocage à la périphérie basé sur l'annuaire (Directory-Based Edge Blocking) de Microsoft 365 : l'adresse n'est pas dans l'annuaire de votre organisation. Le refus a lieu avant tout filtrage ; SPF, DKIM, DMARC et les listes noires n'y sont pour rien, et le suivi des messages ne montre rien. Merci de vérifier si {recipient} doit exister. Si l'adresse existe : attendez jusqu'à 24 heures après un changement, redéfinissez l'adresse proxy ou, si tout le domaine est touché, passez le domaine accepté en « Relais interne », enregistrez, puis revenez à « Faisant autorité ». Les groupes de distribution dynamiques et les dossiers publics locaux ont besoin d'un contact de messagerie ou de la synchronisation. Ces commandes montrent l'état :",
    mailbox:
      "Merci de vérifier que la boîte {recipient} existe, qu'elle est active, qu'elle a de la place, et vers où elle transfère.",
    refused:
      "Il semble qu'une règle, une liste ou un filtre de votre côté ait refusé le message. Merci de le chercher dans vos journaux par heure et destinataire, et d'autoriser cet expéditeur s'il est le bienvenu.",
    route:
      "Il semble que le courrier de ce domaine n'atteigne pas le bon serveur. Merci de vérifier l'enregistrement MX, que ses serveurs répondent de l'extérieur sur le port 25, qu'ils connaissent le domaine et ses adresses, et que leur certificat est valide.",
    system:
      "La réponse indique une panne du serveur de destination. Merci de consulter son journal à l'heure indiquée.",
    authentication:
      "La réponse indique que nos messages ne prouvent pas leur origine. Merci de vérifier SPF, DKIM et DMARC de notre domaine, ainsi que le DNS inverse et le nom HELO du serveur d'envoi, et surtout que le service qui a envoyé ce message est déclaré et signe avec notre domaine.",
    reputation:
      "La réponse indique que notre serveur ou notre domaine y a mauvaise réputation, ou envoie trop. Merci de chercher d'abord la cause (compte piraté, formulaire ouvert, envois en masse), d'y mettre fin, puis de demander le retrait à la liste ou au destinataire nommé dans la réponse.",
    letters:
      "L'adresse ou le message contient des caractères hors ASCII, et votre serveur n'offre pas SMTPUTF8 (RFC 6531). Merci de l'activer, ou de nous donner pour {recipient} une adresse en lettres simples.",
    undecided:
      "La réponse ne dit pas pourquoi, et nous n'avons pas pu le déterminer. Merci de chercher le message dans votre journal par date et destinataire : seul votre côté peut en voir la raison.",
    forwarding:
      "Le message a été relayé par une redirection ou une liste de votre côté, et le serveur suivant l'a refusé parce qu'un message redirigé ne prouve plus son origine. Merci de faire réécrire l'expéditeur d'enveloppe (SRS), de laisser le message intact pour que sa signature DKIM reste valable, et de le sceller avec ARC.",
    oldWay:
      "Notre serveur a remis le message à un système qui n'est plus responsable de ce domaine : son enregistrement MX désigne d'autres serveurs. Merci de chercher ce qui y mène encore (tables de transport, connecteurs, relais, fichiers hosts, cache DNS) et de le supprimer.",
    pace: "L'autre côté accepte nos messages plus lentement que notre serveur ne les envoie. Merci de vérifier qu'il les garde en file et réessaie depuis la même adresse pendant au moins un jour, et de réduire le nombre de connexions et de messages simultanés vers ce destinataire.",
    format:
      "L'autre côté n'a pas pu lire ce que notre serveur a envoyé : le message ou le dialogue enfreint la norme. Merci de consulter son journal à l'heure indiquée et de vérifier le programme qui a écrit le message (en-têtes, fins de ligne, longueur des lignes, encodage) et tout ce qui modifie le courrier sortant.",
    returnAddress:
      "La réponse dit qu'il est impossible de répondre à l'adresse de l'expéditeur. Merci de vérifier que l'adresse existe et que son domaine a un enregistrement MX et accepte du courrier.",
    account:
      "La réponse indique un problème de notre côté : limite ou blocage du compte, authentification absente, ou liste sur laquelle notre service d'envoi garde cette adresse. Merci de vérifier à l'aide de la ligne ci-dessus.",
  },
  thanks: "Merci d'avance.",
};
