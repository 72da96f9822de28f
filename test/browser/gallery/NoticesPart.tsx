import { CloudOff, LocateFixed, Lock, TriangleAlert } from 'lucide';
import { Alert, Needs } from '../../../components/ui/Alert.tsx';
import { Banner } from '../../../components/ui/Banner.tsx';
import { Button } from '../../../components/ui/Button.tsx';
import { EmptyState } from '../../../components/ui/EmptyState.tsx';
import { Skeleton } from '../../../components/ui/Skeleton.tsx';

export function NoticesPart() {
  return (
    <>
      <Banner icon={CloudOff} action={{ label: 'Tentar agora', run: () => {} }}>
        <b>Sem conexão.</b> Visto às 13:48.
      </Banner>
      <Banner icon={LocateFixed} kind="info" action={{ label: 'Ver cliente', run: () => {} }}>
        A página está em <b>Auto Peças Guaíra</b>
      </Banner>
      <Banner icon={Lock} action={{ label: 'Entrar', run: () => {}, primary: true }}>
        <b>Sua sessão terminou.</b> Escreva mesmo assim.
      </Banner>
      <Alert icon={TriangleAlert} kind="danger" actions={<Button size="xs">Tentar de novo</Button>}>
        <b>O servidor respondeu com erro.</b> Nada do que você escreveu se perdeu.
      </Alert>
      <div class="form">
        <Needs
          actions={
            <Button size="xs" kind="primary">
              Reduzir imagens
            </Button>
          }
        >
          <b>As imagens passam do limite em 412 KB.</b> Tire algumas e envie de novo.
        </Needs>
      </div>
      <EmptyState
        icon={LocateFixed}
        title="Nenhum cliente nesta página"
        actions={
          <>
            <Button kind="primary" keys="/">
              Localizar cliente
            </Button>
            <Button>Ensinar esta página</Button>
          </>
        }
      >
        Abra o cadastro de um cliente ou localize por aqui. Se a página mostra o código, ensine onde ele está.
      </EmptyState>
      <Skeleton />
    </>
  );
}
