import { TriangleAlert, UserX } from 'lucide';
import type { Customer, CustomerSummary } from '../../domain/customer.ts';
import { customer as words } from '../../locales/pt-BR/customer.ts';
import { Alert } from '../ui/Alert.tsx';

export interface WritingAlertsProps {
  /** Whom the text is for. */
  customer: CustomerSummary;
  /** The record, once it is there. */
  record: Customer | null;
}

/** What has to be known of the customer while something is written for it, one line each. */
export function WritingAlerts({ customer, record }: WritingAlertsProps) {
  const isActive = record?.active ?? customer.active;
  return (
    <>
      {!isActive && (
        <Alert icon={UserX} kind="warning" flush>
          <b>{words.inactive}</b> {words.inactiveText}
        </Alert>
      )}
      {(record?.alerts ?? []).map((alert) => (
        <Alert key={alert.title} icon={TriangleAlert} kind={alert.level} flush>
          <b>{alert.title}</b> {alert.detail}
        </Alert>
      ))}
    </>
  );
}
