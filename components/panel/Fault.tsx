import { CloudOff, Lock, TriangleAlert } from 'lucide';
import type { Problem } from '../../domain/result.ts';
import { panel as words } from '../../locales/pt-BR/panel.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { usePanel } from './panel-context.ts';
import { useCopy } from './use-copy.ts';

export interface FaultProps {
  /** What could not be done, in words. */
  title: string;
  problem: Problem;
  onRetry: () => void;
}

/** Something that was asked of the server and did not come: what happened, what to do, where the text is. */
export function Fault(props: FaultProps) {
  return (
    <div role="status">
      <FaultState {...props} />
    </div>
  );
}

function FaultState({ title, problem, onRetry }: FaultProps) {
  const panel = usePanel();
  const copy = useCopy();
  const { supportCode } = problem;
  const retry = (
    <Button kind="primary" onClick={onRetry}>
      {words.fault.retry}
    </Button>
  );
  if (problem.code === 'forbidden') {
    return (
      <EmptyState icon={Lock} tone="warning" title={words.fault.forbidden}>
        {words.fault.forbiddenText}
      </EmptyState>
    );
  }
  if (problem.code === 'offline' || problem.code === 'signed-out') {
    const actions = (
      <>
        {problem.code === 'offline' && retry}
        <Button onClick={() => void panel.goToTab('pending')}>{words.fault.seePending}</Button>
      </>
    );
    return (
      <EmptyState icon={CloudOff} tone="warning" title={title} actions={actions}>
        {problem.message}
      </EmptyState>
    );
  }
  const actions = (
    <>
      {retry}
      {supportCode !== undefined && (
        <Button onClick={() => void copy(supportCode)}>{words.fault.copyCode}</Button>
      )}
    </>
  );
  return (
    <EmptyState icon={TriangleAlert} tone="danger" title={title} actions={actions}>
      {problem.message} {words.fault.safe} {supportCode !== undefined && words.fault.code(supportCode)}
    </EmptyState>
  );
}
