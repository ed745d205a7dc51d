/** A directory of its own for every test that needs real files. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export class TemporaryDirectory {
  private readonly made: string[] = []

  make(): string {
    const path = mkdtempSync(join(tmpdir(), 'ringkv-storage-'))
    this.made.push(path)
    return path
  }

  removeAll(): void {
    for (const path of this.made.splice(0)) rmSync(path, { recursive: true, force: true })
  }
}
