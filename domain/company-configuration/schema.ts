import { z } from 'zod';
import { companyFile as words } from '../../locales/pt-BR/company-file.ts';
import { ATTACHMENT_LIMIT } from '../attachment.ts';
import { formatByteSize, parseByteSize } from '../byte-size.ts';
import { companySchema } from '../company.ts';
import { companyAlertSchema } from '../company-alert.ts';
import { contactChannelSchema } from '../contact-channel.ts';
import { hostRuleBodySchema, hostRuleNameSchema } from '../host-rule.ts';
import { lineSchema } from '../line.ts';
import { opinionTemplateSchema } from '../opinion-template.ts';
import { TYPE_COLOURS, ticketTypeSchema } from '../ticket-type.ts';
import { permissionSchema } from '../user.ts';
import { workflowCenterSchema, workflowDecisionSchema, workflowSchema } from '../workflow.ts';

const f = words.fields;
const line = (max: number) => lineSchema.min(1).max(max);
const active = z.boolean().default(true).describe(f.active);
const centerName = line(80);
const functionName = line(60);
const workflowName = line(120);
const typeNumber = ticketTypeSchema.shape.number;

/** `5 MB`, brought to the one text that every size has. */
const sizeSchema = z
  .string()
  .regex(/^[0-9]{1,9}([.,][0-9]{1,3})? ?([Bb]|[Kk][Bb]|[Mm][Bb])$/, words.size)
  .overwrite((text) => formatByteSize(parseByteSize(text) ?? 0))
  .refine((text) => {
    const bytes = parseByteSize(text) ?? 0;
    return bytes >= 1 && bytes <= ATTACHMENT_LIMIT;
  }, words.size);

const company = z.strictObject({
  name: line(120).describe(f.companyName),
  timeZone: companySchema.shape.timeZone.describe(f.timeZone),
  areaCode: companySchema.shape.areaCode.describe(f.areaCode),
  sellsServices: z.boolean().default(false).describe(f.sellsServices),
});

const holidays = z.strictObject({
  national: z.boolean().default(true).describe(f.nationalHolidays),
  days: companySchema.shape.holidays.default([]).describe(f.holidayDays),
});

const limits = z.strictObject({
  attachment: sizeSchema.default(formatByteSize(ATTACHMENT_LIMIT)).describe(f.attachmentCeiling),
});

const center = z.strictObject({
  name: centerName.describe(f.centerName),
  closesTicket: z.boolean().default(false).describe(f.closesTicket),
  active,
});

const channel = z.strictObject({
  name: line(60).describe(f.channelName),
  kind: contactChannelSchema.shape.kind.describe(f.channelKind),
  active,
});

const user = z.strictObject({
  login: lineSchema.min(1).max(60).describe(f.login),
  name: line(120).describe(f.userName),
  email: z.email().max(254).nullable().default(null).describe(f.email),
  functions: z.array(functionName).max(50).default([]).describe(f.userFunctions),
  permissions: z.array(permissionSchema).max(50).default([]).describe(f.permissions),
  centers: z.array(centerName).max(200).default([]).describe(f.userCenters),
  active,
});

const type = z.strictObject({
  number: typeNumber.describe(f.typeNumber),
  name: line(120).describe(f.typeName),
  group: z.boolean().default(false).describe(f.group),
  subjectRequired: z.boolean().default(false).describe(f.subjectRequired),
  initialCenter: centerName.nullable().default(null).describe(f.initialCenter),
  closing: z
    .union([z.enum(['anyone', 'opener']), z.array(functionName).min(1).max(20)])
    .default('anyone')
    .describe(f.closing),
  flexibleClosing: z.boolean().default(false).describe(f.flexibleClosing),
  priority: ticketTypeSchema.shape.priority.default(5).describe(f.priority),
  colour: z.enum(TYPE_COLOURS).nullable().default(null).describe(f.colour),
  attachmentLimit: sizeSchema.nullable().default(null).describe(f.attachmentLimit),
  nextContactDays: ticketTypeSchema.shape.nextContactDays.default(1).describe(f.nextContactDays),
  workflow: workflowName.nullable().default(null).describe(f.typeWorkflow),
  active,
});

const template = z
  .strictObject({
    type: typeNumber.describe(f.templateType),
    name: line(120).describe(f.templateName),
    text: z.string().min(1).max(100_000).optional().describe(f.templateText),
    body: opinionTemplateSchema.shape.body.optional().describe(f.templateBody),
    active,
  })
  .superRefine((value, context) => {
    if ((value.text === undefined) === (value.body === undefined)) {
      context.addIssue({ code: 'custom', path: ['text'], message: words.textOrBody });
    }
  });

const workflow = z.strictObject({
  name: workflowName.describe(f.workflowName),
  start: workflowSchema.shape.start.describe(f.workflowStart),
  items: z
    .array(
      z.discriminatedUnion('kind', [
        z.strictObject(workflowDecisionSchema.shape),
        z.strictObject({
          kind: workflowCenterSchema.shape.kind,
          key: workflowCenterSchema.shape.key,
          center: centerName.describe(f.itemCenter),
          next: workflowCenterSchema.shape.next.default([]).describe(f.itemNext),
          otherCenters: z.boolean().default(false).describe(f.otherCenters),
        }),
      ]),
    )
    .min(1)
    .max(200)
    .describe(f.workflowItems),
  active,
});

const hostRule = z.strictObject({
  name: hostRuleNameSchema.describe(f.ruleName),
  rule: hostRuleBodySchema.describe(f.rule),
  active,
});

/**
 * What a company configures, as it stands in its file and in `GET /company/configuration`. Records are named by what people call them: a
 * CR by its name, a type by its number, a user by the login. A section that is left out stays as it is; what a section that is there
 * does not name is no longer used.
 */
export const companyConfigurationSchema = z
  .strictObject({
    $schema: z.string().max(300).optional().describe(f.schema),
    company: company.optional().describe(f.company),
    holidays: holidays.optional().describe(f.holidays),
    limits: limits.optional().describe(f.limits),
    subjects: z.array(line(40)).max(2000).optional().describe(f.subjects),
    functions: z.array(functionName).max(500).optional().describe(f.functions),
    centers: z.array(center).max(500).optional().describe(f.centers),
    channels: z.array(channel).max(200).optional().describe(f.channels),
    users: z.array(user).max(5000).optional().describe(f.users),
    workflows: z.array(workflow).max(200).optional().describe(f.workflows),
    types: z.array(type).max(5000).optional().describe(f.types),
    templates: z.array(template).max(5000).optional().describe(f.templates),
    hostRules: z.array(hostRule).max(500).optional().describe(f.hostRules),
    alerts: z.array(companyAlertSchema).max(200).optional().describe(f.alerts),
  })
  .describe(f.configuration);

/** With every default filled in. */
export type CompanyConfiguration = z.output<typeof companyConfigurationSchema>;
/** All that a company has: no section left out. */
export type WholeConfiguration = {
  [Name in Exclude<keyof CompanyConfiguration, '$schema'>]: NonNullable<CompanyConfiguration[Name]>;
};

export type ConfiguredType = WholeConfiguration['types'][number];
export type ConfiguredUser = WholeConfiguration['users'][number];
export type ConfiguredWorkflow = WholeConfiguration['workflows'][number];
export type ConfiguredTemplate = WholeConfiguration['templates'][number];

export const SECTIONS = [
  ...(['company', 'holidays', 'limits', 'subjects', 'functions', 'centers', 'channels', 'users'] as const),
  ...(['workflows', 'types', 'templates', 'hostRules', 'alerts'] as const),
] as const satisfies readonly (keyof WholeConfiguration)[];

export type Section = (typeof SECTIONS)[number];

/** What two spellings of the record's name have in common, within its section. */
export const keyOf = {
  centers: (one: { name: string }) => one.name,
  channels: (one: { name: string }) => one.name,
  users: (one: { login: string }) => one.login.toLowerCase(),
  workflows: (one: { name: string }) => one.name,
  types: (one: { number: string }) => one.number,
  templates: (one: { type: string; name: string }) => `${one.type} ${one.name}`,
  hostRules: (one: { name: string; rule: { urlPattern: string } }) => `${one.name} ${one.rule.urlPattern}`,
  alerts: (one: { name: string }) => one.name,
} as const;

export type KeyedSection = keyof typeof keyOf;
