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
    account:
      "La respuesta apunta a nuestro lado: un límite o bloqueo de la cuenta, falta de autenticación o una ruta antigua hacia ese dominio (tablas de transporte, conectores, smart hosts, caché DNS). Compruébelo, por favor, con la línea de arriba.",
  },
  thanks: "Muchas gracias.",
};
