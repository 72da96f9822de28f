import type { RichTextDocument } from '../../../domain/rich-text/document.ts';
import type { Random } from '../random.ts';
import { code, h, p, rich, table, todo, ul } from './rich.ts';

const AREAS = [
  'itens',
  'clientes',
  'fornecedores',
  'títulos a receber',
  'títulos a pagar',
  'saldos de estoque',
  'tabelas de preço',
  'regras fiscais',
];
const STEPS = ['importação', 'conferência', 'treinamento', 'emissão em homologação', 'operação assistida'];

export const ROLLOUT_SUBJECTS = ['Implantação', 'Migração', 'Treinamento'] as const;

/** How the long story of a rollout begins. */
export function rolloutOpening(product: string): RichTextDocument {
  return rich(
    p(`Implantação do ${product}: acompanhamento diário`),
    p('Contrato assinado. Um parecer por dia de trabalho, ou mais quando houver pendência.'),
    todo(
      'Levantamento',
      'Importação dos cadastros',
      'Treinamento',
      'Homologação fiscal',
      'Virada',
      'Operação assistida',
    ),
  );
}

/** The `number`-th entry of a rollout: short reports that differ, some with lists and tables. */
export function rolloutEntry(random: Random, number: number, contact: string): RichTextDocument {
  const area = random.pick(AREAS);
  const done = random.integer(40, 2400);
  const left = random.integer(0, 300);
  const step = random.pick(STEPS);
  const entries: (() => RichTextDocument)[] = [
    () => rich(p(`Dia ${number}: ${step} de ${area}. ${done} registros conferidos, faltam **${left}**.`)),
    () =>
      rich(p(`${contact} enviou a planilha de ${area} corrigida. Importados ${done}, recusados ${left}.`)),
    () =>
      rich(
        p(`Resumo do dia ${number}:`),
        ul(`${area}: ${done} prontos`, `${left} com pendência`, `próximo passo: ${step}`),
      ),
    () =>
      rich(
        p(`Posição da ${step}:`),
        table(
          ['Cadastro', 'Prontos', 'Faltam'],
          [area, String(done), String(left)],
          [random.pick(AREAS), String(random.integer(10, 900)), '0'],
        ),
      ),
    () => rich(p(`Ligação com ${contact}: dúvidas de ${area}. Resolvidas na hora, sem pendência.`)),
    () =>
      rich(
        p(`Importação de ${area} parou na linha ${done}:`),
        code(`linha ${done}: valor "${random.digits(3)},${random.digits(3)}" não é uma data`),
        p('Corrigida a coluna e refeita.'),
      ),
    () =>
      rich(
        h(`Reunião de acompanhamento ${number}`),
        p(`Com ${contact}. Decidido adiantar a ${step} de ${area} e deixar o resto para a semana seguinte.`),
      ),
    () => rich(p('Sem contato hoje: cliente em inventário.')),
  ];
  return random.pick(entries)();
}
