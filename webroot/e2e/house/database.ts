import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';

/** Moves the end of a workspace's invites into the past: the interface makes none that last less than an hour. */
export function expireInvites(dataDir: string, workspaceId: string): Promise<void> {
  return run(
    dataDir,
    "UPDATE workspaces_invite SET expires_at = now() - interval '1 minute' WHERE workspace_id = $1",
    workspaceId,
  );
}

/** Puts `Task 1` and so on into every column that is named: thousands, which over the interface would take minutes. */
export async function fillColumns(
  dataDir: string,
  workspaceId: string,
  columns: Record<string, number>,
): Promise<void> {
  for (const [column, number] of Object.entries(columns)) {
    await run(dataDir, fill, workspaceId, column, number);
  }
  await run(dataDir, count, workspaceId);
}

/** Ranks as the server makes them: six letters and digits. Every third title takes two lines; descriptions, labels and dates are as people leave them: on some of them. */
const fill = `
  INSERT INTO tasks_task (id, log_id, workspace_id, number, title, description, column_id, rank, priority, due_at,
    assigned_to, labels, checklist, version, field_versions, created_by, created_at, updated_at)
  SELECT gen_random_uuid(), w.id, w.id, given.last + i,
    'Task ' || (given.last + i) || CASE WHEN i % 3 = 0 THEN ', whose title says more than fits on one line of a card' ELSE '' END,
    CASE WHEN i % 4 = 0 THEN repeat('What is to be done, and why. ', 8) ELSE '' END,
    c.id, 'P' || lpad(i::text, 5, '0'),
    (ARRAY['none', 'none', 'low', 'medium', 'high', 'urgent'])[1 + i % 6]::tasks_priority,
    CASE WHEN i % 5 = 0 THEN now() + (i % 40 - 10) * interval '1 day' END,
    CASE WHEN i % 3 = 1 THEN w.created_by END,
    coalesce((SELECT array_agg(l.id) FROM tasks_label l WHERE l.workspace_id = w.id AND i % 4 = 1), '{}'),
    '[]', 1, '{}', w.created_by, now() - i * interval '1 minute', now()
  FROM workspaces_workspace w
  JOIN workspaces_column c ON c.workspace_id = w.id AND c.name = $2
  CROSS JOIN LATERAL (SELECT coalesce(max(number), 0) AS last FROM tasks_task t WHERE t.workspace_id = w.id) given
  CROSS JOIN generate_series(1, $3::int) i
  WHERE w.id = $1`;

const count = `
  INSERT INTO tasks_counter (log_id, workspace_id, last_number, tasks)
  SELECT workspace_id, workspace_id, max(number), count(*) FROM tasks_task WHERE workspace_id = $1 GROUP BY workspace_id
  ON CONFLICT (log_id) DO UPDATE SET last_number = excluded.last_number, tasks = excluded.tasks`;

async function run(dataDir: string, sql: string, ...values: unknown[]): Promise<void> {
  const client = new Client(await connectionTo(dataDir));
  await client.connect();
  try {
    await client.query(sql, values);
  } finally {
    await client.end();
  }
}

async function connectionTo(dataDir: string) {
  const pidFile = await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8');
  return {
    host: '127.0.0.1',
    port: Number(pidFile.split('\n')[3]),
    user: 'tandem',
    database: 'tandem',
    password: await readFile(join(dataDir, 'postgres.password'), 'utf8'),
  };
}
