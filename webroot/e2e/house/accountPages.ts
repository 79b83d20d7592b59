import type { Window } from './Window';

export interface NewPerson {
  name: string;
  email: string;
  password: string;
}

/** Fills in the page that is open. */
export async function signUp({ page }: Window, { name, email, password }: NewPerson): Promise<void> {
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('textbox', { name: 'E-mail address' }).fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Create account' }).click();
}

export async function signIn({ page }: Window, { email, password }: Omit<NewPerson, 'name'>): Promise<void> {
  await page.getByRole('textbox', { name: 'E-mail address' }).fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

export async function createWorkspace({ page }: Window, name: string): Promise<void> {
  await page.getByRole('button', { name: 'New workspace', exact: true }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click();
}

/** On the members page. Answers with the link. */
export async function makeInvite({ page }: Window, uses?: string): Promise<string> {
  await page.getByRole('button', { name: 'New invite link' }).click();
  const dialog = page.getByRole('dialog');
  if (uses !== undefined) await dialog.getByLabel('Can be used').selectOption(uses);
  await dialog.getByRole('button', { name: 'Create' }).click();
  return page.getByRole('textbox', { name: 'Invite link' }).inputValue();
}
