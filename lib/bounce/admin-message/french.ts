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
    account:
      "La réponse indique un problème de notre côté : limite ou blocage du compte, authentification absente, ou route périmée vers ce domaine (tables de transport, connecteurs, relais, cache DNS). Merci de vérifier à l'aide de la ligne ci-dessus.",
  },
  thanks: "Merci d'avance.",
};
