import { z } from 'zod';
import { isCustomerCode } from './customer-code.ts';

/** {@link isCustomerCode} for the edges. The code keeps the form that the ERP shows. */
export const customerCodeSchema = z
  .string()
  .trim()
  .refine(isCustomerCode, 'O código da pessoa tem de 1 a 10 letras ou números.');
