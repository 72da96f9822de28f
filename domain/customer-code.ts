/** Free of zod: the loader judges candidates with it in host pages. */
const CUSTOMER_CODE = /^[A-Za-z0-9]{1,10}$/;

/** Whether this can be the code of a customer: 1 to 10 letters or digits, without accents. */
export function isCustomerCode(text: string): boolean {
  return CUSTOMER_CODE.test(text);
}

/** What a code is found by: `123`, `000123` are one customer, and so are `a1` and `A1`. `000` gives `0`. */
export function customerCodeKey(code: string): string {
  return code.replace(/^0+(?=.)/, '').toUpperCase();
}

/** Whether two writings of a code are the same customer. */
export function isSameCustomerCode(one: string, other: string): boolean {
  return customerCodeKey(one) === customerCodeKey(other);
}
