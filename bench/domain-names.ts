const entities = ['Order', 'Invoice', 'Customer', 'Shipment', 'Ticket', 'Session', 'Product', 'Payment', 'Booking', 'Message'];

/** The name of the n-th feature of a generated server, e.g. `Order12`. */
export function featureName(index: number): string {
  return `${entities[index % entities.length] ?? 'Thing'}${String(index)}`;
}

/** How many features form one domain; only features of one domain import each other. */
export const domainSize = entities.length;
