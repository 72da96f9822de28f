import { Phone } from 'lucide';
import { useState } from 'preact/hooks';
import { Chip } from '../../../components/ui/Chip.tsx';
import { Combobox } from '../../../components/ui/Combobox.tsx';
import { DateChip } from '../../../components/ui/DateChip.tsx';
import { FieldRow } from '../../../components/ui/Field.tsx';
import { Fold } from '../../../components/ui/Fold.tsx';
import { SearchField } from '../../../components/ui/SearchField.tsx';
import { Switch } from '../../../components/ui/Switch.tsx';
import { TagsInput } from '../../../components/ui/TagsInput.tsx';
import { TextField } from '../../../components/ui/TextField.tsx';
import { DATES } from './dates.ts';
import { TYPES } from './options.ts';

export function FormPart() {
  const [type, setType] = useState<string | null>('t121');
  const [person, setPerson] = useState<string | null>(null);
  const [channel, setChannel] = useState<string | null>('phone');
  const [server, setServer] = useState('http://exemplo');
  const [query, setQuery] = useState('');
  const [subjects, setSubjects] = useState<string[]>(['NF-e', 'NCM']);
  const [at, setAt] = useState<string | null>('2026-07-17T12:00:00.000Z');
  const [only, setOnly] = useState(true);
  return (
    <>
      <div class="search">
        <SearchField
          value={query}
          onInput={setQuery}
          label="Localizar cliente"
          placeholder="Nome, código ou telefone"
          keys="/"
        />
      </div>
      <div class="form">
        <FieldRow label="Tipo" required>
          {(control) => (
            <Combobox
              control={control}
              options={TYPES}
              value={type}
              onChange={setType}
              recent={['t121', 't31']}
              hint="nome ou número"
              placeholder="Nome ou número"
            />
          )}
        </FieldRow>
        <FieldRow label="Contato">
          {(control) => (
            <div class="fset">
              <Combobox
                fixed
                label="Canal"
                options={[
                  { value: 'phone', label: 'Telefone', icon: Phone },
                  { value: 'mail', label: 'E-mail' },
                ]}
                value={channel}
                onChange={setChannel}
              />
              <Combobox
                control={control}
                options={[{ value: 'a', label: 'José Almeida', person: 'José Almeida', meta: 'Fiscal' }]}
                value={person}
                onChange={setPerson}
                clearable
                placeholder="Quem fala"
              />
            </div>
          )}
        </FieldRow>
        <FieldRow label="Assunto" required>
          {(control) => (
            <TagsInput
              control={control}
              value={subjects}
              onChange={setSubjects}
              suggestions={['Boleto', 'Backup', 'NF-e', 'SPED Fiscal']}
            />
          )}
        </FieldRow>
        <FieldRow label="Próximo contato">
          {() => (
            <div class="fset">
              <Chip person="Joana Ferreira">Você</Chip>
              <DateChip label="Data do próximo contato" value={at} onChange={setAt} {...DATES} />
            </div>
          )}
        </FieldRow>
        <FieldRow label="Servidor" error="O endereço não respondeu. Confira e tente de novo." required>
          {(control) => <TextField control={control} value={server} onInput={setServer} type="url" />}
        </FieldRow>
        <FieldRow label="Senha" hint="A mesma do CRM.">
          {(control) => <TextField control={control} value="segredo" onInput={() => {}} type="password" />}
        </FieldRow>
        <FieldRow label="Encerramento">
          {() => (
            <Switch checked={only} onChange={setOnly}>
              Só eu posso encerrar
            </Switch>
          )}
        </FieldRow>
      </div>
      <Fold label="Mais campos" summary="2 anexos">
        <div class="form">dentro</div>
      </Fold>
    </>
  );
}
