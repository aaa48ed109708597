import type { MessageWords } from "./languages.ts";

export const spanish: MessageWords = {
  subjectToThem: "Su servidor rechaza el correo para {recipient}",
  subjectToUs: "Nuestro correo para {recipient} fue rechazado",
  greeting: "Hola:",
  happenedToThem: "un correo para {recipient} nos fue devuelto. Su sistema de correo lo rechazó:",
  happenedToUs: "mi correo para {recipient} fue devuelto. Esto respondió el servidor de destino:",
  theAddress: "esta dirección",
  labels: {
    recipient: "Destinatario",
    sender: "Remitente",
    time: "Hora",
    messageId: "Message-ID",
    server: "Servidor",
    reply: "Respuesta",
  },
  kinds: {
    directory:
      "Es la respuesta del bloqueo perimetral basado en directorios (Directory-Based Edge Blocking) de Microsoft 365: la dirección no está en el directorio de su organización. El rechazo ocurre antes de cualquier filtro; SPF, DKIM, DMARC y las listas negras no tienen nada que ver, y el seguimiento de mensajes no muestra nada. Compruebe, por favor, si {recipient} debe existir. Si existe: espere hasta 24 horas después de un cambio, vuelva a asignar la dirección proxy o, si afecta a todo el dominio, ponga el dominio aceptado en «Retransmisión interna», guarde y vuelva a «Autoritativo». Los grupos de distribución dinámicos y las carpetas públicas locales necesitan un contacto de correo o la sincronización. Estos comandos muestran el estado:",
    mailbox:
      "Compruebe, por favor, si el buzón {recipient} existe, está activo y tiene espacio, y adónde reenvía.",
    refused:
      "Parece que una regla, una lista o un filtro de ustedes rechazó el correo. Búsquelo, por favor, en el registro por hora y destinatario, y permita a este remitente si es bienvenido.",
    route:
      "Parece que el correo de este dominio no llega al servidor correcto. Compruebe, por favor, el registro MX, que sus servidores respondan desde fuera en el puerto 25, que conozcan el dominio y sus direcciones, y que su certificado sea válido.",
    system:
      "La respuesta apunta a un fallo del servidor receptor. Consulte, por favor, su registro a la hora indicada.",
    authentication:
      "La respuesta dice que nuestro correo no demuestra su origen. Compruebe, por favor, SPF, DKIM y DMARC de nuestro dominio, y el DNS inverso y el nombre HELO del servidor que envía; sobre todo, que el servicio que envió este correo esté autorizado y firme con nuestro dominio.",
    reputation:
      "La respuesta dice que nuestro servidor o dominio tiene mala reputación allí, o envía demasiado. Busque primero la causa (cuenta comprometida, formulario abierto, correo masivo), corríjala y después solicite la baja a la lista o al receptor que nombra la respuesta.",
    letters:
      "La dirección o el correo contiene caracteres fuera de ASCII, y su servidor no ofrece SMTPUTF8 (RFC 6531). Actívelo, por favor, o denos para {recipient} una dirección con letras simples.",
    undecided:
      "La respuesta no dice por qué, y tampoco nosotros hemos podido saberlo. Búsquelo, por favor, en su registro por hora y destinatario: solo su lado puede ver el motivo.",
    forwarding:
      "El correo fue reenviado por una redirección o una lista de su lado, y el servidor siguiente lo rechazó porque un correo reenviado ya no demuestra su origen. Haga, por favor, que se reescriba el remitente del sobre (SRS), que el correo no se modifique para que su firma DKIM siga siendo válida, y que se selle con ARC.",
    oldWay:
      "Nuestro servidor entregó el correo a un sistema que ya no es responsable de este dominio: su registro MX nombra otros servidores. Busque, por favor, qué lleva todavía allí (tablas de transporte, conectores, smart hosts, archivos hosts, caché DNS) y elimínelo.",
    pace: "El otro lado acepta nuestro correo más despacio de lo que nuestro servidor lo envía. Compruebe, por favor, que lo conserva en la cola y lo reintenta desde la misma dirección durante al menos un día, y que abre menos conexiones y envía menos correos a la vez a este destinatario.",
    format:
      "El otro lado no pudo leer lo que envió nuestro servidor: el correo o el diálogo incumple el estándar. Consulte, por favor, su registro a la hora indicada y revise el programa que escribió el correo (cabeceras, finales de línea, longitud de línea, codificación) y todo lo que modifica el correo saliente.",
    returnAddress:
      "La respuesta dice que no se puede responder a la dirección del remitente. Compruebe, por favor, que la dirección existe y que su dominio tiene un registro MX y acepta correo.",
    account:
      "La respuesta apunta a nuestro lado: un límite o bloqueo de la cuenta, falta de autenticación o una lista en la que nuestro servicio de envío tiene esta dirección. Compruébelo, por favor, con la línea de arriba.",
  },
  thanks: "Muchas gracias.",
};
