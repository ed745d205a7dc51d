/** The part of rocksdb-native 3.18 that the engine uses; the package has no types of its own. */
declare module 'rocksdb-native' {
  interface ReadBatch {
    get(key: Buffer): Promise<Buffer | null>
    flush(): Promise<void>
  }

  interface NativeWriteBatch {
    tryPut(key: Buffer, value: Buffer): void
    tryDelete(key: Buffer): void
    tryDeleteRange(start: Buffer, end: Buffer): void
    flush(): Promise<void>
  }

  interface NativeIterator {
    on(event: 'data', listener: (row: { key: Buffer; value: Buffer }) => void): this
    on(event: 'error', listener: (error: Error) => void): this
    on(event: 'close', listener: () => void): this
    destroy(): void
  }

  interface BatchOptions {
    readonly capacity?: number
    readonly autoDestroy?: boolean
  }

  interface IteratorOptions {
    readonly gte: Buffer
    readonly lt: Buffer
    readonly reverse?: boolean
    readonly limit?: number
    /** Rows per trip to the thread pool. */
    readonly capacity?: number
  }

  interface Options {
    readonly createIfMissing?: boolean
    readonly maxBackgroundJobs?: number
    readonly maxOpenFiles?: number
    readonly enableBlobFiles?: boolean
    readonly minBlobSize?: number
    readonly blobFileSize?: number
    readonly writeBufferSize?: number
    readonly maxWriteBufferNumber?: number
    readonly topLevelIndexPinningTier?: number
    readonly partitionPinningTier?: number
    readonly unpartitionedPinningTier?: number
  }

  export default class RocksDB {
    constructor(path: string, options?: Options)
    ready(): Promise<void>
    close(): Promise<void>
    read(options?: BatchOptions): ReadBatch
    write(options?: BatchOptions): NativeWriteBatch
    iterator(options: IteratorOptions): NativeIterator
    snapshot(): RocksDB
    flush(): Promise<void>
    approximateSize(
      start: Buffer,
      end: Buffer,
      options?: { includeMemtables?: boolean },
    ): Promise<number>
    getProperty(name: string): Promise<string | undefined>
    static readonly constants: {
      readonly pinningTier: {
        readonly NONE: number
        readonly FLUSHED_AND_SIMILAR: number
        readonly ALL: number
      }
    }
  }
}
