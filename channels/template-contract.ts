// Texts that a provider approves before they are sent, and where they are handed in.

export type TemplateCategory = 'marketing' | 'utility' | 'authentication';
export type TemplateStatus = 'draft' | 'submitted' | 'approved' | 'rejected' | 'paused';

/** A text that a provider approves before it is sent; `{{1}}`, `{{2}}` … in the body are its parameters. */
export type MessageTemplate = {
  name: string;
  /** In the provider's spelling, such as "en" or "zh_CN". */
  language: string;
  category: TemplateCategory;
  header: string | null;
  body: string;
  footer: string | null;
  /** Quick replies. */
  buttons: string[];
};

/** A template as the provider has it; `unusable` says why ours cannot be filled into it (a film, a coupon …). */
export type ListedTemplate = MessageTemplate & {
  /** A picture heads it, which each message brings. */
  hasPicture: boolean;
  externalId: string;
  status: Exclude<TemplateStatus, 'draft'>;
  reason: string | null;
  unusable: string | null;
};

/** An example of the picture that each message brings. */
export type SamplePicture = { name: string; type: 'image/png' | 'image/jpeg'; content: Uint8Array };

/** A draft as those who judge it see it: `samples` are an example of each parameter. */
export type HandedIn = MessageTemplate & {
  samples: string[];
  picture: SamplePicture | null;
  /** What the provider knows it by, of one that it refused before. */
  externalId: string | null;
};
/** What became of handing one in; `reason` where it was refused at once. */
export type Submitted = {
  externalId: string;
  status: ListedTemplate['status'];
  reason?: string | null;
};

export type TemplateAnswer<Value> = { ok: true; value: Value } | { ok: false; detail: string };

/** Where a provider's templates are listed and handed in. */
export type TemplateDesk<Settings = unknown> = {
  /** Whether nothing but a template begins a conversation here. */
  isRequired: boolean;
  list(settings: Settings): Promise<TemplateAnswer<ListedTemplate[]>>;
  submit(settings: Settings, template: HandedIn): Promise<TemplateAnswer<Submitted>>;
};
