import { code, image, ol, p, quote, rich, table, todo, ul } from './rich.ts';
import type { Scenario } from './scenario.ts';
import { createScreenshot } from './screenshot.ts';

/** Invoices, certificates, tax books. */
export const fiscalScenarios: readonly Scenario[] = [
  {
    name: 'rejeicao-ncm',
    type: '1.2.1',
    subjects: ['NF-e', 'NCM'],
    opening: ({ contact, document }) =>
      rich(
        p('Rejeição 778 na NF-e: NCM inexistente'),
        p(`${contact} ligou: a NF-e ${document} volta com a **rejeição 778** (NCM inexistente) no item 3.`),
        p('Conferido o cadastro: o NCM `2106.90.29` foi extinto na tabela de julho.'),
      ),
    followUps: [
      ({ contact }) =>
        rich(
          p(
            `Reproduzi na base de teste: o NCM \`2106.90.29\` saiu da tabela de 01/07. Pedi a ${contact} que troque no cadastro do item e reenvie.`,
          ),
        ),
      ({ contact }) =>
        rich(
          p(`Enviei a ${contact} por e-mail o passo a passo da troca em lote:`),
          ol(
            'Cadastros, Itens, Troca em lote',
            'Campo NCM, de `2106.90.29` para `2106.90.90`',
            'Conferir a lista e gravar',
          ),
        ),
      ({ contact }) => rich(p(`${contact} vai conferir os itens 4 e 5 e retorna ainda hoje.`)),
    ],
    resolution: ({ contact, document }) =>
      rich(p(`${contact} reenviou a nota ${document} com o NCM novo e foi **autorizada**.`)),
  },
  {
    name: 'rejeicao-icms',
    type: '3.2',
    subjects: ['NF-e', 'ICMS-ST'],
    opening: ({ contact, document, random }) =>
      rich(
        p('ICMS-ST sai zerado depois da atualização'),
        p(`Na nota ${document}, o ICMS-ST dos itens com CST 10 ficou em zero. ${contact} mandou a tela.`),
        image(createScreenshot(random), 'Nota com o ICMS-ST zerado'),
      ),
    followUps: [
      () =>
        rich(
          p('O MVA da UF de destino não está na tabela nova:'),
          table(
            ['UF', 'NCM', 'MVA antigo', 'MVA novo'],
            ['MG', '1905.90.90', '45,00 %', '(vazio)'],
            ['PR', '1905.90.90', '40,00 %', '40,00 %'],
          ),
        ),
      ({ colleague }) =>
        rich(
          p(
            `${colleague} importou a tabela de MVA de MG na base de teste; o valor bate com o da contabilidade.`,
          ),
        ),
      ({ contact }) =>
        rich(
          p(
            `Tabela importada na base do cliente. ${contact} vai emitir a próxima nota com os itens de MG e conferir.`,
          ),
        ),
    ],
    resolution: () =>
      rich(p('Nota emitida com ICMS-ST correto. As duas notas erradas foram canceladas no prazo.')),
  },
  {
    name: 'cfop-devolucao',
    type: '3.2',
    subjects: ['NF-e', 'CFOP'],
    opening: ({ contact, document }) =>
      rich(
        p('Nota de devolução com CFOP errado'),
        p(
          `A devolução ${document} saiu com ~~1.202~~ e deveria ser **2.202**: o cliente é de outro estado. ${contact} quer corrigir sem cancelar.`,
        ),
      ),
    followUps: [
      () =>
        rich(
          quote(
            'A carta de correção não altera valores, partes nem data; CFOP pode ser corrigido desde que não mude a natureza dos impostos.',
          ),
          p('Aqui muda a alíquota, então precisa cancelar e emitir de novo.'),
        ),
      ({ contact }) =>
        rich(p(`Expliquei a ${contact} o prazo de 24 horas para cancelar. Vai falar com a transportadora.`)),
    ],
    resolution: () =>
      rich(
        p(
          'Cancelada e emitida de novo com CFOP 2.202. Regra do CFOP por UF corrigida no cadastro da operação.',
        ),
      ),
  },
  {
    name: 'certificado',
    type: '3.3',
    subjects: ['Certificado', 'NF-e'],
    opening: ({ contact, random }) =>
      rich(
        p(`Certificado A1 vence em ${random.integer(3, 15)} dias`),
        p(`Aviso automático do sistema. ${contact} ainda não comprou o novo.`),
      ),
    followUps: [
      ({ contact }) =>
        rich(
          p(`Enviei a ${contact} a lista de documentos para a validação por vídeo.`),
          ul('Contrato social', 'Documento com foto', 'Cartão CNPJ'),
        ),
      () =>
        rich(
          p(
            'Validação marcada. Combinado instalar no mesmo dia, no servidor e nas duas estações do faturamento.',
          ),
        ),
    ],
    resolution: () =>
      rich(
        p('Renovado e instalado no servidor de NF-e.'),
        todo('x Servidor', 'x Estação 1', 'x Estação 2', 'x Nota de teste em homologação'),
      ),
  },
  {
    name: 'sped',
    type: '3.1',
    subjects: ['SPED', 'Conferência'],
    opening: ({ contact, random }) =>
      rich(
        p(`Conferência do SPED de ${random.pick(['abril', 'maio', 'junho', 'julho', 'agosto'])}`),
        p(
          `O validador aponta ${random.integer(2, 40)} erros no bloco C. ${contact} precisa transmitir até o dia 20.`,
        ),
        code(
          'C170: campo 11 (CFOP) não condiz com o indicador de movimento\nC190: soma dos itens difere do total por 0,02',
        ),
      ),
    followUps: [
      () =>
        rich(
          p(
            'O erro do C190 é de arredondamento em três notas de entrada. O do C170 é cadastro: itens de uso e consumo com movimento marcado.',
          ),
        ),
      ({ colleague, contact }) =>
        rich(
          p(
            `${colleague} corrigiu os cadastros junto com ${contact}. Arquivo gerado de novo: restaram **2 avisos**, sem erro.`,
          ),
        ),
      () => rich(p('Validado sem erros. Aguarda a contabilidade conferir a apuração antes de transmitir.')),
    ],
    resolution: () => rich(p('Transmitido. Recibo guardado na pasta do cliente, conforme combinado.')),
  },
  {
    name: 'cnpj-alfanumerico',
    type: '3.4',
    subjects: ['CNPJ', 'Legislação'],
    opening: ({ contact }) =>
      rich(
        p('Cadastro não aceita fornecedor com CNPJ de letras'),
        p(`${contact} recebeu nota de fornecedor com CNPJ da série nova e o cadastro recusa.`),
        p('Orientação da Receita em [gov.br/receitafederal](https://www.gov.br/receitafederal).'),
      ),
    followUps: [
      () =>
        rich(
          p('A versão 11.2 já aceita. O cliente está na 10.9: **precisa atualizar** antes de lançar a nota.'),
        ),
    ],
    resolution: () => rich(p('Atualizado para a 11.2 à noite, fornecedor cadastrado e nota lançada.')),
  },
];
