import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';

/** Moves the end of a workspace's invites into the past: the interface makes none that last less than an hour. */
export async function expireInvites(dataDir: string, workspaceId: string): Promise<void> {
  const client = new Client(await connectionTo(dataDir));
  await client.connect();
  try {
    await client.query(
      "UPDATE workspaces_invite SET expires_at = now() - interval '1 minute' WHERE workspace_id = $1",
      [workspaceId],
    );
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
