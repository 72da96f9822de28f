import type { Customer } from '../../domain/customer.ts';
import { formatDocument } from '../../domain/documents.ts';
import { formatPhone } from '../../domain/phone.ts';
import { customer as words } from '../../locales/pt-BR/customer.ts';
import { record as recordWords } from '../../locales/pt-BR/record.ts';
import { Button } from '../ui/Button.tsx';

type InShort = Pick<Customer, 'document' | 'tradeName' | 'city' | 'phones' | 'emails'> &
  Partial<Pick<Customer, 'address' | 'since'>>;

/** The customer's record in short, or what of it is known. */
export function RecordSection({
  customer,
  onOpen,
}: {
  customer: InShort;
  onOpen?: (() => void) | undefined;
}) {
  const phones = customer.phones.map(({ number }) => formatPhone(number)).join(', ');
  const lines: [string, string | null, boolean][] = [
    [
      customer.document?.length === 11 ? words.cpf : words.cnpj,
      customer.document === null ? null : formatDocument(customer.document),
      true,
    ],
    [words.tradeName, customer.tradeName, false],
    [words.address, customer.address ?? null, false],
    [words.city, customer.address == null ? customer.city : null, false],
    [words.phones, phones, true],
    [words.emails, customer.emails.join(', '), false],
    [words.since, customer.since == null ? null : words.monthOf(customer.since), false],
  ];
  return (
    <section class="sec cust__rec">
      <header class="sec__head">
        <h2>{words.record}</h2>
        <span class="more" />
        {onOpen !== undefined && (
          <Button kind="quiet" size="xs" onClick={onOpen} data={{ 'data-key': 'record' }}>
            {recordWords.open}
          </Button>
        )}
      </header>
      <dl class="recs">
        {lines
          .filter(([, value]) => value !== null && value !== '')
          .map(([label, value, isNumber]) => (
            <RecordLine key={label} label={label} value={value ?? ''} isNumber={isNumber} />
          ))}
      </dl>
    </section>
  );
}

function RecordLine({ label, value, isNumber }: { label: string; value: string; isNumber: boolean }) {
  return (
    <>
      <dt>{label}</dt>
      <dd class={isNumber ? 'num cut' : 'cut'} title={value}>
        {value}
      </dd>
    </>
  );
}
