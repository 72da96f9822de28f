import { TriangleAlert, UserX } from 'lucide';
import type { Customer } from '../../domain/customer.ts';
import { customer as words } from '../../locales/pt-BR/customer.ts';
import { Alert } from '../ui/Alert.tsx';

/** What has to be known before anything is done for this customer. */
export function CustomerAlerts({ customer }: { customer: Customer }) {
  return (
    <>
      {!customer.active && (
        <Alert icon={UserX} kind="warning">
          <b>{words.inactive}</b>
          <br />
          {words.inactiveText}
        </Alert>
      )}
      {customer.alerts.map((alert) => (
        <Alert key={alert.title} icon={TriangleAlert} kind={alert.level}>
          <b>{alert.title}</b>
          {alert.detail !== null && (
            <>
              <br />
              {alert.detail}
            </>
          )}
        </Alert>
      ))}
    </>
  );
}
