import { z } from 'zod';

/** Who sends copy, and what the paper says of them. */
export const SupplierMessage = z
  .object({
    key: z.string().describe('As its copy or its channel calls it'),
    name: z.string().optional(),
    timeZone: z.string().optional().describe('IANA, of times that come without a zone'),
    keepDays: z.int().optional().describe('Days its copy is kept; absent: for good'),
  })
  .meta({ id: 'Supplier' });

/** All suppliers. */
export const SuppliersMessage = z.object({ suppliers: z.array(SupplierMessage) }).meta({ id: 'Suppliers' });

/** What is to be said of a supplier, all of it. */
export const SupplierOrderMessage = z
  .strictObject({
    name: z.string().trim().min(1).max(300).optional(),
    timeZone: z.string().optional(),
    keepDays: z
      .int()
      .min(1)
      .max(36_500)
      .optional()
      .describe('What is older is deleted, but for what a story used or somebody must look at'),
  })
  .meta({ id: 'SupplierOrder' });
