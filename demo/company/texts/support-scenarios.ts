import { code, h, image, ol, p, quote, rich, table, todo, ul } from './rich.ts';
import type { Scenario } from './scenario.ts';
import { createScreenshot } from './screenshot.ts';

/** What support hears of the system itself. */
export const supportScenarios: readonly Scenario[] = [
  {
    name: 'pdv-parado',
    type: '1.4.1',
    subjects: ['PDV', 'Caixa'],
    opening: ({ contact }) =>
      rich(
        p('PDV do caixa 2 não abre depois da queda de energia'),
        p(
          `${contact} ligou: ao abrir aparece **"Banco de dados indisponível"** e fecha. O caixa 1 vende normalmente.`,
        ),
      ),
    followUps: [
      () =>
        rich(
          p('Acesso remoto feito. O serviço do banco não subiu por falta de espaço:'),
          code('FATAL: could not write to file "pg_wal/xlogtemp.1184": No space left on device'),
          p('Liberados 12 GB apagando cópias antigas.'),
        ),
      () =>
        rich(p('Serviço no ar. Pedi que façam três vendas de teste e uma sangria antes de abrir o caixa.')),
    ],
    resolution: () =>
      rich(p('Caixa 2 vendendo, vendas de teste conferidas. Orientado a deixar **20 GB livres** no disco.')),
  },
  {
    name: 'tef',
    type: '1.4.2',
    subjects: ['TEF', 'PDV'],
    opening: ({ contact }) =>
      rich(
        p('Cartão de débito recusado no TEF, crédito passa'),
        p(`Segundo ${contact}, desde as 9h toda venda no débito volta com _"transação não autorizada"_.`),
      ),
    followUps: [
      () =>
        rich(
          p('Conferido no gerenciador:'),
          table(
            ['Bandeira', 'Crédito', 'Débito'],
            ['Elo', 'passa', 'recusa'],
            ['Visa', 'passa', 'recusa'],
            ['Mastercard', 'passa', 'passa'],
          ),
          p('Parece da adquirente. Aberto chamado com eles.'),
        ),
      ({ contact }) =>
        rich(p(`A adquirente confirmou instabilidade no débito até as 14h. Avisei ${contact}.`)),
    ],
    resolution: () => rich(p('Débito voltou às 13:40, testado com Elo e Visa. Nada a fazer no PDV.')),
  },
  {
    name: 'estoque-divergente',
    type: '1.2.2',
    subjects: ['Estoque', 'Inventário'],
    opening: ({ contact, random }) =>
      rich(
        p('Saldo do estoque não bate com o inventário'),
        p(
          `${contact} contou ${random.integer(40, 180)} itens no sábado e ${random.integer(6, 30)} estão com saldo diferente. Enviou a planilha por e-mail.`,
        ),
        ul('Depósito: Loja', 'Inventário fechado no domingo, 22h', 'Vendas continuaram durante a contagem'),
      ),
    followUps: [
      () =>
        rich(
          p(
            'As diferenças são de itens vendidos **durante** a contagem: o inventário foi aberto sem congelar o saldo.',
          ),
          quote('A opção "congelar saldo na abertura" existe desde a versão 8.0 e vem desligada.'),
        ),
      ({ colleague }) =>
        rich(
          p(`Combinado com ${colleague}: gerar o ajuste só dos itens da planilha.`),
          todo(
            'x Conferir a planilha com as vendas do período',
            'x Gerar ajuste em teste',
            'Aplicar na base do cliente',
          ),
        ),
      () => rich(p('Ajuste aplicado na base do cliente. Ficaram dois itens para recontar na quinta.')),
    ],
    resolution: () => rich(p('Recontagem bateu. Congelamento do saldo ligado para os próximos inventários.')),
  },
  {
    name: 'xml-lote',
    type: '1.3.1',
    subjects: ['Estoque', 'XML'],
    opening: ({ contact }) =>
      rich(
        p('Importação do XML de compra não traz o lote dos itens'),
        p(
          `O grupo \`rastro\` está no XML, mas lote e validade ficam vazios no lançamento. ${contact} mandou dois arquivos de fornecedores diferentes.`,
        ),
      ),
    followUps: [
      () =>
        rich(
          p('Reproduzi com o arquivo do fornecedor:'),
          code(
            '<rastro>\n  <nLote>L2407A</nLote>\n  <qLote>48.000</qLote>\n  <dVal>2027-03-31</dVal>\n</rastro>',
          ),
          p('A importação lê o lote só quando o item já controla lote. O cadastro dele não controla.'),
        ),
      ({ colleague }) =>
        rich(
          p(
            `Encaminhado ao desenvolvimento por ${colleague}: marcar o controle de lote na importação, com aviso.`,
          ),
        ),
      ({ contact }) =>
        rich(p(`Previsão de entrega na próxima versão. ${contact} vai digitar os lotes até lá.`)),
    ],
    resolution: () => rich(p('Versão com a correção instalada; os dois XML importados com lote e validade.')),
  },
  {
    name: 'lentidao',
    type: '1.3.2',
    subjects: ['Desempenho', 'Rede'],
    opening: ({ product, contact }) =>
      rich(
        p(`${product} lento em todas as máquinas desde segunda`),
        p(`${contact} diz que a consulta de clientes leva quase um minuto. No servidor, rápido.`),
      ),
    followUps: [
      ({ random }) =>
        rich(
          p('Medição entre a estação e o servidor:'),
          code(
            `4 packets transmitted, 4 received, 0% packet loss\nrtt min/avg/max = 1.2/${random.integer(80, 240)}.4/412.0 ms`,
          ),
          p('Rede, não sistema: o esperado é menos de 2 ms.'),
        ),
      () => rich(p('O técnico da rede trocou o switch do corredor. Pedi nova medição amanhã cedo.')),
    ],
    resolution: () => rich(p('Média de 0,9 ms após a troca do switch. Consulta em menos de um segundo.')),
  },
  {
    name: 'relatorio-comissao',
    type: '1.3.3',
    subjects: ['Comissão', 'Relatório'],
    opening: ({ contact, random }) =>
      rich(
        p('Relatório de comissão não fecha com as vendas do mês'),
        p(
          `Diferença de **R$ ${random.integer(120, 980)},${random.digits(2)}** segundo ${contact}. O vendedor com diferença teve devoluções.`,
        ),
      ),
    followUps: [
      () =>
        rich(
          p('Conta refeita à mão:'),
          table(
            ['Parcela', 'Relatório', 'Conferido'],
            ['Vendas', '48.310,00', '48.310,00'],
            ['Devoluções', '0,00', '2.150,00'],
            ['Base', '48.310,00', '46.160,00'],
          ),
          p('As devoluções com nota de entrada própria não são descontadas.'),
        ),
      ({ colleague }) =>
        rich(
          p(`${colleague} confirmou: o parâmetro "descontar devolução própria" estava desligado na filial.`),
        ),
    ],
    resolution: () => rich(p('Parâmetro ligado e relatório emitido de novo. Fechou ao centavo.')),
  },
  {
    name: 'impressora',
    type: '1.2.4',
    subjects: ['Impressora', 'Etiqueta'],
    opening: ({ contact, random }) =>
      rich(
        p('Etiqueta de gôndola sai cortada na lateral'),
        p(`Impressora nova, ${contact} já trocou o rolo. Segue a tela do aviso.`),
        image(createScreenshot(random), 'Aviso da impressora: margem fora da área'),
      ),
    followUps: [
      () =>
        rich(
          p(
            'Modelo de etiqueta estava em 105 mm e o rolo é de **100 mm**. Ajustada a largura e a margem esquerda.',
          ),
        ),
    ],
    resolution: () => rich(p('Vinte etiquetas impressas sem corte. Modelo salvo como "Gôndola 100".')),
  },
  {
    name: 'senha',
    type: '1.1.2',
    subjects: ['Acesso'],
    opening: ({ contact }) =>
      rich(
        p('Novo usuário sem acesso ao financeiro'),
        p(`${contact} pediu acesso de consulta aos títulos para a funcionária nova, sem baixa.`),
      ),
    followUps: [
      ({ contact }) =>
        rich(p(`Faltava a autorização por escrito. ${contact} respondeu o e-mail autorizando.`)),
    ],
    resolution: () =>
      rich(
        p('Usuário criado no grupo _Consulta financeiro_. Permissões conferidas na tela:'),
        todo('x Consultar títulos', 'x Imprimir extrato', 'Baixar título (não concedida)'),
      ),
  },
  {
    name: 'instalacao',
    type: '1.1.1',
    subjects: ['Instalação'],
    opening: ({ product, contact }) =>
      rich(
        h('Instalação em computador novo'),
        p(`${contact} trocou o computador do faturamento. Instalar ${product} e a impressora de notas.`),
        ol(
          'Copiar os certificados da máquina antiga',
          'Instalar e apontar para o servidor',
          'Testar emissão em homologação',
        ),
      ),
    followUps: [
      () =>
        rich(
          p(
            'Sistema instalado e apontado. A máquina antiga já foi formatada: o certificado A1 precisa vir do contador.',
          ),
        ),
      ({ contact }) =>
        rich(
          p(
            `${contact} conseguiu o arquivo do certificado. Instalado; senha digitada por ela, não ficou conosco.`,
          ),
        ),
    ],
    resolution: () => rich(p('Nota emitida em homologação e depois a primeira em produção. Tudo certo.')),
  },
];
