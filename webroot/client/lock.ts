const leaseMs = 5_000;
const lookAgainMs = 100;

/**
 * Runs a task while no other tab of this browser runs one of the same name. Web Locks are missing where a page
 * came over plain HTTP from another host; a lease in localStorage then makes a clash unlikely instead of impossible.
 */
export async function withLock<Result>(name: string, task: () => Promise<Result>): Promise<Result> {
  if (navigator.locks !== undefined) return navigator.locks.request(name, task) as Promise<Result>;
  await leased(name);
  try {
    return await task();
  } finally {
    localStorage.removeItem(name);
  }
}

async function leased(name: string): Promise<void> {
  while (Number(localStorage.getItem(name) ?? 0) > Date.now()) {
    await new Promise((resolve) => setTimeout(resolve, lookAgainMs));
  }
  localStorage.setItem(name, String(Date.now() + leaseMs));
}
