import { Building2, Ellipsis, LocateFixed, Phone, Search, Trash2, UsersRound, X } from 'lucide';
import { useState } from 'preact/hooks';
import { Badge, StatusBadge } from '../../../components/ui/Badge.tsx';
import { Button } from '../../../components/ui/Button.tsx';
import { Chip } from '../../../components/ui/Chip.tsx';
import { Delivery } from '../../../components/ui/Delivery.tsx';
import { Icon } from '../../../components/ui/Icon.tsx';
import { IconButton } from '../../../components/ui/IconButton.tsx';
import { Menu } from '../../../components/ui/Menu.tsx';
import { Avatar, EmptyMonogram, Monogram } from '../../../components/ui/Monogram.tsx';
import { Popover } from '../../../components/ui/Popover.tsx';
import { Segmented } from '../../../components/ui/Segmented.tsx';
import { StatusMark } from '../../../components/ui/StatusMark.tsx';
import { TabPanel, Tabs } from '../../../components/ui/Tabs.tsx';
import { Timer } from '../../../components/ui/Timer.tsx';

const STATUSES = ['new', 'in-progress', 'waiting', 'closed'] as const;
const DELIVERIES = ['kept', 'queued', 'sending', 'confirmed', 'needs'] as const;

export function ButtonsPart() {
  const [tab, setTab] = useState('customer');
  const [view, setView] = useState<'list' | 'center'>('list');
  return (
    <>
      <header class="head head--tabs">
        <Monogram name="Comercial Rio Pardo de Alimentos Ltda" />
        <div class="head__id">
          <h1 class="head__name cut">Comercial Rio Pardo de Alimentos Ltda</h1>
          <div class="head__meta">
            <span class="num">000318</span>
            <Popover
              label="Por que este cliente"
              class="why-pop"
              trigger={(attributes) => (
                <button {...attributes} class="why">
                  <Icon icon={LocateFixed} size={12} />
                  <span class="cut">campo “Código”</span>
                </button>
              )}
            >
              {(close) => (
                <>
                  <div class="why-pop__b">
                    <h3>Por que este cliente</h3>
                    <ol>
                      <li>
                        Campo <b>“Código”</b> desta página: <b class="num">000318</b>
                      </li>
                    </ol>
                  </div>
                  <div class="pop__foot why-pop__f">
                    <Button size="xs" onClick={close}>
                      Não é este cliente
                    </Button>
                  </div>
                </>
              )}
            </Popover>
          </div>
        </div>
        <div class="head__tools">
          <IconButton icon={Search} label="Localizar cliente" keys="/" />
          <Menu
            label="Mais ações"
            items={[
              { id: 'copy', label: 'Copiar código', onSelect: () => {}, keys: 'C' },
              { id: 'export', label: 'Exportar', onSelect: () => {}, disabledReason: 'Só para Supervisor.' },
              {
                id: 'delete',
                label: 'Apagar rascunho',
                onSelect: () => {},
                icon: Trash2,
                danger: true,
                separated: true,
              },
            ]}
            trigger={(attributes) => (
              <IconButton icon={Ellipsis} label="Mais ações" attributes={attributes} />
            )}
          />
          <IconButton icon={X} label="Recolher painel" keys="Esc" />
        </div>
      </header>
      <Tabs
        id="gallery-tabs"
        label="Painel"
        value={tab}
        onChange={setTab}
        tabs={[
          { value: 'customer', label: 'Cliente' },
          { value: 'queue', label: 'Fila', count: 12 },
          { value: 'pending', label: 'Pendentes', count: 3, countKind: 'warning' },
        ]}
      />
      <TabPanel tabsId="gallery-tabs" value={tab}>
        <div class="form">
          <div class="row row--wrap">
            <Button kind="primary" keys="Ctrl ↵">
              OK
            </Button>
            <Button keys="Alt C">A concluir</Button>
            <Button kind="quiet">Copiar</Button>
          </div>
          <div class="row row--wrap">
            <Button disabledReason="As imagens passam de 1 MB em 412 KB.">OK</Button>
            <Button kind="danger">Apagar 3 pareceres</Button>
            <Button kind="call" icon={Phone}>
              Atender
            </Button>
            <Button size="s">Pequeno</Button>
            <Button size="xs">Mínimo</Button>
          </div>
          <div class="row row--wrap">
            {STATUSES.map((status) => (
              <StatusBadge key={status} status={status} />
            ))}
            <Badge kind="danger">Atrasado 2 d</Badge>
            <Badge kind="plain" icon={UsersRound}>
              Suporte N2
            </Badge>
            {STATUSES.map((status) => (
              <StatusMark key={status} status={status} />
            ))}
          </div>
          <div class="row row--wrap">
            {DELIVERIES.map((state) => (
              <Delivery key={state} state={state} />
            ))}
          </div>
          <div class="row row--wrap">
            <Segmented
              label="Como mostrar"
              value={view}
              onChange={setView}
              options={[
                { value: 'list', label: 'Lista' },
                { value: 'center', label: 'Por CR' },
              ]}
            />
            <Chip person="Joana Ferreira">Você</Chip>
            <Chip pressed>Hoje</Chip>
            <Chip add>no OK</Chip>
            <Timer startedAt={new Date(Date.now() - 252_000).toISOString()} />
          </div>
          <div class="row">
            <EmptyMonogram icon={Building2} />
            {['Auto Peças Guaíra', 'Padaria São Bento', 'Metalúrgica Vértice', 'Farmácia Aurora'].map(
              (name) => (
                <Monogram key={name} name={name} />
              ),
            )}
            {['Marina Duarte', 'Caio Nunes', 'Renata Prado'].map((name) => (
              <Avatar key={name} name={name} size={28} labelled />
            ))}
          </div>
        </div>
      </TabPanel>
    </>
  );
}
