import { z } from 'zod';
import { referenceRules } from '../locales/pt-BR/rules-references.ts';
import { isCustomerCode } from './customer-code.ts';

/** {@link isCustomerCode} for the edges. The code keeps the form that the ERP shows. */
export const customerCodeSchema = z.string().trim().refine(isCustomerCode, referenceRules.customerCode);
