import type { MessageWords } from "./languages.ts";

export const italian: MessageWords = {
  subjectToThem: "Il vostro server rifiuta la posta per {recipient}",
  subjectToUs: "La nostra e-mail a {recipient} è stata rifiutata",
  greeting: "Buongiorno,",
  happenedToThem: "un'e-mail per {recipient} è tornata indietro. Il vostro sistema di posta l'ha rifiutata:",
  happenedToUs:
    "la mia e-mail a {recipient} è tornata indietro. Ecco la risposta del server di destinazione:",
  theAddress: "questo indirizzo",
  labels: {
    recipient: "Destinatario",
    sender: "Mittente",
    time: "Ora",
    messageId: "Message-ID",
    server: "Server",
    reply: "Risposta",
  },
  kinds: {
    directory:
      "È la risposta del blocco perimetrale basato su directory (Directory-Based Edge Blocking) di Microsoft 365: l'indirizzo non è nella directory della vostra organizzazione. Il rifiuto avviene prima di ogni filtro; SPF, DKIM, DMARC e le liste di blocco non c'entrano, e la traccia dei messaggi non mostra nulla. Verificate per favore se {recipient} deve esistere. Se esiste: attendete fino a 24 ore dopo una modifica, reimpostate l'indirizzo proxy oppure, se è colpito l'intero dominio, impostate il dominio accettato su «Inoltro interno», salvate e tornate a «Autorevole». I gruppi di distribuzione dinamici e le cartelle pubbliche locali richiedono un contatto di posta o la sincronizzazione. Questi comandi mostrano lo stato:",
    mailbox:
      "Verificate per favore se la casella {recipient} esiste, è attiva e ha spazio, e verso dove inoltra.",
    refused:
      "Sembra che una regola, una lista o un filtro da voi abbia rifiutato l'e-mail. Cercatela per favore nel registro per ora e destinatario, e consentite questo mittente se è gradito.",
    route:
      "Sembra che la posta di questo dominio non arrivi al server giusto. Verificate per favore il record MX, che i suoi server rispondano dall'esterno sulla porta 25, che conoscano il dominio e i suoi indirizzi e che il certificato sia valido.",
    system:
      "La risposta indica un guasto del server ricevente. Controllate per favore il suo registro all'ora indicata.",
    authentication:
      "La risposta dice che la nostra posta non dimostra la sua origine. Verificate per favore SPF, DKIM e DMARC del nostro dominio, il DNS inverso e il nome HELO del server che invia, e soprattutto che il servizio che ha inviato questa e-mail sia autorizzato e firmi con il nostro dominio.",
    reputation:
      "La risposta dice che il nostro server o dominio ha una cattiva reputazione, o invia troppo. Cercate per prima la causa (account violato, modulo aperto, invii di massa), eliminatela e poi chiedete la rimozione alla lista o al ricevente nominato nella risposta.",
    letters:
      "L'indirizzo o il messaggio contiene caratteri non ASCII, e il vostro server non offre SMTPUTF8 (RFC 6531). Attivatelo per favore, o indicateci per {recipient} un indirizzo in lettere semplici.",
    undecided:
      "La risposta non dice perché, e nemmeno noi abbiamo potuto capirlo. Cercate per favore il messaggio nel vostro registro per ora e destinatario: solo dalla vostra parte si vede il motivo.",
    forwarding:
      "Il messaggio è stato inoltrato da un reindirizzamento o da una lista dalla vostra parte, e il server successivo lo ha rifiutato perché un messaggio inoltrato non prova più la sua origine. Fate per favore riscrivere il mittente della busta (SRS), lasciate il messaggio invariato perché la firma DKIM resti valida e sigillatelo con ARC.",
    oldWay:
      "Il nostro server ha consegnato il messaggio a un sistema che non è più responsabile di questo dominio: il suo record MX indica altri server. Cercate per favore che cosa vi conduce ancora (tabelle di trasporto, connettori, smart host, file hosts, cache DNS) e rimuovetelo.",
    pace: "L'altra parte accetta la nostra posta più lentamente di quanto il nostro server la invii. Verificate per favore che la tenga in coda e riprovi dallo stesso indirizzo per almeno un giorno, e che apra meno connessioni e invii meno messaggi insieme a questo destinatario.",
    format:
      "L'altra parte non ha potuto leggere ciò che il nostro server ha inviato: il messaggio o il dialogo viola lo standard. Controllate per favore il suo registro all'ora indicata e il programma che ha scritto il messaggio (intestazioni, fine riga, lunghezza delle righe, codifica) e tutto ciò che modifica la posta in uscita.",
    returnAddress:
      "La risposta dice che non si può rispondere all'indirizzo del mittente. Verificate per favore che l'indirizzo esista e che il suo dominio abbia un record MX e accetti posta.",
    account:
      "La risposta indica un problema dalla nostra parte: un limite o blocco dell'account, l'accesso mancante o un elenco in cui il nostro servizio di invio tiene questo indirizzo. Verificate per favore con la riga qui sopra.",
  },
  thanks: "Grazie.",
};
