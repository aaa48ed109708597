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
    account:
      "A resposta aponta para o nosso lado: um limite ou bloqueio da conta, falta de autenticação ou uma rota antiga para esse domínio (tabelas de transporte, conectores, smart hosts, cache DNS). Verifique, por favor, com a linha acima.",
  },
  thanks: "Obrigado.",
};
