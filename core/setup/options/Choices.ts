/** What the user has put into the fields of the panel, as typed, by field id. */
export type Choices = Readonly<Record<string, string>>;
