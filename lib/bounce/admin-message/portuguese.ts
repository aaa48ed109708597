import type { MessageWords } from "./languages.ts";

export const portuguese: MessageWords = {
  subjectToThem: "O seu servidor recusa mensagens para {recipient}",
  subjectToUs: "A nossa mensagem para {recipient} foi recusada",
  greeting: "Olá,",
  happenedToThem: "uma mensagem para {recipient} foi devolvida. O seu sistema de e-mail a recusou:",
  happenedToUs:
    "a minha mensagem para {recipient} foi devolvida. Esta foi a resposta do servidor de destino:",
  theAddress: "este endereço",
  labels: {
    recipient: "Destinatário",
    sender: "Remetente",
    time: "Hora",
    messageId: "Message-ID",
    server: "Servidor",
    reply: "Resposta",
  },
  kinds: {
    directory:
      "Esta é a resposta do bloqueio de borda baseado em diretório (Directory-Based Edge Blocking) do Microsoft 365: o endereço não está no diretório da sua organização. A recusa acontece antes de qualquer filtro; SPF, DKIM, DMARC e listas de bloqueio nada têm a ver com isso, e o rastreamento de mensagens não mostra nada. Verifique, por favor, se {recipient} deve existir. Se existe: aguarde até 24 horas após uma mudança, defina de novo o endereço proxy ou, se todo o domínio for afetado, mude o domínio aceito para “Retransmissão interna”, salve e volte para “Autoritativo”. Grupos de distribuição dinâmicos e pastas públicas locais precisam de um contato de e-mail ou de sincronização. Estes comandos mostram o estado:",
    mailbox:
      "Verifique, por favor, se a caixa de correio {recipient} existe, está ativa e tem espaço, e para onde encaminha.",
    refused:
      "Parece que uma regra, uma lista ou um filtro do seu lado recusou a mensagem. Procure-a, por favor, no registro por hora e destinatário, e permita este remetente se ele for bem-vindo.",
    route:
      "Parece que o e-mail deste domínio não chega ao servidor certo. Verifique, por favor, o registro MX, se os servidores respondem de fora na porta 25, se conhecem o domínio e os seus endereços, e se o certificado é válido.",
    system:
      "A resposta indica uma falha do servidor de destino. Consulte, por favor, o registro dele na hora indicada.",
    authentication:
      "A resposta diz que o nosso e-mail não comprova a sua origem. Verifique, por favor, SPF, DKIM e DMARC do nosso domínio, e o DNS reverso e o nome HELO do servidor que envia; sobretudo se o serviço que enviou esta mensagem está autorizado e assina com o nosso domínio.",
    reputation:
      "A resposta diz que o nosso servidor ou domínio tem má reputação lá, ou envia demais. Procure primeiro a causa (conta invadida, formulário aberto, envio em massa), corrija-a e depois peça a remoção à lista ou ao destinatário citado na resposta.",
    letters:
      "O endereço ou a mensagem contém caracteres fora do ASCII, e o vosso servidor não oferece SMTPUTF8 (RFC 6531). Ative-o, por favor, ou indique-nos para {recipient} um endereço em letras simples.",
    undecided:
      "A resposta não diz porquê, e nós também não o pudemos saber. Procure, por favor, no seu registo por hora e destinatário: só do seu lado se vê o motivo.",
    forwarding:
      "A mensagem foi reencaminhada por um redirecionamento ou uma lista do seu lado, e o servidor seguinte recusou-a porque uma mensagem reencaminhada já não prova a sua origem. Faça, por favor, reescrever o remetente do envelope (SRS), deixe a mensagem inalterada para que a assinatura DKIM continue válida e sele-a com ARC.",
    oldWay:
      "O nosso servidor entregou a mensagem a um sistema que já não é responsável por este domínio: o registo MX indica outros servidores. Procure, por favor, o que ainda leva até lá (tabelas de transporte, conectores, smart hosts, ficheiros hosts, cache DNS) e remova-o.",
    pace: "O outro lado aceita o nosso correio mais devagar do que o nosso servidor o envia. Verifique, por favor, que ele o mantém na fila e volta a tentar a partir do mesmo endereço durante pelo menos um dia, e que abre menos ligações e envia menos mensagens de cada vez a este destinatário.",
    format:
      "O outro lado não conseguiu ler o que o nosso servidor enviou: a mensagem ou o diálogo viola a norma. Consulte, por favor, o registo dele na hora indicada e verifique o programa que escreveu a mensagem (cabeçalhos, fins de linha, comprimento das linhas, codificação) e tudo o que altera o correio de saída.",
    returnAddress:
      "A resposta diz que não é possível responder ao endereço do remetente. Verifique, por favor, que o endereço existe e que o domínio tem um registo MX e aceita correio.",
    account:
      "A resposta aponta para o nosso lado: um limite ou bloqueio da conta, falta de autenticação ou uma lista em que o nosso serviço de envio mantém este endereço. Verifique, por favor, com a linha acima.",
  },
  thanks: "Obrigado.",
};
