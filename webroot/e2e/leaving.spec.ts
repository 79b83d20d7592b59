import { brokenNetwork } from './house/Complaints';
import { expect, test } from './house/test';

test('the browser does not ask when the page goes, as long as nothing goes with it', async ({
  office,
  line,
}) => {
  office.complaints.expect(brokenNetwork);
  const ada = await office.hire('Ada');
  const launch = await office.found('Launch', ada);
  const window = await office.seatAtBoard(ada, launch, { url: line.url });
  const asked: string[] = [];
  window.page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    dialog.accept();
  });
  await expect(window.connection).toHaveText('Live');
  line.let('pages');
  await window.add('To do', 'One');
  const panel = await window.open('One');
  await panel.title.fill('One, and being typed');
  await window.page.reload();
  await expect(window.titles('To do')).toHaveText(['One, and being typed']);
  await expect(window.connection).toContainText('2 unsaved changes');
  expect(asked).toEqual([]);
});

test('it asks where the browser keeps nothing', async ({ office, line }) => {
  office.complaints.expect(brokenNetwork);
  const ada = await office.hire('Ada');
  const launch = await office.found('Launch', ada);
  const window = await office.seatAtBoard(ada, launch, { url: line.url });
  await window.page.addInitScript(() => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (key, value) {
      if (/outbox|draft|probe/.test(key)) throw new DOMException('full', 'QuotaExceededError');
      setItem.call(this, key, value);
    };
    IDBFactory.prototype.open = () => {
      throw new DOMException('private', 'InvalidStateError');
    };
  });
  await window.page.reload();
  await expect(window.connection).toHaveText('Live');
  const asked: string[] = [];
  window.page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    dialog.accept();
  });
  await window.add('To do', 'One');
  await expect(window.unsaved).toHaveCount(0);
  await window.page.reload();
  expect(asked).toEqual([]);
  await expect(window.titles('To do')).toHaveText(['One']);

  line.let('pages');
  await window.add('To do', 'Two');
  await window.page.reload();
  expect(asked).toEqual(['beforeunload']);
});

test('a question left open is asked again, and one put off leaves the text where it was typed', async ({
  office,
  line,
}) => {
  office.complaints.expect(brokenNetwork);
  const [ada, grace] = [await office.hire('Ada'), await office.hire('Grace')];
  const launch = await office.found('Launch', ada, [[grace, 'member']]);
  const task = await office.rest.createTask(ada, launch, 'Announcement');
  const window = await office.seatAtBoard(grace, launch, { url: line.url });
  const panel = await window.open('Announcement');
  await expect(window.connection).toHaveText('Live');
  line.let('nothing');
  await panel.rename('Announcement by');
  await panel.rename('Announcement by Grace');
  await office.rest.changeTask(ada, task, { title: 'Announcement by Ada' });
  line.let('everything');
  const question = window.dialog('Somebody else changed this too');
  await expect(question).toContainText('Announcement by Grace');

  await window.page.reload();
  await expect(question).toContainText('Announcement by Grace');
  await expect(question).toContainText('Announcement by Ada');
  await window.page.keyboard.press('Escape');
  await expect(question).toHaveCount(0);
  await expect(panel.title).toHaveValue('Announcement by Grace');
  await expect(window.titles('To do')).toHaveText(['Announcement by Ada']);
  await window.page.reload();
  await expect(panel.title).toHaveValue('Announcement by Grace');
  await expect(window.connection).toHaveText('Live');
  await expect(question).toHaveCount(0);
});
