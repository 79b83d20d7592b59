import { signIn } from './house/accountPages';
import { brokenNetwork } from './house/Complaints';
import { crash, keptInBrowser } from './house/crash';
import { expect, test } from './house/test';
import { Window } from './house/Window';
import { Wire } from './house/Wire';

/** Another tab of the same browser, at the same address. */
async function secondTab(first: Window): Promise<Window> {
  const window = new Window(await first.page.context().newPage());
  await window.page.goto(first.page.url());
  await window.page.getByRole('region', { name: 'Columns' }).waitFor();
  await expect(window.connection).toHaveText('Live');
  return window;
}

test('two tabs share what is unsent, and when one is closed the other sends it all once', async ({
  office,
  line,
}) => {
  office.complaints.expect(brokenNetwork);
  const [ada, grace] = [await office.hire('Ada'), await office.hire('Grace')];
  const launch = await office.found('Launch', ada, [[grace, 'member']]);
  const left = await office.seatAtBoard(ada, launch, { url: line.url });
  const right = await secondTab(left);
  const desk = await office.seatAtBoard(grace, launch);
  const wires = [new Wire(left.page), new Wire(right.page)];

  line.let('nothing');
  await left.page.context().setOffline(true);
  await left.add('To do', 'One', 'Two');
  await right.add('To do', 'Three');
  await right.complete('One');
  for (const tab of [left, right]) {
    await expect(tab.titles('To do')).toHaveText(['Two', 'Three']);
    await expect(tab.titles('Done')).toHaveText(['One']);
    await expect(tab.connection).toContainText('4 unsaved changes');
  }
  await left.page.close();
  await expect(right.connection).toContainText('4 unsaved changes');

  line.let('everything');
  await right.page.context().setOffline(false);
  await expect(right.connection).toHaveText(/^Live/);
  await expect(right.unsaved).toHaveCount(0);
  await expect(desk.titles('Done')).toHaveText(['One']);
  // Which of two tabs is first with what does not hang together is not promised.
  await expect(desk.titles('To do')).toHaveCount(2);
  await expect(desk.titles('To do').filter({ hasText: /^(Two|Three)$/ })).toHaveCount(2);
  const events = await office.rest.events(grace, launch);
  const happened = events.filter(({ type }) => type.startsWith('task.'));
  expect(happened.map(({ type }) => type).toSorted()).toEqual([
    'task.completed',
    'task.created',
    'task.created',
    'task.created',
  ]);
  expect(wires.flatMap(({ sent }) => [...new Set(sent)]).toSorted()).toEqual(
    happened.map(({ operation_id }) => operation_id).toSorted(),
  );
});

test('without locks, as over plain HTTP, a tab that is left hands over too', async ({ office, line }) => {
  office.complaints.expect(brokenNetwork);
  const ada = await office.hire('Ada');
  const launch = await office.found('Launch', ada);
  const left = await office.seatAtBoard(ada, launch, { url: line.url });
  await left.page
    .context()
    .addInitScript(() => Object.defineProperty(Navigator.prototype, 'locks', { value: undefined }));
  await left.page.reload();
  await left.page.getByRole('region', { name: 'Columns' }).waitFor();
  const right = await secondTab(left);
  const wire = new Wire(right.page);
  line.let('nothing');
  await left.page.context().setOffline(true);
  await left.add('To do', 'One', 'Two');
  await expect(right.unsaved).toHaveCount(2);
  await left.page.goto('about:blank');
  line.let('everything');
  await right.page.context().setOffline(false);
  await expect(right.connection).toHaveText(/^Live/);
  await expect(right.unsaved).toHaveCount(0);
  await expect(right.titles('To do')).toHaveText(['One', 'Two']);
  expect(new Set(wire.sent).size).toBe(2);
});

test('what a crashed tab had under way is sent by one that lives', async ({ office, line }) => {
  office.complaints.expect(brokenNetwork);
  const ada = await office.hire('Ada');
  const launch = await office.found('Launch', ada);
  const left = await office.seatAtBoard(ada, launch, { url: line.url });
  line.let('pages');
  await left.add('To do', 'One', 'Two');
  await expect(left.unsaved).toHaveCount(2);
  await keptInBrowser(left.page, 'One', 'Two');
  await crash(left.page);

  line.let('everything');
  const right = new Window(await left.page.context().newPage());
  await right.page.goto(`/workspaces/${launch}`);
  await expect(right.titles('To do')).toHaveText(['One', 'Two']);
  await expect(right.connection).toHaveText(/^Live/);
  await expect(right.unsaved).toHaveCount(0);
  const { tasks } = await office.rest.snapshot(ada, launch);
  expect(tasks.map(({ title }) => title).toSorted()).toEqual(['One', 'Two']);
});

test('a frozen tab is as good as gone, and sends nothing again when it thaws', async ({ office, line }) => {
  office.complaints.expect(brokenNetwork);
  const ada = await office.hire('Ada');
  const launch = await office.found('Launch', ada);
  const left = await office.seatAtBoard(ada, launch, { url: line.url });
  const right = await secondTab(left);
  const wires = [new Wire(left.page), new Wire(right.page)];
  line.let('nothing');
  await left.page.context().setOffline(true);
  await left.add('To do', 'One', 'Two');
  await expect(right.unsaved).toHaveCount(2);

  // No page is hidden here, so none can be frozen in earnest: it hears what it would hear then.
  await left.page.evaluate(() => document.dispatchEvent(new Event('freeze')));
  line.let('everything');
  await left.page.context().setOffline(false);
  await expect(right.connection).toHaveText(/^Live/);
  await expect(right.unsaved).toHaveCount(0);
  await left.page.evaluate(() => document.dispatchEvent(new Event('resume')));
  await expect(left.connection).toHaveText(/^Live/);
  await expect(left.unsaved).toHaveCount(0);
  await expect(left.titles('To do')).toHaveText(['One', 'Two']);
  // What was on its way when a line broke goes again on the next one, under the same id.
  expect(wires.map(({ sent }) => new Set(sent).size)).toEqual([0, 2]);
});

test('a refusal is told in the tab it was made in, and in no other', async ({ office, line }) => {
  office.complaints.expect(brokenNetwork);
  const [ada, grace] = [await office.hire('Ada'), await office.hire('Grace')];
  const launch = await office.found('Launch', ada, [[grace, 'member']]);
  const left = await office.seatAtBoard(grace, launch, { url: line.url });
  const right = await secondTab(left);
  line.let('nothing');
  await left.add('To do', 'Made on the left');
  await expect(right.titles('To do')).toHaveText(['Made on the left']);
  await office.rest.changeRole(ada, launch, grace, 'viewer');
  line.let('everything');
  await expect(left.messages).toContainText('The task could not be created');
  await expect(right.titles('To do')).toHaveCount(0);
  await expect(right.messages).not.toContainText('The task could not be created');
});

test('what somebody leaves unsent when they sign out is sent when they are back, and by nobody else', async ({
  office,
  line,
}) => {
  office.complaints.expect(brokenNetwork);
  const [ada, grace] = [await office.hire('Ada'), await office.hire('Grace')];
  const launch = await office.found('Launch', ada, [[grace, 'member']]);
  const window = await office.seatAtBoard(ada, launch, { url: line.url });
  const signOut = async (name: string) => {
    await window.page.getByRole('button', { name: `Account: ${name}` }).click();
    await window.choice('Sign out').click();
  };
  line.let('pages');
  await window.add('To do', 'Mine alone');
  await signOut('Ada');
  await expect(window.messages).toContainText('1 change is not sent yet');

  line.let('everything');
  await signIn(window, grace);
  await expect(window.heading('Launch')).toBeVisible();
  await expect(window.connection).toHaveText(/^Live/);
  await window.add('To do', "Grace's");
  await expect(window.unsaved).toHaveCount(0);
  await expect(window.titles('To do')).toHaveText(["Grace's"]);
  await signOut('Grace');
  await signIn(window, ada);
  await expect(window.titles('To do')).toHaveText(["Grace's", 'Mine alone']);
  await expect(window.unsaved).toHaveCount(0);
  const { tasks } = await office.rest.snapshot(ada, launch);
  expect(tasks.find(({ title }) => title === 'Mine alone')?.created_by).toBe(ada.user.id);
});
