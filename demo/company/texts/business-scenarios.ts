import { h, p, quote, rich, table, todo, ul } from './rich.ts';
import type { Scenario } from './scenario.ts';

/** Bank slips, sales, training, cancellation. */
export const businessScenarios: readonly Scenario[] = [
  {
    name: 'boleto-valor',
    type: '2.1.1',
    subjects: ['Boleto', 'Banco'],
    opening: ({ contact, random }) =>
      rich(
        p('Boleto registrado com valor diferente do título'),
        p(
          `O banco mostra R$ ${random.integer(300, 900)},00 e o título é de R$ ${random.integer(901, 1900)},00. ${contact} já pagou e quer a diferença explicada.`,
        ),
      ),
    followUps: [
      () =>
        rich(
          p(
            'A remessa levou o desconto de pontualidade como abatimento. Convênio configurado com o código errado de instrução.',
          ),
        ),
      () =>
        rich(
          p(
            'Corrigido o código no convênio e reenviada a remessa em homologação do banco. Espera o retorno.',
          ),
        ),
    ],
    resolution: ({ contact }) =>
      rich(p(`Retorno do banco sem ocorrências. Diferença lançada como crédito para ${contact}.`)),
  },
  {
    name: 'boleto-email',
    type: '2.1.2',
    subjects: ['Boleto', 'E-mail'],
    opening: ({ contact }) =>
      rich(
        p('Boleto não sai por e-mail'),
        p(`${contact} pediu a segunda via do boleto. O endereço cadastrado estava errado.`),
      ),
    followUps: [
      () =>
        rich(
          p(
            'O servidor de e-mail do cliente recusa a porta 25. Pedi à TI deles os dados da porta com criptografia.',
          ),
        ),
    ],
    resolution: () => rich(p('Porta SMTP corrigida para 587. Segunda via enviada e recebida.')),
  },
  {
    name: 'conciliacao',
    type: '1.2.3',
    subjects: ['Conciliação', 'Financeiro'],
    opening: ({ contact }) =>
      rich(
        p('Diferença no fechamento de caixa'),
        p(`${contact} não consegue conciliar o dia 12: sobra um lançamento de sangria.`),
      ),
    followUps: [
      () =>
        rich(p('A sangria foi lançada no PDV e de novo à mão no financeiro, com dois minutos de diferença.')),
    ],
    resolution: () => rich(p('Sangria lançada em dobro; estornada. Caixa fechou.')),
  },
  {
    name: 'proposta',
    type: '4.1',
    subjects: ['Proposta', 'Licenças'],
    opening: ({ contact, random }) =>
      rich(
        p(`Proposta de mais ${random.integer(2, 6)} usuários do PDV`),
        p(`${contact} abre outra loja no mês que vem e pediu preço com e sem TEF.`),
      ),
    followUps: [
      () =>
        rich(
          p('Enviada por e-mail:'),
          table(
            ['Item', 'Mensal'],
            ['2 usuários do PDV', 'R$ 318,00'],
            ['TEF, por ponto', 'R$ 74,90'],
            ['Implantação (única)', 'R$ 1.200,00'],
          ),
          p('Validade de 15 dias.'),
        ),
      ({ contact }) => rich(p(`${contact} achou a implantação cara. Propus fazer remoto por **R$ 690,00**.`)),
      ({ contact }) =>
        rich(
          quote(`"Se fizer em três vezes a gente fecha essa semana."`),
          p(`Levei o pedido de ${contact} à gerência.`),
        ),
    ],
    resolution: () =>
      rich(p('Fechado com implantação remota em três vezes. Contrato assinado, enviado à implantação.')),
  },
  {
    name: 'divida',
    type: '2.2',
    subjects: ['Cobrança', 'Acordo'],
    opening: ({ contact, random }) =>
      rich(
        p(`Acordo de ${random.integer(2, 5)} parcelas em atraso`),
        p(`${contact} ligou por iniciativa própria e quer regularizar até o fim do mês.`),
      ),
    followUps: [
      () =>
        rich(
          p(
            'Proposta: entrada de 30 % e o resto em quatro vezes, sem multa se a primeira for paga até sexta.',
          ),
        ),
      () => rich(p('Entrada paga. Boletos das parcelas enviados.')),
    ],
    resolution: () => rich(p('Acordo cumprido, títulos baixados e aviso de inadimplência retirado.')),
  },
  {
    name: 'treinamento',
    type: '5.2',
    subjects: ['Treinamento'],
    opening: ({ contact }) =>
      rich(
        h('Treinamento do fechamento mensal'),
        p(`Pedido por ${contact} para a equipe nova, na quarta, 10h.`),
        todo('Preparar base de exemplo', 'Enviar convite', 'Confirmar projetor'),
      ),
    followUps: [
      () =>
        rich(
          p('Base preparada com os dados de maio.'),
          todo('x Preparar base de exemplo', 'x Enviar convite', 'Confirmar projetor'),
        ),
      () => rich(p('Remarcado a pedido do cliente: duas pessoas em férias. Nova data a confirmar.')),
    ],
    resolution: () =>
      rich(
        p('Treinamento feito, 2 h, cinco pessoas. Material enviado:'),
        ul('Roteiro do fechamento', 'Lista de conferência', 'Gravação'),
      ),
  },
  {
    name: 'visita',
    type: '4.2',
    subjects: ['Visita'],
    opening: ({ contact }) =>
      rich(
        p('Visita para conhecer a operação do depósito'),
        p(`${contact} quer coletor de dados na separação. Marcar visita.`),
      ),
    followUps: [
      () =>
        rich(
          p('Visita feita. Separação em papel, duas docas, sem rede sem fio no fundo do galpão.'),
          ul('3 coletores', '2 antenas', 'Etiqueta de endereço'),
        ),
    ],
    resolution: () => rich(p('Relatório da visita entregue. Proposta segue em outro atendimento.')),
  },
  {
    name: 'cancelamento',
    type: '4.3',
    subjects: ['Cancelamento', 'Contrato'],
    opening: ({ contact, product }) =>
      rich(
        p(`Pedido de cancelamento do módulo ${product}`),
        p(`${contact} diz que o módulo não é usado desde o ano passado e quer reduzir a mensalidade.`),
      ),
    followUps: [
      () => rich(p('Aviso prévio de 30 dias explicado. Oferecido pausar por três meses, sem custo.')),
    ],
    resolution: () => rich(p('Aceitou a pausa de três meses. Revisar depois disso.')),
  },
];
